import { type CurrencyCode, isCurrencyCode } from '../../money/currencies';
import { equals, isNegative, multiply, parseExact, toExact } from '../../money/exact';
import { toDecimalString } from '../../money/rounding';

const signs: Readonly<Record<string, CurrencyCode>> = { '€': 'EUR', '£': 'GBP', $: 'USD', '¥': 'JPY', '₩': 'KRW' };

/** A number as people and programs write it: "1,299.00", "1.299,00", "12,5", "1 299". With both signs the last is the
 *  decimal one; a single comma before exactly three digits separates thousands. Null when it is no number or has more
 *  than six decimals. Answers a plain decimal string. */
export function readNumber(text: string): string | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f'’]/gu, '');
  const [, sign = '', digits = ''] = /^([-+]?)([\d.,]*\d[\d.,]*)$/.exec(bare) ?? [];
  if (digits === '') return null;
  const plain = withoutThousands(digits);
  const value = plain === null ? null : parseExact(`${sign === '-' ? '-' : ''}${plain}`);
  if (!value) return null;
  const written = toDecimalString(value, 6);
  return equals(toExact(written), value) ? written : null;
}

const inThousands = (digits: string, sign: string) =>
  digits.split(sign).every((part, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{2,3}$/).test(part));

/** "1.299,00" -> "1299.00". Null when the signs make no sense. */
function withoutThousands(digits: string): string | null {
  const signs = [...digits].filter((sign) => sign === '.' || sign === ',');
  const last = signs.at(-1);
  if (!last) return digits;
  const isOneKind = signs.every((sign) => sign === last);
  const isGrouped =
    isOneKind && (signs.length > 1 || last === ',') && /[.,]\d{3}$/.test(digits) && inThousands(digits, last);
  if (isGrouped) return digits.replaceAll(last, '');
  const at = digits.lastIndexOf(last);
  const [whole, fraction] = [digits.slice(0, at), digits.slice(at + 1)];
  const other = last === '.' ? ',' : '.';
  if (whole.includes(last) || (whole.includes(other) && !inThousands(whole, other))) return null;
  return `${whole.replaceAll(other, '') || '0'}.${fraction || '0'}`;
}

export type MoneyCell = { readonly amount: string; readonly currency: CurrencyCode | null };

/** A price with or without its currency: "$12.50", "12,50 €", "EUR 12". Null when it is no price or below zero. */
export function readMoney(text: string): MoneyCell | null {
  let currency: CurrencyCode | null = null;
  const bare = text
    .replace(/[€£$¥₩]/u, (sign) => {
      currency = signs[sign] ?? null;
      return '';
    })
    .replace(/(^|[\s\d])([A-Z]{3})(?=$|[\s\d])/u, (whole, before: string, code: string) => {
      if (!isCurrencyCode(code)) return whole;
      currency = code;
      return before;
    });
  const amount = readNumber(bare);
  return amount === null || isNegative(toExact(amount)) ? null : { amount, currency };
}

const gramsPer = { g: '1', kg: '1000', lb: '453.59237', lbs: '453.59237', oz: '28.349523125' } as const;
const isWeightUnit = (unit: string): unit is keyof typeof gramsPer => Object.hasOwn(gramsPer, unit);

/** Whole grams, rounded half away from zero. Null when it is no weight. */
export function readGrams(text: string, unit = 'g'): number | null {
  const value = readNumber(text);
  const name = unit.trim().toLowerCase();
  if (value === null || isNegative(toExact(value)) || !isWeightUnit(name)) return null;
  const grams = Number(toDecimalString(multiply(toExact(value), toExact(gramsPer[name])), 0));
  return grams <= 2_000_000_000 ? grams : null;
}

/** "true", "TRUE", "yes", "1"; null when it is neither yes nor no. */
export function readYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (['true', 'yes', '1', 'wahr', 'ja'].includes(word)) return true;
  return ['false', 'no', '0', 'falsch', 'nein'].includes(word) ? false : null;
}

/** Lower case letters a to z and digits, joined by dashes; accents dropped. Empty when nothing is left. */
export const asSlug = (text: string): string =>
  text
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');

const isHandle = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]{0,254}$/u;
/** What may stand in an address as a product's name: letters, digits, dashes. */
export const mayBeHandle = (handle: string): boolean => isHandle.test(handle);

/** A web address of a picture, or the name of one of ours. Never a script. */
export const mayBePicture = (source: string): boolean =>
  source.length <= 2000 && (/^https?:\/\/[^\s"'<>\\]+$/i.test(source) || /^[a-z0-9][a-z0-9._-]{0,199}$/i.test(source));

/** A SKU for a variant that came without one; the same for the same words, every time. */
export function madeSku(handle: string, optionValues: readonly string[], taken: ReadonlySet<string>): string {
  const words = [handle, ...optionValues].map((word) => asSlug(word) || codePoints(word)).filter(Boolean);
  const stem = words.join('-').toUpperCase().slice(0, 92);
  if (!taken.has(stem)) return stem;
  let count = 2;
  while (taken.has(`${stem}-${count}`)) count += 1;
  return `${stem}-${count}`;
}
const codePoints = (word: string) =>
  [...word]
    .slice(0, 12)
    .map((sign) => sign.codePointAt(0)?.toString(16))
    .join('');

/** Postgres stores no NUL, and the replacement character stands where bytes were not UTF-8. */
export const hasUnreadable = (text: string): boolean => text.includes('\0') || text.includes('\ufffd');
export const unreadable = 'A character that cannot be read: the file is to be UTF-8';
