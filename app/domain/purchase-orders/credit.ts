import { type Money, addMoney, compareMoney, money, noMoney, subtractMoney } from '../money/money';
import { type Outcome, ok, refused } from '../outcome';
import { type Terms, needsCredit } from './terms';

/** Rows of the append-only ledger, and what each does to what a company owes (`open`) and has promised (`reserved`).
 *  Amounts are `payable`, tax and freight included, positive, in the company's currency. */
export const creditEntryKinds = ['reserved', 'released', 'invoiced', 'paid', 'credited', 'refunded'] as const;
export type CreditEntryKind = (typeof creditEntryKinds)[number];
export type CreditEntry = { readonly kind: CreditEntryKind; readonly amount: Money };

/** `invoiced` turns a reservation into debt; a payment or credit note lowers the debt; a refund of one raises it again. */
const effects = {
  reserved: { open: 0n, reserved: 1n },
  released: { open: 0n, reserved: -1n },
  invoiced: { open: 1n, reserved: -1n },
  paid: { open: -1n, reserved: 0n },
  credited: { open: -1n, reserved: 0n },
  refunded: { open: 1n, reserved: 0n },
} as const satisfies Record<CreditEntryKind, { open: bigint; reserved: bigint }>;

export const creditEffect = ({ kind, amount }: CreditEntry): { readonly open: Money; readonly reserved: Money } => ({
  open: money(effects[kind].open * amount.minor, amount.currency),
  reserved: money(effects[kind].reserved * amount.minor, amount.currency),
});

export type CreditStanding = {
  /** Null = no credit. */
  readonly limit: Money | null;
  readonly open: Money;
  readonly reserved: Money;
  readonly isOnHold: boolean;
};

export const creditUsed = (entries: readonly CreditEntry[], currency: Money['currency']) =>
  entries
    .map(creditEffect)
    .reduce(
      (sum, effect) => ({ open: addMoney(sum.open, effect.open), reserved: addMoney(sum.reserved, effect.reserved) }),
      { open: noMoney(currency), reserved: noMoney(currency) },
    );

/** limit - open - reserved; negative when a limit was lowered below what is used. Null without credit. */
export const availableCredit = ({ limit, open, reserved }: CreditStanding): Money | null =>
  limit && subtractMoney(limit, addMoney(open, reserved));

export type CreditRefusal = 'no_credit' | 'credit_hold' | 'over_credit';

/** What to reserve for a new submission: nothing when paid now, else its `payable`. A hold blocks new submissions; what
 *  was accepted before goes on. All in the company's currency. @throws RangeError when the currencies differ */
export function creditVerdict(
  standing: CreditStanding,
  terms: Terms,
  payable: Money,
): Outcome<Money, CreditRefusal, { readonly available: Money }> {
  if (!needsCredit(terms)) return ok(noMoney(payable.currency));
  const available = availableCredit(standing);
  if (available === null) return refused('no_credit');
  if (standing.isOnHold) return refused('credit_hold');
  return compareMoney(payable, available) > 0 ? refused('over_credit', { available }) : ok(payable);
}
