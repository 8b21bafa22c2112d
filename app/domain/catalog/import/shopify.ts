import type { CurrencyCode } from '../../money/currencies';
import { compare, isZero, toExact } from '../../money/exact';
import type { ProductStatus } from '../states';
import {
  asSlug,
  hasUnreadable,
  madeSku,
  mayBeHandle,
  mayBePicture,
  readGrams,
  readMoney,
  readNumber,
  readYesNo,
  unreadable,
} from './cells';
import type { ShopifyColumn, ShopifyColumns } from './columns';
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

export type ShopifySettings = {
  readonly columns: ShopifyColumns;
  /** What a price without a sign is in. */
  readonly currency: CurrencyCode;
};

/** A row cannot be kept: where and why. */
class BadCell extends Error {
  constructor(
    readonly column: ShopifyColumn | null,
    readonly code: ImportProblemCode,
    message: string,
  ) {
    super(message);
  }
}

const longest = 2000;

/** Shopify's rows of one product as a product of ours. Good rows go in, each bad one is named. Prices are taken as they
 *  stand, before tax. A price of zero asks for a quote; a compare-at price not above the price is left out. */
export function parseShopifyProduct(group: RowsOfProduct, settings: ShopifySettings): ParsedProduct {
  const { columns } = settings;
  const problems: ImportProblem[] = [];
  const notes: ImportProblem[] = [];
  const header = (column: ShopifyColumn | null) => {
    const index = column === null ? undefined : columns.at[column];
    return index === undefined ? null : (columns.headers[index] ?? null);
  };
  const tell = (
    list: ImportProblem[],
    row: number,
    column: ShopifyColumn | null,
    code: ImportProblemCode,
    message: string,
  ) => list.push({ row, column: header(column), code, message });
  const attempt = <T>(row: number, act: () => T): T | null => {
    try {
      return act();
    } catch (fault) {
      if (!(fault instanceof BadCell)) throw fault;
      tell(problems, row, fault.column, fault.code, fault.message);
      return null;
    }
  };

  const [first] = group.rows;
  if (!first) return { product: null, problems, notes };
  const body = attempt(first.row, () => readProduct(group.handle, first, columns));
  if (!body) {
    for (const { row } of group.rows.slice(1))
      tell(problems, row, null, 'product_refused', `The product's first row (${first.row}) was refused`);
    return { product: null, problems, notes };
  }

  const optionNames = ([1, 2, 3] as const).map((n) => cellOf(first, columns, `option${n}Name`)).filter(Boolean);
  const isSingle =
    optionNames.length === 0 ||
    (optionNames.length === 1 && cellOf(first, columns, 'option1Value') === 'Default Title');
  const variants: ImportedVariant[] = [];
  const images: (ImportedImage & { position: number })[] = [];
  const combinations = new Set<string>();
  const skus = new Set<string>();
  let hadVariants = false;

  for (const row of group.rows) {
    const before = problems.length;
    const image = attempt(row.row, () => readImage(row, columns));
    const isVariantRow = row === first || hasVariant(row, columns);
    if (isVariantRow && problems.length === before) {
      hadVariants = true;
      const read = attempt(row.row, () => {
        if (variants.length >= longest) throw new BadCell(null, 'too_many_variants', `More than ${longest} variants`);
        const options = isSingle ? {} : readOptions(row, columns, optionNames);
        const combination = JSON.stringify(Object.values(options));
        if (combinations.has(combination))
          throw new BadCell(
            'option1Value',
            'duplicate_options',
            'Another variant of this product has the same options',
          );
        const variant = readVariant(row, settings, { handle: group.handle, options, skus }, (column, code, message) =>
          tell(notes, row.row, column, code, message),
        );
        combinations.add(combination);
        skus.add(variant.body.sku);
        return variant;
      });
      if (read) {
        variants.push(read);
        const own = attempt(row.row, () => readVariantImage(row, columns, read.body.sku));
        if (own && own.source !== image?.source) images.push({ ...own, position: 10_000 + images.length });
      }
    }
    if (image) images.push({ ...image, position: image.position || images.length + 1 });
  }
  if (hadVariants && variants.length === 0) return { product: null, problems, notes };
  return {
    product: {
      handle: group.handle,
      rows: group.rows.map(({ row }) => row),
      body: { ...body, options: isSingle ? [] : optionNames },
      variants,
      images: columns.at.image === undefined && columns.at.variantImage === undefined ? null : inOrder(images),
    },
    problems,
    notes,
  };
}

