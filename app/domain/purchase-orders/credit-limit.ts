import type { PersonId } from '../access/ids';
import { theStore } from '../access/roles';
import type { DocumentFacts, Rule } from '../approvals/rules';
import type { Money } from '../money/money';

const deadlineHours = 3 * 24;

/** Who must look at a new credit limit, in the words of the one approval engine: a manager or an admin of the store other
 *  than who proposed it. */
export const creditLimitRules: readonly Rule[] = [
  {
    id: 'second_pair_of_eyes',
    name: 'A manager or an admin',
    unit: theStore,
    kinds: ['credit'],
    conditions: [],
    levels: [
      {
        groups: [
          {
            of: [
              { kind: 'role', role: 'manager' },
              { kind: 'role', role: 'admin' },
            ],
            k: 1,
          },
        ],
        deadlineHours,
        escalateTo: { kind: 'role', role: 'admin' },
      },
    ],
  },
];

/** What rules look at in a credit limit: who proposed it, and how high it is (null = no credit any more). */
export const creditLimitFacts = (makers: readonly PersonId[], limit: Money | null): DocumentFacts => ({
  kind: 'credit',
  unit: theStore,
  total: limit,
  requesters: makers,
  categories: [],
  costCentre: null,
  isOverBudget: false,
  isOffContract: false,
  hasFirstOrderOfSku: false,
  largestDiscountPercent: null,
  smallestMarginPercent: null,
});
