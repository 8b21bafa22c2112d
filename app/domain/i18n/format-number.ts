import type { Exact } from '../money/exact';
import { toDecimalString } from '../money/rounding';

const formats = new Map<string, Intl.NumberFormat>();
function format(locale: string, most: number): Intl.NumberFormat {
  const key = `${locale} ${most}`;
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.NumberFormat(locale, { maximumFractionDigits: most })));
  return found;
}

/** A quantity as the locale writes it, with the decimals it has and at most six. */
export const formatQuantity = (quantity: Exact, locale: string): string =>
  format(locale, 6).format(toDecimalString(quantity, 6, 0) as `${number}`);

/** 12.5 as "12.5%" or "12,5 %", with at most two decimals. */
export function formatPercent(percent: Exact, locale: string): string {
  const key = `percent ${locale}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 2 });
    formats.set(key, found);
  }
  return found.format(toDecimalString(percent, 4, 0) as `${number}`);
}

/** 1,234,567 bytes as "1.2 MB" or "1,2 MB"; decimal units. */
export function formatFileSize(bytes: number, locale: string): string {
  const [unit, size] =
    bytes < 1_000
      ? (['byte', bytes] as const)
      : bytes < 1_000_000
        ? (['kilobyte', bytes / 1_000] as const)
        : (['megabyte', bytes / 1_000_000] as const);
  const most = size < 10 && unit !== 'byte' ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: most }).format(size);
}
