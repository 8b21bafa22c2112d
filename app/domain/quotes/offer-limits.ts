import type { PersonId } from '../access/ids';
import { theStore } from '../access/roles';
import type { DocumentFacts, Rule } from '../approvals/rules';
import type { Exact } from '../money/exact';
import { type LimitsVerdict, type SellerLimits, withinLimits } from '../pricing/price-list-limits';

/** One line of an offer as its rep sees it: prices of one unit of the variant, before tax. */
export type LineOffered = {
  readonly line: number;
  /** What this buyer would pay today without the quote; null when it is not sold to them. */
  readonly today: Exact | null;
  readonly offered: Exact;
  /** Null when no cost is recorded. */
  readonly cost: Exact | null;
};

/** Whether a seller may give an offer alone. Discount is measured against what this buyer would pay today without it;
 *  freight is not part of it. */
export const offerVerdict = (lines: readonly LineOffered[], limits: SellerLimits): LimitsVerdict =>
  withinLimits(
    lines.map(({ line, today, offered, cost }) => ({ key: String(line), today, proposed: offered, cost })),
    limits,
  );

export const beyondLimitRule = 'beyond_limit';
const deadlineHours = 24;

/** Who must look at an offer, in the words of the one approval engine: beyond what its seller may give, a sales manager. */
export const offerRules = (verdict: LimitsVerdict): readonly Rule[] =>
  verdict.isWithin
    ? []
    : [
        {
          id: beyondLimitRule,
          name: 'Beyond the limit',
          unit: theStore,
          kinds: ['quote'],
          conditions: [],
          levels: [
            {
              groups: [{ of: [{ kind: 'role', role: 'manager' }], k: 1 }],
              deadlineHours,
              escalateTo: { kind: 'role', role: 'admin' },
            },
          ],
        },
      ];

/** What rules look at in an offer. It is the seller's own document, so that only the store's rules and staff count. */
export const offerFacts = (
  makers: readonly PersonId[],
  categories: readonly string[],
  verdict: LimitsVerdict,
): DocumentFacts => ({
  kind: 'quote',
  unit: theStore,
  total: null,
  requesters: makers,
  categories,
  costCentre: null,
  isOverBudget: false,
  isOffContract: false,
  hasFirstOrderOfSku: false,
  largestDiscountPercent: verdict.highestDiscountPercent,
  smallestMarginPercent: verdict.lowestMarginPercent,
});
