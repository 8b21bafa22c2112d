/** Currencies of our markets and of the companies we sell to, with the decimals ISO 4217 stores them in.
 *  Source: ISO 4217 list one; tests/unit/domain/money/currencies.test.ts compares this table with the published list. */
export const currencyDecimals = {
  EUR: 2,
  GBP: 2,
  USD: 2,
  JPY: 0,
  KWD: 3,
  CHF: 2,
  SEK: 2,
  DKK: 2,
  NOK: 2,
  PLN: 2,
  CZK: 2,
  HUF: 2,
  RON: 2,
  CAD: 2,
  AUD: 2,
  NZD: 2,
  BHD: 3,
  KRW: 0,
} as const satisfies Record<string, number>;

export type CurrencyCode = keyof typeof currencyDecimals;
export const currencyCodes = Object.keys(currencyDecimals) as [CurrencyCode, ...CurrencyCode[]];

export const isCurrencyCode = (code: string): code is CurrencyCode => Object.hasOwn(currencyDecimals, code);

/** How many minor units make one major unit: EUR 100n, JPY 1n, KWD 1000n. */
export const minorUnitsPerMajor = (currency: CurrencyCode): bigint => 10n ** BigInt(currencyDecimals[currency]);
