import { type Money, compareMoney, noMoney, subtractMoney } from '../money/money';

/** What the cart tells a buyer before submitting. The rule itself, a company admin must decide too, is the approval
 *  engine's (approvals/matching-rules.ts). */
export type SpendingLimitNotice = { readonly isAbove: boolean; readonly limit: Money | null; readonly above: Money };

/** `total`: line totals before tax and freight, in the company's currency like the limit. Null limit = no limit. Exactly
 *  the limit is within it. @throws RangeError when the currencies differ */
export function spendingLimitNotice(total: Money, limit: Money | null): SpendingLimitNotice {
  const isAbove = limit !== null && compareMoney(total, limit) > 0;
  return { isAbove, limit, above: isAbove ? subtractMoney(total, limit) : noMoney(total.currency) };
}
