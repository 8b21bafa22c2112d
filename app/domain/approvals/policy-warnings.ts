import type { PersonId, UnitId } from '../access/ids';
import { theStore } from '../access/roles';
import { unitAndBelow } from '../access/unit-tree';
import { compare, exact } from '../money/exact';
import { type Directory, holdersInOrAbove, homeOfRole, isActive } from './directory';
import { freezePolicy } from './frozen-policy';
import { groupStanding } from './group-filling';
import type { ApproverSource, Condition, ConditionKind, DocumentFacts, Group, Rule } from './rules';

/** What is pointed out when a policy is saved. Only `asks_nobody` keeps it from being saved: such a rule would approve
 *  by itself. The others are warnings, since people and cost centres may come later. */
export type PolicyWarning =
  | { readonly code: 'asks_nobody'; readonly ruleId: string }
  | {
      readonly code: 'never_matches';
      readonly ruleId: string;
      readonly because: ConditionKind | 'unit' | 'same_kind_twice';
    }
  | {
      readonly code: 'nobody_can_fill' | 'admins_will_be_asked';
      readonly ruleId: string;
      readonly level: number;
      readonly group: number;
      /** Units whose documents it would block, or whose admins it would ask. */
      readonly units: readonly UnitId[];
    }
  | { readonly code: 'person_is_gone'; readonly ruleId: string; readonly people: readonly PersonId[] };

/** What exists besides people; a condition naming anything else can never hold. Null = not checked. */
export type PolicySurroundings = {
  readonly costCentres: readonly string[] | null;
  readonly categories: readonly string[] | null;
};

export function policyWarnings(
  rules: readonly Rule[],
  directory: Directory,
  surroundings: PolicySurroundings,
  at: Date,
): readonly PolicyWarning[] {
  return rules.flatMap((rule) => {
    if (asksNobody(rule)) return [{ code: 'asks_nobody' as const, ruleId: rule.id }];
    const never = whyItNeverMatches(rule, directory, surroundings);
    return [
      ...(never === null ? [] : [{ code: 'never_matches' as const, ruleId: rule.id, because: never }]),
      ...peopleWhoAreGone(rule, directory),
      ...groupsHardToFill(rule, directory, at),
    ];
  });
}

/** Without a level, a level without a group, a group without sources or fewer than one of them. */
export const asksNobody = (rule: Rule): boolean =>
  rule.levels.length === 0 ||
  rule.levels.some(
    ({ groups, deadlineHours }) =>
      groups.length === 0 ||
      (deadlineHours !== null && !(deadlineHours > 0)) ||
      groups.some(({ k, of }) => of.length === 0 || (k !== 'all' && !(Number.isInteger(k) && k >= 1))),
  );

function whyItNeverMatches(
  rule: Rule,
  directory: Directory,
  { costCentres, categories }: PolicySurroundings,
): ConditionKind | 'unit' | 'same_kind_twice' | null {
  if (rule.unit !== theStore && !directory.units.has(rule.unit)) return 'unit';
  const isPossible = (condition: Condition): boolean => {
    switch (condition.kind) {
      case 'category':
        return (
          categories === null ||
          condition.anyOf.some((top) => categories.some((path) => path === top || path.startsWith(`${top}/`)))
        );
      case 'cost_centre':
        return costCentres === null || condition.anyOf.some((code) => costCentres.includes(code));
      case 'requester':
        return condition.anyOf.some((person) => isActive(directory, person));
      case 'requester_role':
        return condition.anyOf.some((role) =>
          unitsOf(rule, directory).some(
            (unit) => holdersInOrAbove(directory, homeOfRole(role, rule.unit, unit), role).length > 0,
          ),
        );
      case 'discount_over':
        return compare(condition.percent, exact(100n)) < 0;
      case 'amount_over':
      case 'margin_under':
      case 'over_budget':
      case 'off_contract':
      case 'first_order_of_sku':
        return true;
    }
  };
  const impossible = rule.conditions.find((condition) => !isPossible(condition));
  if (impossible) return impossible.kind;
  const centres = rule.conditions.filter((condition) => condition.kind === 'cost_centre');
  const shared = centres.reduce<readonly string[] | null>(
    (both, { anyOf }) => (both === null ? anyOf : both.filter((code) => anyOf.includes(code))),
    null,
  );
  return shared !== null && shared.length === 0 ? 'same_kind_twice' : null;
}

function peopleWhoAreGone(rule: Rule, directory: Directory): readonly PolicyWarning[] {
  const sources = rule.levels.flatMap(({ groups, escalateTo }) => [
    ...groups.flatMap(({ of }) => of),
    ...(escalateTo === null ? [] : [escalateTo]),
  ]);
  const gone = sources
    .flatMap((source) => (source.kind === 'people' ? source.people : []))
    .filter((person) => !isActive(directory, person));
  return gone.length === 0 ? [] : [{ code: 'person_is_gone', ruleId: rule.id, people: [...new Set(gone)] }];
}

/** Asks each group of the rule about a document of each unit, by somebody outside the group. Groups that depend on the
 *  requester or the cost centre are left to the simulator. */
function groupsHardToFill(rule: Rule, directory: Directory, at: Date): readonly PolicyWarning[] {
  const [frozen] = freezePolicy([rule], at).rules;
  return (frozen?.levels ?? []).flatMap((level, levelIndex) =>
    level.groups.flatMap((group, groupIndex) => {
      if (group.of.some(dependsOnTheDocument)) return [];
      const standings = unitsOf(rule, directory).map((unit) => ({
        unit,
        standing: standingIn(unit, group, rule, directory),
      }));
      const where = { ruleId: rule.id, level: levelIndex + 1, group: groupIndex + 1 };
      const blocked = standings.filter(({ standing }) => !standing.canBeFilled).map(({ unit }) => unit);
      const needsAdmins = standings
        .filter(({ standing }) => standing.canBeFilled && [...standing.pool.values()].includes('taken_in'))
        .map(({ unit }) => unit);
      const warnings: PolicyWarning[] = [];
      if (blocked.length > 0) warnings.push({ code: 'nobody_can_fill', ...where, units: blocked });
      if (needsAdmins.length > 0) warnings.push({ code: 'admins_will_be_asked', ...where, units: needsAdmins });
      return warnings;
    }),
  );
}

const unitsOf = (rule: Rule, directory: Directory): readonly UnitId[] =>
  rule.unit === theStore ? [theStore] : unitAndBelow(directory.units, rule.unit);

const dependsOnTheDocument = ({ kind }: ApproverSource): boolean =>
  kind === 'manager_of_requester' || kind === 'cost_centre_owner';

const standingIn = (unit: UnitId, group: Group, rule: Rule, directory: Directory) =>
  groupStanding({
    key: '',
    group,
    ruleUnit: rule.unit,
    escalateTo: { kind: 'people', people: [] },
    isEscalated: false,
    document: documentOf(unit),
    directory,
    standIns: new Map(),
    approvals: [],
  });

const documentOf = (unit: UnitId): DocumentFacts => ({
  kind: 'purchase_order',
  unit,
  total: null,
  requesters: [],
  categories: [],
  costCentre: null,
  isOverBudget: false,
  isOffContract: false,
  hasFirstOrderOfSku: false,
  largestDiscountPercent: null,
  smallestMarginPercent: null,
});
