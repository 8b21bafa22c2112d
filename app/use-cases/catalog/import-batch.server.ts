import { productProblems } from '#app/domain/catalog/product-rules.ts';
import type { ImportProblem, ImportedVariant } from '#app/domain/catalog/import/imported.ts';
import type { SeenTexts } from '#app/domain/catalog/import/seen-texts.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { sanitiseHtml } from '#app/integrations/sanitise-html.server.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { configurableProductToSave } from '#db/queries/configurable-product.ts';
import {
  type ProductPicture,
  findPictures,
  findSkuOwners,
  findStockBySku,
  replacePictures,
} from '#db/queries/imported-catalog.server.ts';
import { type ProductToSave, findProductsToSave, saveProducts, setStock } from '#db/queries/save-products.server.ts';
import { readStandardPrices } from '#db/queries/standard-prices.server.ts';
import type { CheckedProduct } from './check-imported';
import { isSame, isSameNumber, isSameProduct } from './compare-catalog';
import { mergeProduct } from './merge-product';

export type PriceChange = { readonly sku: string; readonly currency: CurrencyCode; readonly unitPrice: string | null };

/** What one batch of products would change. */
export type BatchPlan = {
  readonly products: readonly ProductToSave[];
  readonly stock: readonly { sku: string; onHand: string }[];
  readonly pictures: ReadonlyMap<string, readonly ProductPicture[]>;
  readonly prices: readonly PriceChange[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly variants: number;
  readonly problems: readonly ImportProblem[];
};

const harmless = (one: ProductToSave): ProductToSave => ({
  ...one,
  product: {
    ...one.product,
    description: Object.fromEntries(
      Object.entries(one.product.description ?? {}).map(([language, html]) => [language, sanitiseHtml(html)]),
    ),
  },
});

/** Compares a batch with what is there, in a fixed number of statements, and changes nothing. */
export async function planBatch(
  db: DbOrTx,
  p: { batch: readonly CheckedProduct[]; skusInFile: SeenTexts; columnOf: (field: string) => string | null; at: Date },
): Promise<BatchPlan> {
  const handles = p.batch.map(({ product }) => product.handle);
  const skus = p.batch.flatMap(({ product }) => product.variants.map(({ body }) => body.sku));
  const before = new Map((await findProductsToSave(db, { handles })).map((one) => [one.product.handle, one]));
  const owners = await findSkuOwners(db, { skus });
  const stock = await findStockBySku(db, { skus });
  const pictures = await findPictures(db, { handles });
  const prices = bySku(await readStandardPrices(db, { skus, at: p.at }));

  const plan = {
    products: [] as ProductToSave[],
    stock: [] as { sku: string; onHand: string }[],
    pictures: new Map<string, readonly ProductPicture[]>(),
    prices: [] as PriceChange[],
    created: 0,
    updated: 0,
    unchanged: 0,
    variants: 0,
    problems: [] as ImportProblem[],
  };
  for (const { product, body } of p.batch) {
    const existing = before.get(product.handle) ?? null;
    const refuse = (code: 'missing_title' | 'product_impossible' | 'product_refused', message: string) =>
      product.rows.forEach((row, index) =>
        plan.problems.push({ row, column: null, code: index === 0 ? code : 'product_refused', message }),
      );
    if (!existing && !body.title) {
      refuse('missing_title', 'A new product needs a title');
      continue;
    }
    const kept = product.variants.filter(({ row, body: { sku } }) => {
      const isTwice = p.skusInFile.has(sku);
      const owner = owners.get(sku) ?? product.handle;
      if (!isTwice && owner === product.handle) return true;
      plan.problems.push(
        isTwice
          ? { row, column: p.columnOf('sku'), code: 'duplicate_sku', message: `SKU ${sku} stands twice in this file` }
          : { row, column: p.columnOf('sku'), code: 'sku_taken', message: `SKU ${sku} belongs to ${owner}` },
      );
      return false;
    });
    if (kept.length === 0 && product.variants.length > 0) continue;
    const keptSkus = new Set(kept.map((variant) => variant.body.sku));
    const after = harmless(
      mergeProduct(product.handle, existing, {
        ...body,
        variants: (body.variants ?? []).filter(({ sku }) => keptSkus.has(sku)),
      }),
    );
    const broken = productProblems(configurableProductToSave(after));
    if (broken.length > 0) {
      refuse(
        'product_impossible',
        `Its plans and modules do not fit together: ${broken.map(({ code }) => code).join(', ')}`,
      );
      continue;
    }
    for (const sku of keptSkus) p.skusInFile.add(sku);
    plan.variants += kept.length;

    const counts = kept.flatMap(({ body: { sku, stock: onHand } }) =>
      onHand === undefined || isSameNumber(stock.get(sku) ?? '0', onHand) ? [] : [{ sku, onHand }],
    );
    const shown = product.images?.map((image) => ({
      ...image,
      sku: image.sku && keptSkus.has(image.sku) ? image.sku : null,
    }));
    const hasNewPictures = shown !== undefined && !isSame(shown, pictures.get(product.handle) ?? []);
    const repriced = kept.flatMap((variant) => priceChanges(variant, prices.get(variant.body.sku) ?? []));
    const isChanged = !existing || !isSameProduct(existing, after);

    if (isChanged) plan.products.push(after);
    if (hasNewPictures) plan.pictures.set(product.handle, shown);
    plan.stock.push(...counts);
    plan.prices.push(...repriced);
    if (!existing) plan.created += 1;
    else if (isChanged || hasNewPictures || counts.length > 0 || repriced.length > 0) plan.updated += 1;
    else plan.unchanged += 1;
  }
  return plan;
}

function bySku<T extends { sku: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.sku, [...(groups.get(row.sku) ?? []), row]);
  return groups;
}

/** A null price: it asks for a quote from now on, and its public price goes. */
function priceChanges(
  { body, unitPrices }: ImportedVariant,
  known: readonly { currency: CurrencyCode; unitPrice: string }[],
): PriceChange[] {
  if (body.asks_for_quote) return known.map(({ currency }) => ({ sku: body.sku, currency, unitPrice: null }));
  return (Object.entries(unitPrices) as [CurrencyCode, string][]).flatMap(([currency, unitPrice]) => {
    const now = known.find((price) => price.currency === currency);
    return now && isSameNumber(now.unitPrice, unitPrice) ? [] : [{ sku: body.sku, currency, unitPrice }];
  });
}

/** Writes what a plan says, but for prices, which wait for the end of the import. */
export async function writeBatch(tx: Tx, p: { plan: BatchPlan; personId: string | null; at: Date }): Promise<void> {
  if (p.plan.products.length > 0) {
    const saved = await saveProducts(tx, { products: p.plan.products, at: p.at });
    if (!saved.ok) throw new Error(`SKU ${saved.problem.sku} was taken while the import ran; run it again`);
  }
  await setStock(tx, { counts: p.plan.stock, reason: 'imported', personId: p.personId, at: p.at });
  await replacePictures(tx, { pictures: p.plan.pictures });
}
