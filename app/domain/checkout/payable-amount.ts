import type { CurrencyCode } from '../money/currencies';
import { currencyDecimals, minorUnitsPerMajor } from '../money/currencies';
import type { Money } from '../money/money';
import { type Outcome, ok, refused } from '../outcome';

/** The least the payment provider collects by card, in minor units.
 *  Source: docs.stripe.com/currencies, "Minimum and maximum charge amounts"; where it lists none (KWD, BHD, KRW)
 *  the worth of its settlement minimum, USD 0.50, rounded up. */
const listedMinimum = {
  EUR: 50n,
  GBP: 30n,
  USD: 50n,
  JPY: 50n,
  KWD: 160n,
  CHF: 50n,
  SEK: 300n,
  DKK: 250n,
  NOK: 300n,
  PLN: 200n,
  CZK: 1500n,
  HUF: 17_500n,
  RON: 200n,
  CAD: 50n,
  AUD: 50n,
  NZD: 50n,
  BHD: 190n,
  KRW: 700n,
} as const satisfies Partial<Record<CurrencyCode, bigint>>;

/** Of a currency nobody lists, half a major unit: the provider, who knows better, then refuses in its own words. */
export function smallestPayment(currency: CurrencyCode): bigint {
  const listed: Partial<Record<CurrencyCode, bigint>> = listedMinimum;
  const half = minorUnitsPerMajor(currency) / 2n;
  return listed[currency] ?? (half > 0n ? half : 1n);
}

export type PayableRefusal = 'below_minimum' | 'not_divisible_by_ten';

/** Can this order total (tax, freight and discounts included) be collected by card?
 *  `nothing_to_pay` for zero: the order is placed without a payment. Refused with the minimum in minor units as
 *  detail when it is under the provider's minimum, and in three-decimal currencies when the last digit is not 0
 *  (card networks settle them in two decimals).
 *  @throws RangeError for a negative amount, which no order can have */
export function payableAmount(total: Money): Outcome<'by_card' | 'nothing_to_pay', PayableRefusal, bigint> {
  if (total.minor < 0n) throw new RangeError('an order cannot be paid with a negative amount');
  if (total.minor === 0n) return ok('nothing_to_pay');
  const least = smallestPayment(total.currency);
  if (total.minor < least) return refused('below_minimum', least);
  if (currencyDecimals[total.currency] === 3 && total.minor % 10n !== 0n) return refused('not_divisible_by_ten');
  return ok('by_card');
}
