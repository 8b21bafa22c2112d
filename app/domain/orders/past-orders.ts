import { type Exact, parseExact } from '../money/exact';

/** One row of another shop's invoices: a line of an order that was placed there. Unit price before tax. */
export type PastLine = {
  readonly number: string;
  readonly sku: string;
  readonly title: string;
  readonly quantity: Exact;
  readonly unitPrice: Exact;
  readonly placedAt: Date;
  /** An address, or the number the other shop knew them by; null where it says nothing. */
  readonly customer: string | null;
  readonly country: string;
};
export type PastLineProblem = 'number_missing' | 'sku_missing' | 'not_sold' | 'no_price' | 'no_date';

/** What each column may be called, ours first. */
const names = {
  number: ['number', 'invoiceno', 'invoice', 'order'],
  sku: ['sku', 'stockcode'],
  title: ['title', 'description'],
  quantity: ['quantity'],
  unitPrice: ['unit_price', 'unitprice', 'price'],
  placedAt: ['placed_at', 'invoicedate', 'date'],
  customer: ['email', 'customerid', 'customer', 'customer_id'],
  country: ['country'],
} as const satisfies Record<string, readonly string[]>;
type Column = keyof typeof names;
export type PastOrderColumns = Readonly<Record<Column, number>>;

const needed: readonly Column[] = ['number', 'sku', 'quantity', 'unitPrice', 'placedAt'];

/** Where each column stands; -1 = not in this file. Null where one is missing that no order can do without. */
export function pastOrderColumns(header: readonly string[]): PastOrderColumns | null {
  const named = header.map((cell) => cell.trim().toLowerCase().replaceAll(' ', '_'));
  const place = (column: Column) => named.findIndex((name) => (names[column] as readonly string[]).includes(name));
  const columns = Object.fromEntries((Object.keys(names) as Column[]).map((column) => [column, place(column)]));
  return needed.every((column) => (columns[column] ?? -1) >= 0) ? (columns as PastOrderColumns) : null;
}

/** Cancellations, returns and gifts are no sale: only what was sold at a price is an order. A time without a zone is UTC. */
export function readPastLine(
  cells: readonly string[],
  columns: PastOrderColumns,
): { readonly ok: true; readonly line: PastLine } | { readonly ok: false; readonly problem: PastLineProblem } {
  const cell = (column: Column) => (cells[columns[column]] ?? '').trim();
  const refused = (problem: PastLineProblem) => ({ ok: false, problem }) as const;
  const [number, sku] = [cell('number'), cell('sku')];
  if (!number) return refused('number_missing');
  if (!sku) return refused('sku_missing');
  const [quantity, unitPrice] = [parseExact(cell('quantity')), parseExact(cell('unitPrice'))];
  if (!quantity || quantity.num <= 0n) return refused('not_sold');
  if (!unitPrice || unitPrice.num <= 0n) return refused('no_price');
  const placedAt = instantOf(cell('placedAt'));
  if (!placedAt) return refused('no_date');
  const customer = cell('customer').replace(/\.0$/, '').toLowerCase() || null;
  const title = cell('title') || sku;
  return { ok: true, line: { number, sku, title, quantity, unitPrice, placedAt, customer, country: cell('country') } };
}

function instantOf(text: string): Date | null {
  const written = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  if (!written) return null;
  const [, day = '', time = '00:00', zone = 'Z'] = written;
  const at = new Date(`${day}T${time.length === 5 ? `${time}:00` : time}${zone}`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** The address by which a customer of the other shop is kept: their own, or one that reaches nobody (RFC 2606). */
export const pastCustomerEmail = (customer: string | null): string =>
  customer?.includes('@')
    ? customer
    : `customer-${(customer ?? 'unknown').replaceAll(/[^a-z0-9]+/g, '-')}@past.invalid`;

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });
const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
/** Of UK the code in use, GB: names are known of withdrawn codes too. */
const codeInUse = (code: string): string => Intl.getCanonicalLocales(`und-${code}`)[0]?.slice(4) ?? code;
const codesByName = new Map(
  letters
    .flatMap((one) => letters.map((two) => one + two))
    .map((code) => [countryNames.of(code) ?? code, code] as const)
    .filter(([name, code]) => name !== code && code !== 'ZZ' && codeInUse(code) === code)
    .map(([name, code]) => [name.toLowerCase(), code]),
);
const knownCodes = new Set(codesByName.values());

/** ISO 3166-1 alpha-2 of a code or of a country's English name; null where nobody knows it. */
export function pastCountry(text: string): string | null {
  const named = text.trim();
  const code = /^[a-z]{2}$/i.test(named) ? codeInUse(named.toUpperCase()) : codesByName.get(named.toLowerCase());
  return code !== undefined && knownCodes.has(code) ? code : null;
}
