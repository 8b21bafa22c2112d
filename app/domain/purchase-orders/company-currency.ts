import type { CurrencyCode } from '../money/currencies';
import { type Exact, multiply } from '../money/exact';
import { type Money, majorUnits, money } from '../money/money';
import { roundToMinorUnits } from '../money/rounding';
import { type Outcome, ok, refused } from '../outcome';

/** The amount rules, limits, budgets and credit look at. `rate`: how many units of the company's currency one unit of
 *  the document's is worth, as stored at submission; null = none known. Rounded once, halves away from zero. */
export function inCompanyCurrency(
  amount: Money,
  currency: CurrencyCode,
  rate: Exact | null,
): Outcome<Money, 'no_rate'> {
  if (amount.currency === currency) return ok(amount);
  if (rate === null) return refused('no_rate');
  return ok(money(roundToMinorUnits(multiply(majorUnits(amount), rate), currency), currency));
}
