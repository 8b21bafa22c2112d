import { type CurrencyCode, minorUnitsPerMajor } from '../money/currencies';
import { type Exact, ceiling, exact, lessPercent, multiply } from '../money/exact';

/** A line of an offer as its rep types it; prices of one unit of the variant, before tax. */
export type LineTyped = {
  readonly price: Exact;
  /** Off what this buyer pays today, in percent; null = none of its own. */
  readonly discountPercent: Exact | null;
  /** It keeps its price, whatever the rest is given. */
  readonly isLocked: boolean;
};

/** What a line is offered at: its own discount first, else its price where it is locked, else the discount on the rest,
 *  else its price. A discount is measured from what the buyer pays today, and rounded up to the minor unit, so that no
 *  more is given than was said. A line that is not sold to the buyer today keeps its price. */
export function discountedPrice(
  { price, discountPercent, isLocked }: LineTyped,
  p: { readonly today: Exact | null; readonly restPercent: Exact | null; readonly currency: CurrencyCode },
): Exact {
  const percent = discountPercent ?? (isLocked ? null : p.restPercent);
  if (percent === null || p.today === null) return price;
  const perMajor = minorUnitsPerMajor(p.currency);
  return exact(ceiling(multiply(lessPercent(p.today, percent), exact(perMajor))), perMajor);
}
