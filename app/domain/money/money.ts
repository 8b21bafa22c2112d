import { type CurrencyCode, currencyDecimals, minorUnitsPerMajor } from './currencies';
import { type Exact, exact, parseExact } from './exact';
import { roundToMinorUnits, toDecimalString } from './rounding';

/** An amount that can be paid: whole minor units (cents, yen, fils) of one currency. */
export type Money = { readonly minor: bigint; readonly currency: CurrencyCode };

export const money = (minor: bigint, currency: CurrencyCode): Money => ({ minor, currency });
export const noMoney = (currency: CurrencyCode): Money => ({ minor: 0n, currency });

function sameCurrency(a: Money, b: Money): CurrencyCode {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not add up`);
  return a.currency;
}

/** @throws RangeError when the currencies differ */
export const addMoney = (a: Money, b: Money): Money => ({ currency: sameCurrency(a, b), minor: a.minor + b.minor });
/** @throws RangeError when the currencies differ */
export const subtractMoney = (a: Money, b: Money): Money => ({
  currency: sameCurrency(a, b),
  minor: a.minor - b.minor,
});
/** The sum, in `currency` also when there is nothing to add. */
export const sumMoney = (amounts: readonly Money[], currency: CurrencyCode): Money =>
  amounts.reduce(addMoney, noMoney(currency));
/** @throws RangeError when the currencies differ */
export const compareMoney = (a: Money, b: Money): number => {
  sameCurrency(a, b);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
};

/** The amount in major units, exact: EUR 165.00 -> 165. */
export const majorUnits = (amount: Money): Exact => exact(amount.minor, minorUnitsPerMajor(amount.currency));

/** "165.00" with exactly the currency's decimals: the form of the API. */
export const amountString = (amount: Money): string =>
  toDecimalString(majorUnits(amount), currencyDecimals[amount.currency], currencyDecimals[amount.currency]);

/** Null when the text is no decimal number or has more decimals than the currency. */
export function parseAmount(text: string, currency: CurrencyCode): Money | null {
  const major = parseExact(text);
  if (!major) return null;
  const minor = roundToMinorUnits(major, currency);
  return minor * major.den === major.num * minorUnitsPerMajor(currency) ? money(minor, currency) : null;
}

/** unit price (major units, up to six decimals) x quantity, multiplied first and rounded once. Excludes tax. */
export const lineAmount = (unitPrice: Exact, quantity: Exact, currency: CurrencyCode): Money =>
  money(roundToMinorUnits(exact(unitPrice.num * quantity.num, unitPrice.den * quantity.den), currency), currency);
