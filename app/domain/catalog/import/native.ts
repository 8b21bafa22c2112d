import { type CurrencyCode, currencyCodes } from '../../money/currencies';
import { isNegative, parseExact } from '../../money/exact';
import { hasUnreadable, mayBeHandle, mayBePicture, unreadable } from './cells';
import type { ImportRow, RowsOfProduct } from './group-rows';
import type {
  ImportProblem,
  ImportProblemCode,
  ImportedBody,
  ImportedImage,
  ImportedVariant,
  ImportedVariantBody,
  ParsedProduct,
} from './imported';
import { type MoneyKind, type NativeColumn, type NativeColumns, nativeLanguages } from './native-columns';
import { fromSpreadsheet } from './spreadsheet-cell';

class BadCell extends Error {
  constructor(
    readonly column: NativeColumn,
    readonly code: ImportProblemCode,
    message: string,
  ) {
    super(message);
  }
}

type Read = (column: NativeColumn) => string | undefined;

/** Undefined when the file has no such column: what it says nothing about keeps its value. */
const reader =
  (row: ImportRow, columns: NativeColumns): Read =>
  (column) => {
    const index = columns.at.get(column);
    if (index === undefined) return undefined;
    const text = fromSpreadsheet(row.cells[index] ?? '');
    if (hasUnreadable(text)) throw new BadCell(column, 'bad_character', unreadable);
    return text;
  };

/** Our own format's rows of one product. Shapes of the structured cells are checked by whoever saves them. */
export function parseNativeProduct(group: RowsOfProduct, columns: NativeColumns): ParsedProduct {
  const problems: ImportProblem[] = [];
  const attempt = <T>(row: number, act: () => T): T | null => {
    try {
      return act();
    } catch (fault) {
      if (!(fault instanceof BadCell)) throw fault;
      problems.push({ row, column: fault.column, code: fault.code, message: fault.message });
      return null;
    }
  };
  const [first] = group.rows;
  if (!first) return { product: null, problems, notes: [] };
  const head = attempt(first.row, () => readProduct(group.handle, reader(first, columns)));
  if (!head) {
    for (const { row } of group.rows.slice(1))
      problems.push({
        row,
        column: null,
        code: 'product_refused',
        message: `The product's first row (${first.row}) was refused`,
      });
    return { product: null, problems, notes: [] };
  }
  const variants: ImportedVariant[] = [];
  const skus = new Set<string>();
  for (const row of group.rows) {
    const read = attempt(row.row, () => readVariant(row, reader(row, columns), row === first));
    if (!read) continue;
    if (skus.has(read.body.sku)) {
      problems.push({
        row: row.row,
        column: 'sku',
        code: 'duplicate_sku',
        message: `SKU ${read.body.sku} stands twice in this file`,
      });
      continue;
    }
    skus.add(read.body.sku);
    variants.push(read);
  }
  const isLost = variants.length === 0 && problems.some(({ row }) => group.rows.some((own) => own.row === row));
  if (isLost) return { product: null, problems, notes: [] };
  return {
    product: { handle: group.handle, rows: group.rows.map(({ row }) => row), variants, ...head },
    problems,
    notes: [],
  };
}

const defined = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

function json(read: Read, column: NativeColumn): unknown {
  const text = read(column)?.trim();
  if (text === undefined) return undefined;
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new BadCell(column, 'bad_value', `${column} is written as JSON`);
  }
}

const listOf = (read: Read, column: NativeColumn) => {
  const value = json(read, column);
  if (value === undefined || value === null) return value === null ? [] : undefined;
  if (!Array.isArray(value)) throw new BadCell(column, 'bad_value', `${column} is a list: [ … ]`);
  return value as never[];
};

const recordOf = (read: Read, column: NativeColumn) => {
  const value = json(read, column);
  if (value === undefined || value === null) return value === null ? {} : undefined;
  if (typeof value !== 'object' || Array.isArray(value))
    throw new BadCell(column, 'bad_value', `${column} is a record: { … }`);
  return value as Record<string, never>;
};

