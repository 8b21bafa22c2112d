import type { PersonId } from '../access/ids';
import { type StaffRole, theStore } from '../access/roles';
import type { Directory } from '../approvals/directory';
import type { Condition, DocumentFacts, Group, Rule } from '../approvals/rules';
import { exact, isLess } from '../money/exact';
import type { LimitsVerdict, SellerLimits } from './price-list-limits';

/** How far each role may go alone where the store has set nothing else. */
export const usualLimits: Readonly<Record<StaffRole, SellerLimits>> = {
  rep: { discountPercent: exact(15n), marginFloorPercent: exact(20n) },
  manager: { discountPercent: null, marginFloorPercent: null },
  admin: { discountPercent: null, marginFloorPercent: null },
};

/** A price list waits until somebody decides or it is withdrawn: it expires after years only. */
const patienceHours = 365 * 24;

const anyOf = (...roles: readonly StaffRole[]): Group => ({ of: roles.map((role) => ({ kind: 'role', role })), k: 1 });

const rule = (id: string, name: string, conditions: readonly Condition[], group: Group): Rule => ({
  id,
  name,
  unit: theStore,
  kinds: ['price_list_revision'],
  conditions,
  levels: [{ groups: [group], deadlineHours: patienceHours, escalateTo: { kind: 'role', role: 'manager' } }],
});

export const secondSellerRule = 'second_seller';

/** Who must look at a price list, in the words of the one approval engine: within what a rep may give a second seller,
 *  beyond it a sales manager. */
export function priceListRules(verdict: LimitsVerdict, limits: SellerLimits): readonly Rule[] {
  if (verdict.isWithin) return [rule(secondSellerRule, 'A second seller', [], anyOf('rep', 'manager'))];
  const { discountPercent, marginFloorPercent } = limits;
  const manager = anyOf('manager');
  return [
    ...(discountPercent
      ? [rule('discount_limit', 'Discount limit', [{ kind: 'discount_over', percent: discountPercent }], manager)]
      : []),
    ...(marginFloorPercent
      ? [rule('margin_floor', 'Margin floor', [{ kind: 'margin_under', percent: marginFloorPercent }], manager)]
      : []),
  ];
}

/** What is given away has no margin in percent; below any floor it is all the same. */
const nothingLeft = exact(-1_000_000n);

export function priceListFacts(
  requesters: readonly PersonId[],
  { highestDiscountPercent, lowestMarginPercent, lines }: LimitsVerdict,
): DocumentFacts {
  const givesAway = lines.some(({ isGivenAway }) => isGivenAway);
  return {
    kind: 'price_list_revision',
    unit: theStore,
    total: null,
    requesters,
    categories: [],
    costCentre: null,
    isOverBudget: false,
    isOffContract: false,
    hasFirstOrderOfSku: false,
    largestDiscountPercent: highestDiscountPercent,
    smallestMarginPercent:
      givesAway && (!lowestMarginPercent || isLess(nothingLeft, lowestMarginPercent))
        ? nothingLeft
        : lowestMarginPercent,
  };
}

/** The sellers who may decide about a list: managers, and of the reps the one whose company it is for (any, for a
 *  company nobody owns and for lists of no single company). */
export function sellersOf(directory: Directory, companyRep: string | null): Directory {
  const inStore = directory.holders.get(theStore);
  if (companyRep === null || !inStore) return directory;
  const reps = (inStore.get('rep') ?? []).filter((person) => person === companyRep);
  return { ...directory, holders: new Map(directory.holders).set(theStore, new Map(inStore).set('rep', reps)) };
}
