import type { Deps } from '#app/deps.server.ts';
import { type NativeColumn, nativeHeader, nativeLanguages } from '#app/domain/catalog/import/native-columns.ts';
import { forSpreadsheet } from '#app/domain/catalog/import/spreadsheet-cell.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { csvLine } from '#app/integrations/csv.server.ts';
import {
  type ProductPicture,
  findPictures,
  findStockBySku,
  listCatalogCurrencies,
  listHandles,
} from '#db/queries/imported-catalog.server.ts';
import {
  type ModuleToSave,
  type PlanToSave,
  type ProductToSave,
  type VariantToSave,
  findProductsToSave,
} from '#db/queries/save-products.server.ts';
import { readStandardPrices } from '#db/queries/standard-prices.server.ts';
import { withPlainNumbers } from './compare-catalog';

const pageOfProducts = 100;
type Cells = Partial<Record<NativeColumn, string>>;

/** The catalog as lines of CSV in our own format, by handle, one row per variant; read page by page. What could be taken
 *  for a formula is escaped, and comes back unescaped when the file is imported. */
export async function* exportCatalog({ db, now }: Deps): AsyncGenerator<string> {
  const header = nativeHeader(await listCatalogCurrencies(db));
  yield csvLine(header);
  let after: string | null = null;
  for (;;) {
    const handles: string[] = await listHandles(db, { after, limit: pageOfProducts });
    if (handles.length === 0) return;
    after = handles.at(-1) ?? null;
    const found = new Map(
      (await findProductsToSave(db, { handles })).map((one) => [one.product.handle, withPlainNumbers(one)]),
    );
    const skus = [...found.values()].flatMap(({ variants }) => variants.map(({ sku }) => sku));
    const stock = await findStockBySku(db, { skus });
    const pictures = await findPictures(db, { handles });
    const prices = new Map<string, [CurrencyCode, string][]>();
    for (const { sku, currency, unitPrice } of await readStandardPrices(db, { skus, at: now() }))
      prices.set(sku, [...(prices.get(sku) ?? []), [currency, plain(unitPrice)]]);
    for (const handle of handles) {
      const one = found.get(handle);
      if (!one) continue;
      const own = productCells(one, pictures.get(handle) ?? []);
      const rows: Cells[] = one.variants.map((variant) =>
        variantCells(variant, stock.get(variant.sku) ?? '0', prices.get(variant.sku) ?? []),
      );
      for (const [index, cells] of (rows.length > 0 ? rows : [{} as Cells]).entries()) {
        const said: Cells = index === 0 ? { ...own, ...cells } : { handle, ...cells };
        yield csvLine(header.map((column) => forSpreadsheet(said[column] ?? '')));
      }
    }
  }
}

const plain = (number: string) => number.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
/** Keys in order, so that the same catalog is the same bytes. */
const json = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

function wordCells(
  name: 'title' | 'description' | 'seo_title' | 'seo_description',
  words: Record<string, string> = {},
): Cells {
  return Object.fromEntries(nativeLanguages.map((language) => [`${name}.${language}`, words[language] ?? '']));
}

const productCells = ({ product, plans, modules }: ProductToSave, pictures: readonly ProductPicture[]): Cells => ({
  handle: product.handle,
  status: product.status,
  category: product.categoryPath ?? '',
  ...wordCells('title', product.title),
  ...wordCells('description', product.description),
  ...wordCells('seo_title', product.seoTitle),
  ...wordCells('seo_description', product.seoDescription),
  vendor: product.vendor ?? '',
  tags: json(product.tags ?? []),
  attributes: json(product.attributes ?? {}),
  options: json(product.options ?? []),
  plans: json(plans.map(planCell)),
  modules: json(modules.map(moduleCell)),
  images: json(pictures),
});

const planCell = ({ isMostChosen, ...plan }: PlanToSave) => ({ ...plan, most_chosen: isMostChosen ?? false });
const moduleCell = ({ breaks, percent, ...module }: ModuleToSave) => ({
  ...module,
  ...(percent === null ? {} : { percent }),
  breaks: (breaks ?? []).map(({ minQuantity, price }) => ({ min_quantity: minQuantity, price })),
});

const variantCells = (
  variant: VariantToSave,
  stock: string,
  prices: readonly (readonly [CurrencyCode, string])[],
): Cells => ({
  sku: variant.sku,
  variant_options: json(variant.options ?? {}),
  variant_status: variant.status,
  replaced_by: variant.replacedBySku ?? '',
  equivalents: json(variant.equivalentSkus ?? []),
  unit: variant.unit ?? '',
  pack_size: variant.packSize ?? '',
  min_quantity: variant.minQuantity ?? '',
  quantity_step: variant.quantityStep ?? '',
  lead_time_days: String(variant.leadTimeDays ?? 0),
  stock: plain(stock),
  stock_policy: variant.stockPolicy ?? '',
  tax_class: variant.taxClass ?? '',
  billed: variant.billed ?? '',
  weight_grams: String(variant.weightGrams ?? 0),
  content: variant.content ? json(variant.content) : '',
  mix_group: variant.mixGroup ?? '',
  barcode: variant.barcode ?? '',
  variant_attributes: json(variant.attributes ?? {}),
  asks_for_quote: String(variant.asksForQuote ?? false),
  ...Object.fromEntries(prices.map(([currency, amount]) => [`price.${currency}`, amount])),
  ...Object.fromEntries(
    Object.entries(variant.compareAt ?? {}).map(([currency, amount]) => [`compare_at.${currency}`, amount]),
  ),
  ...Object.fromEntries(Object.entries(variant.cost ?? {}).map(([currency, amount]) => [`cost.${currency}`, amount])),
});