function words(read: Read, name: 'title' | 'description' | 'seo_title' | 'seo_description') {
  const said = nativeLanguages.flatMap((language) => {
    const text = read(`${name}.${language}`);
    return text === undefined ? [] : [[language, text] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said.filter(([, text]) => text !== ''));
}

function readProduct(handle: string, read: Read): { body: ImportedBody; images: ImportedImage[] | null } {
  if (handle === '') throw new BadCell('handle', 'missing_handle', 'A row needs a handle');
  if (!mayBeHandle(handle)) throw new BadCell('handle', 'bad_handle', 'A handle is letters, digits and dashes');
  const title = words(read, 'title');
  const category = read('category')?.trim();
  const images = listOf(read, 'images');
  return {
    body: defined({
      title: title && Object.keys(title).length > 0 ? title : undefined,
      description: words(read, 'description'),
      seo_title: words(read, 'seo_title'),
      seo_description: words(read, 'seo_description'),
      status: (read('status') || undefined) as ImportedBody['status'],
      category: category === undefined ? undefined : category || null,
      vendor: read('vendor'),
      tags: listOf(read, 'tags'),
      attributes: recordOf(read, 'attributes'),
      options: listOf(read, 'options'),
      plans: listOf(read, 'plans'),
      modules: listOf(read, 'modules'),
    }),
    images: images === undefined ? null : images.map(readImage),
  };
}

function readImage(value: unknown): ImportedImage {
  const { source, alt = {}, sku = null } = (value ?? {}) as Partial<ImportedImage>;
  const areWords =
    typeof alt === 'object' && alt !== null && Object.values(alt).every((word) => typeof word === 'string');
  if (typeof source !== 'string' || !mayBePicture(source) || !areWords || (sku !== null && typeof sku !== 'string'))
    throw new BadCell('images', 'bad_image', 'A picture has a source that is a web address or one of our names');
  return { source, alt, sku };
}

function decimal(read: Read, column: NativeColumn, code: ImportProblemCode): string | undefined {
  const text = read(column)?.trim();
  if (!text) return undefined;
  const value = parseExact(text);
  if (!value || isNegative(value) || /\.\d{7,}$/.test(text))
    throw new BadCell(column, code, `Not a number: ${text.slice(0, 60)}`);
  return text;
}

function whole(read: Read, column: NativeColumn, code: ImportProblemCode): number | undefined {
  const text = decimal(read, column, code);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new BadCell(column, code, `Not a whole number: ${text.slice(0, 60)}`);
  return Number(text);
}

/** Undefined when the file has no column of that kind. */
function money(read: Read, kind: MoneyKind) {
  const said = currencyCodes.filter((currency) => read(`${kind}.${currency}`) !== undefined);
  if (said.length === 0) return undefined;
  const amounts: Partial<Record<CurrencyCode, string>> = {};
  for (const currency of said) {
    const amount = decimal(read, `${kind}.${currency}`, 'bad_price');
    if (amount !== undefined) amounts[currency] = amount;
  }
  return amounts;
}

/** Null for the row of a product that has no variant yet. */
function readVariant(row: ImportRow, read: Read, isFirst: boolean): ImportedVariant | null {
  const sku = read('sku')?.trim();
  if (!sku) {
    if (isFirst) return null;
    throw new BadCell('sku', 'missing_sku', 'A variant needs a SKU');
  }
  const orNull = (column: NativeColumn) => {
    const text = read(column)?.trim();
    return text === undefined ? undefined : text || null;
  };
  const quote = read('asks_for_quote')?.trim().toLowerCase();
  if (quote && quote !== 'true' && quote !== 'false') throw new BadCell('asks_for_quote', 'bad_value', 'true or false');
  const content = json(read, 'content');
  const body = defined({
    sku,
    options: recordOf(read, 'variant_options'),
    status: (read('variant_status') || undefined) as ImportedVariantBody['status'],
    replaced_by: orNull('replaced_by'),
    equivalents: listOf(read, 'equivalents'),
    unit: read('unit') || undefined,
    pack_size: decimal(read, 'pack_size', 'bad_quantity'),
    min_quantity: decimal(read, 'min_quantity', 'bad_quantity'),
    quantity_step: decimal(read, 'quantity_step', 'bad_quantity'),
    lead_time_days: whole(read, 'lead_time_days', 'bad_quantity'),
    stock: decimal(read, 'stock', 'bad_quantity'),
    stock_policy: (read('stock_policy') || undefined) as ImportedVariantBody['stock_policy'],
    tax_class: (read('tax_class') || undefined) as ImportedVariantBody['tax_class'],
    billed: (read('billed') || undefined) as ImportedVariantBody['billed'],
    weight_grams: whole(read, 'weight_grams', 'bad_weight'),
    content: content as ImportedVariantBody['content'],
    mix_group: orNull('mix_group'),
    barcode: orNull('barcode'),
    attributes: recordOf(read, 'variant_attributes'),
    asks_for_quote: quote ? quote === 'true' : undefined,
    cost: money(read, 'cost'),
    compare_at: money(read, 'compare_at'),
  });
  return { row: row.row, body, unitPrices: money(read, 'price') ?? {} };
}