const inOrder = (images: readonly (ImportedImage & { position: number })[]): ImportedImage[] =>
  [...images]
    .sort((a, b) => a.position - b.position)
    .filter(
      (image, index, all) =>
        all.findIndex((other) => other.source === image.source && other.sku === image.sku) === index,
    )
    .map(({ source, alt, sku }) => ({ source, alt, sku }));

function cellOf(row: ImportRow, { at }: ShopifyColumns, column: ShopifyColumn): string {
  const index = at[column];
  const text = index === undefined ? '' : (row.cells[index] ?? '');
  if (hasUnreadable(text)) throw new BadCell(column, 'bad_character', unreadable);
  return text.trim();
}

const hasVariant = (row: ImportRow, columns: ShopifyColumns): boolean =>
  (['option1Value', 'sku', 'price', 'quantity'] as const).some((column) => {
    const index = columns.at[column];
    return index !== undefined && (row.cells[index] ?? '').trim() !== '';
  });

function readProduct(handle: string, row: ImportRow, columns: ShopifyColumns): ImportedBody {
  const cell = (column: ShopifyColumn) => cellOf(row, columns, column);
  const has = (column: ShopifyColumn) => columns.at[column] !== undefined;
  if (handle === '') throw new BadCell('handle', 'missing_handle', 'A row needs a handle');
  if (!mayBeHandle(handle)) throw new BadCell('handle', 'bad_handle', 'A handle is letters, digits and dashes');
  const title = cell('title');
  const category = categoryOf(cell('category'), cell('type'));
  return {
    ...(title ? { title: { en: title } } : {}),
    ...(has('body') && title ? { description: cell('body') ? { en: cell('body') } : {} } : {}),
    ...(has('vendor') && title ? { vendor: cell('vendor') } : {}),
    ...(has('tags') && title ? { tags: tagsOf(cell('tags')) } : {}),
    ...(category ? { category } : {}),
    ...(has('status') || has('published') ? statusOf(cell('status'), cell('published')) : {}),
    ...(cell('seoTitle') ? { seo_title: { en: cell('seoTitle') } } : {}),
    ...(cell('seoDescription') ? { seo_description: { en: cell('seoDescription') } } : {}),
  };
}

const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** "Home & Garden > Lighting" -> home-garden/lighting; else the product type as one category. */
const categoryOf = (category: string, type: string): string | null =>
  (category || type).split('>').map(asSlug).filter(Boolean).join('/') || null;

function statusOf(status: string, published: string): { status?: ProductStatus } {
  const word = status.toLowerCase();
  if (word === 'active' || word === 'draft' || word === 'archived') return { status: word };
  if (word === 'unlisted') return { status: 'draft' };
  if (word !== '')
    throw new BadCell('status', 'bad_value', `A status is active, draft or archived, not ${status.slice(0, 60)}`);
  if (published === '') return {};
  const isPublished = readYesNo(published);
  if (isPublished === null)
    throw new BadCell('published', 'bad_value', `Published is true or false, not ${published.slice(0, 60)}`);
  return { status: isPublished ? 'active' : 'draft' };
}

function readOptions(row: ImportRow, columns: ShopifyColumns, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name, index) => {
      const column = `option${(index + 1) as 1 | 2 | 3}Value` as const;
      const value = cellOf(row, columns, column);
      if (!value) throw new BadCell(column, 'missing_option', `The variant does not say its ${name}`);
      return [name, value];
    }),
  );
}

function readImage(row: ImportRow, columns: ShopifyColumns): (ImportedImage & { position: number }) | null {
  const source = cellOf(row, columns, 'image');
  if (!source) return null;
  if (!mayBePicture(source)) throw new BadCell('image', 'bad_image', 'A picture is a web address');
  const alt = cellOf(row, columns, 'imageAlt');
  const position = Number(readNumber(cellOf(row, columns, 'imagePosition')) ?? '0');
  return { source, alt: alt ? { en: alt } : {}, sku: null, position };
}

function readVariantImage(row: ImportRow, columns: ShopifyColumns, sku: string): ImportedImage | null {
  const source = cellOf(row, columns, 'variantImage');
  if (!source) return null;
  if (!mayBePicture(source)) throw new BadCell('variantImage', 'bad_image', 'A picture is a web address');
  return { source, alt: {}, sku };
}

type Note = (column: ShopifyColumn, code: ImportProblemCode, message: string) => void;

