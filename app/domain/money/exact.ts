/** An exact rational number. Prices, quantities and percentages are computed in it, so that nothing is rounded
 *  before the one place that rounds (rounding.ts). Always in lowest terms with a positive denominator. */
export type Exact = { readonly num: bigint; readonly den: bigint };

const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** @throws RangeError when den is zero */
export function exact(num: bigint, den = 1n): Exact {
  if (den === 1n) return { num, den };
  if (den === 0n) throw new RangeError('an exact number has no zero denominator');
  const sign = den < 0n ? -1n : 1n;
  const divisor = gcd(num, den) || 1n;
  return { num: (sign * num) / divisor, den: (sign * den) / divisor };
}

export const zero: Exact = { num: 0n, den: 1n };
export const one: Exact = { num: 1n, den: 1n };

const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?$/;

/** "16.50" -> 33/2. Null when the text is not a plain decimal number. */
export function parseExact(text: string): Exact | null {
  const match = decimalPattern.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const num = BigInt(whole + fraction);
  return exact(sign ? -num : num, 10n ** BigInt(fraction.length));
}

/** Like parseExact, for text that was checked before. @throws RangeError */
export function toExact(text: string): Exact {
  const parsed = parseExact(text);
  if (!parsed) throw new RangeError(`not a decimal number: ${JSON.stringify(text)}`);
  return parsed;
}

export const add = (a: Exact, b: Exact): Exact => exact(a.num * b.den + b.num * a.den, a.den * b.den);
export const subtract = (a: Exact, b: Exact): Exact => exact(a.num * b.den - b.num * a.den, a.den * b.den);
export const multiply = (a: Exact, b: Exact): Exact => exact(a.num * b.num, a.den * b.den);
/** @throws RangeError when b is zero */
export const divide = (a: Exact, b: Exact): Exact => exact(a.num * b.den, a.den * b.num);
export const negate = (a: Exact): Exact => ({ num: -a.num, den: a.den });

/** Negative, zero or positive, as a sort comparator. */
export const compare = (a: Exact, b: Exact): number => {
  const difference = a.den === b.den ? a.num - b.num : a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const equals = (a: Exact, b: Exact): boolean => a.num === b.num && a.den === b.den;
export const isLess = (a: Exact, b: Exact): boolean => compare(a, b) < 0;
export const smaller = (a: Exact, b: Exact): Exact => (compare(b, a) < 0 ? b : a);
export const larger = (a: Exact, b: Exact): Exact => (compare(b, a) > 0 ? b : a);
export const isZero = (a: Exact): boolean => a.num === 0n;
export const isNegative = (a: Exact): boolean => a.num < 0n;

/** The smallest whole number not below a. */
export const ceiling = (a: Exact): bigint => (a.num >= 0n ? (a.num + a.den - 1n) / a.den : a.num / a.den);

/** `percent` is 12.5 for 12.5 %. Gives a x (100 - percent) / 100, not rounded. */
export const lessPercent = (a: Exact, percent: Exact): Exact =>
  multiply(a, exact(100n * percent.den - percent.num, 100n * percent.den));
/** `percent` is 12.5 for 12.5 %. Gives a x percent / 100, not rounded. */
export const percentOf = (a: Exact, percent: Exact): Exact => multiply(a, exact(percent.num, 100n * percent.den));
