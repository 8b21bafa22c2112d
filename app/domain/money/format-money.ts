import { type CurrencyCode, currencyDecimals } from './currencies';
import type { Exact } from './exact';
import { type Money, amountString } from './money';
import { toDecimalString } from './rounding';

const formatters = new Map<string, Intl.NumberFormat>();
function formatter(locale: string, currency: CurrencyCode, least: number, most: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${least} ${most}`;
  const found = formatters.get(key);
  if (found) return found;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  formatters.set(key, made);
  return made;
}

// Intl takes a decimal string without going through a float; TypeScript's types lag behind.
const asDecimal = (text: string) => text as `${number}`;

/** EUR 1.234,50 as the locale writes it, always with the currency's own decimals. */
export function formatMoney(amount: Money, locale: string): string {
  const decimals = currencyDecimals[amount.currency];
  return formatter(locale, amount.currency, decimals, decimals).format(asDecimal(amountString(amount)));
}

/** A unit price with the decimals it has: at least the currency's, at most six (EUR 0.012345). */
export function formatUnitPrice(unitPrice: Exact, currency: CurrencyCode, locale: string): string {
  const decimals = currencyDecimals[currency];
  return formatter(locale, currency, decimals, 6).format(asDecimal(toDecimalString(unitPrice, 6, decimals)));
}
