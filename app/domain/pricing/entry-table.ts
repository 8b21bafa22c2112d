/** Price entries as a table: what people paste from a spreadsheet, upload and download. */
export const entryColumns = [
  'sku',
  'product',
  'plan',
  'module',
  'category',
  'everything',
  'min_quantity',
  'unit_price',
  'percent_off',
] as const;
export type EntryColumn = (typeof entryColumns)[number];

/** An entry as the API writes it; which fields there are says what it is about. */
export type TypedEntry = {
  sku?: string;
  product?: string;
  plan?: string;
  module?: string;
  category?: string;
  everything?: true;
  min_quantity: string;
  unit_price?: string;
  percent_off?: string;
};

export const entryTableProblems = [
  'no_header',
  'too_many_columns',
  'no_target',
  'several_targets',
  'part_without_product',
  'plan_and_module',
  'no_price',
  'price_and_percentage',
  'not_a_number',
  'too_many_decimals',
  'not_above_zero',
  'percent_out_of_range',
] as const;
export type EntryTableProblemCode = (typeof entryTableProblems)[number];
export type EntryTableProblem = {
  readonly row: number;
  readonly column: EntryColumn | 'list' | null;
  readonly code: EntryTableProblemCode;
};

export type TableHead = ReadonlyMap<EntryColumn | 'list', number>;

const known: Readonly<Record<string, EntryColumn | 'list'>> = {
  ...Object.fromEntries(entryColumns.map((name) => [name, name])),
  list: 'list',
  'price list': 'list',
  'min qty': 'min_quantity',
  quantity: 'min_quantity',
  price: 'unit_price',
  '% off': 'percent_off',
};
const plain = (cell: string) =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
const columnNamed = (cell: string): EntryColumn | 'list' | undefined =>
  known[plain(cell)] ?? known[plain(cell).replaceAll(' ', '_')];

/** What the columns are, by their first row. Null when it is no header: then they are SKU, minimum quantity and price
 *  (two columns: SKU and price). */
export function tableHead(cells: readonly string[]): TableHead | null {
  const names = cells.map(columnNamed);
  const head = new Map(names.flatMap((name, index) => (name ? [[name, index] as const] : [])));
  const hasTarget = (['sku', 'product', 'category', 'everything'] as const).some((name) => head.has(name));
  return hasTarget && (head.has('unit_price') || head.has('percent_off')) ? head : null;
}
export const bareHead = (width: number): TableHead =>
  new Map<EntryColumn, number>(
    width <= 2
      ? [
          ['sku', 0],
          ['unit_price', 1],
        ]
      : [
          ['sku', 0],
          ['min_quantity', 1],
          ['unit_price', 2],
        ],
  );

type ReadEntry =
  { readonly ok: true; readonly entry: TypedEntry } | { readonly ok: false; readonly problems: EntryTableProblem[] };

/** One row as an entry, or everything that is wrong with it. A decimal comma is understood, a percentage may stand in the
 *  price column with its sign. Null for an empty row. */
export function readEntry(cells: readonly string[], head: TableHead, row: number): ReadEntry | null {
  const cell = (name: EntryColumn) => {
    const index = head.get(name);
    const text = index === undefined ? '' : (cells[index] ?? '').trim();
    return text.startsWith("'") ? text.slice(1) : text;
  };
  const texts = Object.fromEntries(entryColumns.map((name) => [name, cell(name)])) as Record<EntryColumn, string>;
  if (Object.values(texts).every((text) => text === '')) return null;
  const problems: EntryTableProblem[] = [];
  const wrong = (column: EntryColumn | null, code: EntryTableProblemCode) => problems.push({ row, column, code });

  const isEverything = /^(true|yes|1|x)$/i.test(texts.everything);
  const targets = [texts.sku, texts.product, texts.category, isEverything ? 'x' : ''].filter((text) => text !== '');
  if (targets.length === 0) wrong('sku', 'no_target');
  if (targets.length > 1) wrong(null, 'several_targets');
  if (texts.plan && texts.module) wrong('module', 'plan_and_module');
  if ((texts.plan || texts.module) && !texts.product) wrong('product', 'part_without_product');

  const isPercentage = texts.unit_price.endsWith('%');
  const price = isPercentage ? '' : texts.unit_price;
  const percent = texts.percent_off || (isPercentage ? texts.unit_price : '');
  if (price === '' && percent === '') wrong('unit_price', 'no_price');
  if (price !== '' && percent !== '') wrong('percent_off', 'price_and_percentage');
  const number = (column: EntryColumn, text: string, decimals: number): string | undefined => {
    if (text === '') return undefined;
    const read = decimal(text, decimals);
    if (read.ok) return read.value;
    wrong(column, read.code);
    return undefined;
  };
  const minimum = number('min_quantity', texts.min_quantity, 6) ?? '1';
  if (!/[1-9]/.test(minimum)) wrong('min_quantity', 'not_above_zero');
  const unitPrice = number('unit_price', price, 6);
  const percentOff = number('percent_off', percent.replace(/\s*%$/, ''), 4);
  if (percentOff !== undefined && Number(percentOff) >= 100) wrong('percent_off', 'percent_out_of_range');
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    entry: {
      ...(texts.sku && { sku: texts.sku }),
      ...(texts.product && { product: texts.product }),
      ...(texts.plan && { plan: texts.plan }),
      ...(texts.module && { module: texts.module }),
      ...(texts.category && { category: texts.category }),
      ...(isEverything && { everything: true as const }),
      min_quantity: minimum,
      ...(unitPrice !== undefined && { unit_price: unitPrice }),
      ...(percentOff !== undefined && { percent_off: percentOff }),
    },
  };
}

type Decimal =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly code: EntryTableProblemCode };

/** "16.50", "16,50" and "€ 16.50" alike; a sign, or separators of thousands, are refused rather than guessed at. */
function decimal(text: string, decimals: number): Decimal {
  const bare = text.replace(/^[\p{Sc}\s]+|[\p{Sc}\s]+$/gu, '').replace(',', '.');
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(bare);
  if (!match) return { ok: false, code: 'not_a_number' };
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return { ok: false, code: 'too_many_decimals' };
  return { ok: true, value: fraction === '' ? (match[1] as string) : `${match[1]}.${fraction}` };
}

/** A cell that a spreadsheet would run as a formula is written as text. */
export const harmlessCell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Rows of pasted text: tabs between cells, or semicolons, or commas. */
export function pastedRows(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const separator = first.includes('\t') ? '\t' : first.includes(';') ? ';' : ',';
  return lines.map((line) => (line.trim() === '' ? [] : line.split(separator)));
}
