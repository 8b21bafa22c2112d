import type { PersonId, UnitId } from '../access/ids';
import type { Role } from '../access/roles';
import type { Exact } from '../money/exact';
import type { Money } from '../money/money';
import { type ApproverSource, type Condition, type Rule, defaultDeadlineHours } from './rules';

/** A rule as parts a reader's language puts into words: "Orders over 1,000 EUR | need | any approver of the unit".
 *  Keys name messages; values are never words. */
export type RuleDescription = {
  readonly key: 'always' | 'when';
  readonly unit: UnitId;
  readonly when: readonly ConditionPart[];
  readonly levels: readonly LevelPart[];
};

export type ConditionPart =
  | { readonly key: 'amount_over'; readonly amount: Money }
  | { readonly key: 'category' | 'cost_centre'; readonly anyOf: readonly string[] }
  | { readonly key: 'requester'; readonly people: readonly PersonId[] }
  | { readonly key: 'requester_role'; readonly roles: readonly Role[] }
  | { readonly key: 'over_budget' | 'off_contract' | 'first_order_of_sku' }
  | { readonly key: 'discount_over' | 'margin_under'; readonly percent: Exact };

export type LevelPart = {
  /** `needs` for the first level, `then` for each later one. */
  readonly key: 'needs' | 'then';
  readonly groups: readonly GroupPart[];
  readonly deadlineHours: number;
  /** Null = the company's admins. */
  readonly escalateTo: SourcePart | null;
};

/** `any`: one of them; `several`: `count` of them; `all`: everyone. */
export type GroupPart = {
  readonly key: 'any' | 'several' | 'all';
  readonly count: number | null;
  readonly of: readonly SourcePart[];
};

export type SourcePart =
  | { readonly key: 'people'; readonly people: readonly PersonId[] }
  | { readonly key: 'role'; readonly role: Role }
  | { readonly key: 'manager_of_requester' | 'cost_centre_owner' };

export const describeRule = (rule: Rule): RuleDescription => ({
  key: rule.conditions.length === 0 ? 'always' : 'when',
  unit: rule.unit,
  when: rule.conditions.map(conditionPart),
  levels: rule.levels.map((level, index) => ({
    key: index === 0 ? 'needs' : 'then',
    groups: level.groups.map(({ k, of }) => ({
      key: k === 'all' ? 'all' : k === 1 ? 'any' : 'several',
      count: k === 'all' ? null : k,
      of: of.map(sourcePart),
    })),
    deadlineHours: level.deadlineHours ?? defaultDeadlineHours,
    escalateTo: level.escalateTo && sourcePart(level.escalateTo),
  })),
});

export function conditionPart(condition: Condition): ConditionPart {
  switch (condition.kind) {
    case 'amount_over':
      return { key: 'amount_over', amount: condition.amount };
    case 'category':
    case 'cost_centre':
      return { key: condition.kind, anyOf: condition.anyOf };
    case 'requester':
      return { key: 'requester', people: condition.anyOf };
    case 'requester_role':
      return { key: 'requester_role', roles: condition.anyOf };
    case 'discount_over':
    case 'margin_under':
      return { key: condition.kind, percent: condition.percent };
    case 'over_budget':
    case 'off_contract':
    case 'first_order_of_sku':
      return { key: condition.kind };
  }
}

function sourcePart(source: ApproverSource): SourcePart {
  switch (source.kind) {
    case 'people':
      return { key: 'people', people: source.people };
    case 'role':
      return { key: 'role', role: source.role };
    case 'manager_of_requester':
    case 'cost_centre_owner':
      return { key: source.kind };
  }
}
