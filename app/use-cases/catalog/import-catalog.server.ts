import type { Deps } from '#app/deps.server.ts';
import {
  type CatalogFormat,
  type ShopifyColumn,
  formatOf,
  shopifyColumns,
} from '#app/domain/catalog/import/columns.ts';
import { type ImportRow, type RowsOfProduct, groupByHandle } from '#app/domain/catalog/import/group-rows.ts';
import type { ImportProblem, ParsedProduct } from '#app/domain/catalog/import/imported.ts';
import { nativeColumns } from '#app/domain/catalog/import/native-columns.ts';
import { parseNativeProduct } from '#app/domain/catalog/import/native.ts';
import { seenTexts } from '#app/domain/catalog/import/seen-texts.ts';
import { parseShopifyProduct } from '#app/domain/catalog/import/shopify.ts';
import { UnreadableCsv, readCsv } from '#app/integrations/csv.server.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { type CheckedProduct, checkImported } from './check-imported';
import { planBatch, writeBatch } from './import-batch.server';
import { type StagedPrices, publish, stage } from './staged-prices.server';

export type ImportCatalog = {
  readonly file: string;
  /** Told by the header when left out. */
  readonly format?: CatalogFormat;
  readonly isDryRun: boolean;
  readonly personId?: string | null;
  readonly onProgress?: (progress: { rows: number; bytes: number }) => void;
};

export type ImportReport = {
  products: number;
  variants: number;
  /** Products. */
  created: number;
  updated: number;
  unchanged: number;
  /** Rows. */
  rejected: number;
  errors: ImportProblem[];
  /** Set right without refusing the row; the first of them. */
  notes: ImportProblem[];
};

const batchVariants = 400;
const batchProducts = 200;
const notesKept = 1000;

type Reading = {
  parse: (group: RowsOfProduct) => ParsedProduct;
  at: { handle?: number; title?: number };
  /** The column a field of the product's body is written in. */
  columnOf: (field: string) => string | null;
};

/** Brings a catalog file in: streamed, in batches of bounded size that each commit alone, good rows in, bad rows told.
 *  Public prices change at once at the end, as a new revision of each currency's standard list. A dry run compares and
 *  writes nothing. Running a file again changes nothing. */
export async function importCatalog(deps: Deps, input: ImportCatalog): Promise<ImportReport> {
  const report: ImportReport = {
    ...{ products: 0, variants: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 },
    ...{ errors: [], notes: [] },
  };
  const at = deps.now();
  const staged: StagedPrices = new Map();
  const skusInFile = seenTexts();
  const personId = input.personId ?? null;
  let bytes = 0;
  let rows = 0;

  const finish = async (batch: readonly CheckedProduct[], columnOf: Reading['columnOf']) => {
    if (batch.length === 0) return;
    const plan = await deps.db.transaction(async (tx) => {
      const planned = await planBatch(tx, { batch, skusInFile, columnOf, at });
      if (input.isDryRun) return planned;
      await writeBatch(tx, { plan: planned, personId, at });
      await stage(tx, { staged, changes: planned.prices, personId, at });
      return planned;
    });
    report.products += plan.created + plan.updated + plan.unchanged;
    report.variants += plan.variants;
    report.created += plan.created;
    report.updated += plan.updated;
    report.unchanged += plan.unchanged;
    report.errors.push(...plan.problems);
    input.onProgress?.({ rows, bytes });
  };

  try {
    const records = readCsv(input.file, (read) => (bytes = read));
    const header = await records.next();
    const [{ currency }] = (await readShopRules(deps.db)).markets;
    const reading = header.done ? null : readingOf(header.value.cells, input.format, currency);
    if (!reading) {
      await records.return(undefined);
      report.errors.push(unknownFormat(input.format));
      return settled(report);
    }
    const seen = seenTexts();
    let batch: CheckedProduct[] = [];
    for await (const group of groupByHandle(
      counted(records, (row) => (rows = row)),
      reading.at,
    )) {
      if (group.handle !== '' && seen.has(group.handle)) {
        report.errors.push(...handleAgain(group, reading.columnOf('handle')));
        continue;
      }
      seen.add(group.handle);
      const { product, problems, notes } = reading.parse(group);
      report.errors.push(...problems);
      if (report.notes.length < notesKept) report.notes.push(...notes);
      if (!product) continue;
      const { checked, problems: bad } = checkImported(product, reading.columnOf);
      report.errors.push(...bad);
      if (checked) batch.push(checked);
      const size = batch.reduce((sum, one) => sum + one.product.variants.length, 0);
      if (batch.length < batchProducts && size < batchVariants) continue;
      await finish(batch, reading.columnOf);
      batch = [];
    }
    await finish(batch, reading.columnOf);
  } catch (fault) {
    if (!(fault instanceof UnreadableCsv)) throw fault;
    report.errors.push({ row: fault.row, column: null, code: 'bad_csv', message: fault.message });
  }
  await publish(deps.db, { staged, at });
  return settled(report);
}

function readingOf(
  headers: readonly string[],
  format: CatalogFormat | undefined,
  currency: CurrencyCode,
): Reading | null {
  const chosen = format ?? formatOf(headers);
  if (chosen === 'native') {
    const columns = nativeColumns(headers);
    if (!columns.at.has('handle')) return null;
    const variantFields: Record<string, string> = {
      ...{ options: 'variant_options', status: 'variant_status', attributes: 'variant_attributes' },
    };
    return {
      parse: (group) => parseNativeProduct(group, columns),
      at: { handle: columns.at.get('handle') },
      columnOf: (field) => variantFields[field] ?? field,
    };
  }
  const columns = chosen === 'shopify' ? shopifyColumns(headers) : null;
  if (!columns) return null;
  return {
    parse: (group) => parseShopifyProduct(group, { columns, currency }),
    at: columns.at,
    columnOf(field) {
      const index = columns.at[shopifyFields[field] ?? 'handle'];
      return index === undefined ? null : (columns.headers[index] ?? null);
    },
  };
}

const shopifyFields: Readonly<Record<string, ShopifyColumn>> = {
  handle: 'handle',
  title: 'title',
  description: 'body',
  seo_title: 'seoTitle',
  seo_description: 'seoDescription',
  category: 'category',
  status: 'status',
  vendor: 'vendor',
  tags: 'tags',
  options: 'option1Value',
  sku: 'sku',
  barcode: 'barcode',
  stock: 'quantity',
  weight_grams: 'grams',
  cost: 'cost',
  compare_at: 'compareAt',
};

async function* counted(rows: AsyncIterable<ImportRow>, onRow: (row: number) => void): AsyncGenerator<ImportRow> {
  for await (const row of rows) {
    onRow(row.row);
    yield row;
  }
}

const handleAgain = (group: RowsOfProduct, column: string | null): ImportProblem[] =>
  group.rows.map(({ row }) => ({
    row,
    column,
    code: 'handle_again',
    message: `Rows of one product stand together; ${group.handle} came before`,
  }));

const unknownFormat = (format: CatalogFormat | undefined): ImportProblem => ({
  row: 1,
  column: null,
  code: 'unknown_format',
  message: format
    ? `The header is not that of a ${format} catalog`
    : "The header is neither Shopify's (Handle, Title, Variant Price …) nor our own (handle, title.en, sku …)",
});

function settled(report: ImportReport): ImportReport {
  report.errors.sort((a, b) => a.row - b.row);
  report.rejected = new Set(report.errors.map(({ row }) => row)).size;
  return report;
}
