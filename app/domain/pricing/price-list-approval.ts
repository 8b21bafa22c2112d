import type { PersonId } from '../access/ids';
import { type StaffRole, theStore } from '../access/roles';
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

/** Who must look at a price list, in the words of the one approval engine: always a second seller; beyond what a rep
 *  may give, a sales manager. */
export function priceListRules({ discountPercent, marginFloorPercent }: SellerLimits): readonly Rule[] {
  const manager = anyOf('manager');
  return [
    rule('second_seller', 'A second seller', [], anyOf('rep', 'manager')),
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
      givesAway && (!lowestMarginPercent || isLess(nothingLeft, lowestMarginPercent)) ? nothingLeft : lowestMarginPercent,
  };
}