function readVariant(
  row: ImportRow,
  settings: ShopifySettings,
  { handle, options, skus }: { handle: string; options: Record<string, string>; skus: ReadonlySet<string> },
  note: Note,
): ImportedVariant {
  const { columns } = settings;
  const cell = (column: ShopifyColumn) => cellOf(row, columns, column);
  const sku = cell('sku').replace(/^'(?=.)/u, '') || madeSku(handle, Object.values(options), skus);
  if (skus.has(sku)) throw new BadCell('sku', 'duplicate_sku', `SKU ${sku} stands twice in this file`);
  const { unitPrices, compareAt, isQuote } = readPrices(row, settings, note);
  const body: ImportedVariantBody = {
    sku,
    options,
    status: 'active',
    asks_for_quote: isQuote,
    compare_at: compareAt,
    ...readStock(row, columns, note),
    ...readWeight(row, columns),
    ...(columns.at.barcode === undefined ? {} : { barcode: cell('barcode').replace(/^'/, '').slice(0, 40) || null }),
    ...(readYesNo(cell('taxable')) === false ? { tax_class: 'zero' as const } : {}),
  };
  if (cell('cost')) {
    const cost = readMoney(cell('cost'));
    if (!cost) throw new BadCell('cost', 'bad_price', `Not a cost: ${cell('cost').slice(0, 60)}`);
    body.cost = { [cost.currency ?? settings.currency]: cost.amount };
  }
  return { row: row.row, body, unitPrices };
}

function readPrices(row: ImportRow, { columns, currency: usual }: ShopifySettings, note: Note) {
  const unitPrices: Partial<Record<CurrencyCode, string>> = {};
  const compareAt: Partial<Record<CurrencyCode, string>> = {};
  const text = cellOf(row, columns, 'price');
  const price = text ? readMoney(text) : null;
  if (text && !price) throw new BadCell('price', 'bad_price', `Not a price: ${text.slice(0, 60)}`);
  const isQuote = price !== null && isZero(toExact(price.amount));
  const currency = price?.currency ?? usual;
  if (price && !isQuote) unitPrices[currency] = price.amount;
  if (!text) note('price', 'bad_price', 'Without a price it is not sold');

  const before = cellOf(row, columns, 'compareAt');
  if (before) {
    const read = readMoney(before);
    if (!read) throw new BadCell('compareAt', 'bad_price', `Not a price: ${before.slice(0, 60)}`);
    compareAt[read.currency ?? currency] = read.amount;
  }
  for (const market of columns.markets) {
    const shown = (row.cells[market.index] ?? '').trim();
    if (!shown) continue;
    const read = readMoney(shown);
    if (!read)
      throw new BadCell(
        'price',
        'bad_price',
        `Not a price: ${shown.slice(0, 60)} (${columns.headers[market.index] ?? ''})`,
      );
    const target = market.kind === 'price' ? unitPrices : compareAt;
    if (!isZero(toExact(read.amount))) target[read.currency ?? market.currency] ??= read.amount;
  }
  for (const [code, amount] of Object.entries(compareAt) as [CurrencyCode, string][]) {
    const now = unitPrices[code];
    if (now !== undefined && compare(toExact(amount), toExact(now)) > 0) continue;
    delete compareAt[code];
    note('compareAt', 'bad_price', 'A compare-at price not above the price is left out');
  }
  return { unitPrices, compareAt, isQuote };
}

function readStock(row: ImportRow, columns: ShopifyColumns, note: Note): Partial<ImportedVariantBody> {
  const text = cellOf(row, columns, 'quantity');
  const policy = cellOf(row, columns, 'policy').toLowerCase();
  const goesOn = policy === 'continue' || readYesNo(policy) === true;
  const known = policy === '' || policy === 'deny' || policy === 'continue' || readYesNo(policy) !== null;
  if (!known) throw new BadCell('policy', 'bad_value', `Deny or continue, not ${policy.slice(0, 60)}`);
  const fields: Partial<ImportedVariantBody> = policy === '' ? {} : { stock_policy: goesOn ? 'backorder' : 'deny' };
  if (!text) return fields;
  const count = readNumber(text);
  if (count === null || count.replace(/^-|\..*$/g, '').length > 11)
    throw new BadCell('quantity', 'bad_quantity', `Not a quantity: ${text.slice(0, 60)}`);
  if (count.startsWith('-')) note('quantity', 'bad_quantity', 'Less than nothing is on the shelf: taken as none');
  return { ...fields, stock: count.startsWith('-') ? '0' : count };
}

function readWeight(row: ImportRow, columns: ShopifyColumns): Partial<ImportedVariantBody> {
  const grams = cellOf(row, columns, 'grams');
  const weight = cellOf(row, columns, 'weight');
  if (!grams && !weight) return {};
  const read = grams ? readGrams(grams) : readGrams(weight, cellOf(row, columns, 'weightUnit') || 'g');
  if (read === null)
    throw new BadCell(grams ? 'grams' : 'weight', 'bad_weight', `Not a weight: ${(grams || weight).slice(0, 60)}`);
  return { weight_grams: read };
}
