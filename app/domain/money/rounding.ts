import { type Exact, exact, multiply } from './exact';
import { type CurrencyCode, minorUnitsPerMajor } from './currencies';

/** The one rounding mode of the shop; its name is stored on every order. */
export const roundingMode = 'half_away_from_zero' as const;

/** Rounds to a whole number, halves away from zero: 2.5 -> 3, -2.5 -> -3. */
export function roundHalfAwayFromZero(value: Exact): bigint {
  const magnitude = value.num < 0n ? -value.num : value.num;
  const rounded = (2n * magnitude + value.den) / (2n * value.den);
  return value.num < 0n ? -rounded : rounded;
}

/** An amount in major units -> whole minor units of the currency, halves away from zero. */
export const roundToMinorUnits = (major: Exact, currency: CurrencyCode): bigint =>
  roundHalfAwayFromZero(multiply(major, exact(minorUnitsPerMajor(currency))));

/** A decimal string with at most `decimals` places (halves away from zero) and at least `atLeast` of them. */
export function toDecimalString(value: Exact, decimals: number, atLeast = 0): string {
  const scaled = roundHalfAwayFromZero(multiply(value, exact(10n ** BigInt(decimals))));
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const kept = fraction.slice(0, atLeast) + fraction.slice(atLeast).replace(/0+$/, '');
  return `${scaled < 0n ? '-' : ''}${whole}${kept ? `.${kept}` : ''}`;
}
