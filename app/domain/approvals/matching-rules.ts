import type { UnitId } from '../access/ids';
import { type Role, theStore } from '../access/roles';
import { isInOrBelow } from '../access/unit-tree';
import { compare } from '../money/exact';
import { type Money, compareMoney } from '../money/money';
import { type Directory, holdersInOrAbove, homeOfRole } from './directory';
import type { Condition, DocumentFacts, Rule } from './rules';

/** One rule that was looked at, and what came of each of its conditions. Kept with the decision "approved: no rule". */
export type RuleLookedAt = {
  readonly ruleId: string;
  readonly name: string;
  readonly matches: boolean;
  readonly conditions: readonly { readonly condition: Condition; readonly holds: boolean }[];
};

export type MatchingRules = { readonly matching: readonly Rule[]; readonly lookedAt: readonly RuleLookedAt[] };

/** Every rule whose conditions all hold; they run side by side. The requester's spending limit comes last, as one more
 *  rule. Rules of other kinds of document or of units elsewhere in the tree are not looked at.
 *  @throws RangeError when an amount is in another currency than the document's total */
export function matchingRules(rules: readonly Rule[], document: DocumentFacts, directory: Directory): MatchingRules {
  const candidates = [
    ...rules.filter((rule) => concerns(rule, document, directory)),
    ...spendingLimitRule(document, directory),
  ];
  const lookedAt = candidates.map((rule) => {
    const conditions = rule.conditions.map((condition) => ({
      condition,
      holds: conditionHolds(condition, rule.unit, document, directory),
    }));
    return { ruleId: rule.id, name: rule.name, matches: conditions.every(({ holds }) => holds), conditions };
  });
  return { matching: candidates.filter((_, index) => lookedAt[index]?.matches), lookedAt };
}

const concerns = (rule: Rule, document: DocumentFacts, directory: Directory): boolean =>
  rule.kinds.includes(document.kind) &&
  (rule.unit === theStore || isInOrBelow(directory.units, document.unit, rule.unit));

function conditionHolds(
  condition: Condition,
  ruleUnit: UnitId,
  document: DocumentFacts,
  directory: Directory,
): boolean {
  switch (condition.kind) {
    case 'amount_over':
      return document.total !== null && compareMoney(document.total, condition.amount) > 0;
    case 'category':
      return document.categories.some((path) => condition.anyOf.some((top) => isInCategory(path, top)));
    case 'cost_centre':
      return document.costCentre !== null && condition.anyOf.includes(document.costCentre);
    case 'requester':
      return document.requesters.some((person) => condition.anyOf.includes(person));
    case 'requester_role':
      return condition.anyOf.some((role) => someRequesterHolds(role, ruleUnit, document, directory));
    case 'over_budget':
      return document.isOverBudget;
    case 'off_contract':
      return document.isOffContract;
    case 'discount_over':
      return (
        document.largestDiscountPercent !== null && compare(document.largestDiscountPercent, condition.percent) > 0
      );
    case 'margin_under':
      return document.smallestMarginPercent !== null && compare(document.smallestMarginPercent, condition.percent) < 0;
    case 'first_order_of_sku':
      return document.hasFirstOrderOfSku;
  }
}

const isInCategory = (path: string, top: string): boolean => path === top || path.startsWith(`${top}/`);

const someRequesterHolds = (role: Role, ruleUnit: UnitId, document: DocumentFacts, directory: Directory): boolean =>
  holdersInOrAbove(directory, homeOfRole(role, ruleUnit, document.unit), role).some((person) =>
    document.requesters.includes(person),
  );

export const spendingLimitRuleId = 'spending_limit';

/** Above the lowest limit of its requesters a purchase order needs a company admin too. None set = no such rule. */
function spendingLimitRule(document: DocumentFacts, directory: Directory): readonly Rule[] {
  if (document.kind !== 'purchase_order') return [];
  const limit = document.requesters
    .map((person) => directory.people.get(person)?.spendingLimit ?? null)
    .reduce<Money | null>(
      (lowest, each) => (each && (!lowest || compareMoney(each, lowest) < 0) ? each : lowest),
      null,
    );
  if (limit === null) return [];
  return [
    {
      id: spendingLimitRuleId,
      name: 'Spending limit',
      unit: document.unit,
      kinds: ['purchase_order'],
      conditions: [{ kind: 'amount_over', amount: limit }],
      levels: [{ groups: [{ of: [{ kind: 'role', role: 'admin' }], k: 1 }], deadlineHours: null, escalateTo: null }],
    },
  ];
}

/** Going over a budget is refused unless one of the matching rules is there to decide about just that. */
export const coversOverBudget = (matching: readonly Rule[]): boolean =>
  matching.some((rule) => rule.conditions.some((condition) => condition.kind === 'over_budget'));
