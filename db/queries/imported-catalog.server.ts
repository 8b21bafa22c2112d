import { asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { media, products, stockLevels, variants } from '#db/schema/catalog.ts';

/** Which product each of these SKUs belongs to; unknown SKUs are not there. */
export async function findSkuOwners(db: DbOrTx, p: { skus: readonly string[] }): Promise<Map<string, string>> {
  if (p.skus.length === 0) return new Map();
  const rows = await db
    .select({ sku: variants.sku, handle: products.handle })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(inArray(variants.sku, [...p.skus]));
  return new Map(rows.map((row) => [row.sku, row.handle]));
}

/** What is on the shelf by SKU, as decimal strings; SKUs nobody counted are not there. */
export async function findStockBySku(db: DbOrTx, p: { skus: readonly string[] }): Promise<Map<string, string>> {
  if (p.skus.length === 0) return new Map();
  const rows = await db
    .select({ sku: variants.sku, onHand: stockLevels.onHand })
    .from(stockLevels)
    .innerJoin(variants, eq(variants.id, stockLevels.variantId))
    .where(inArray(variants.sku, [...p.skus]));
  return new Map(rows.map((row) => [row.sku, row.onHand]));
}

export type ProductPicture = { source: string; alt: Record<string, string>; sku: string | null };

/** Pictures in their order, by the product's handle. */
export async function findPictures(
  db: DbOrTx,
  p: { handles: readonly string[] },
): Promise<Map<string, ProductPicture[]>> {
  const found = new Map<string, ProductPicture[]>(p.handles.map((handle) => [handle, []]));
  if (p.handles.length === 0) return found;
  const rows = await db
    .select({ handle: products.handle, source: media.source, alt: media.alt, sku: variants.sku })
    .from(media)
    .innerJoin(products, eq(products.id, media.productId))
    .leftJoin(variants, eq(variants.id, media.variantId))
    .where(inArray(products.handle, [...p.handles]))
    .orderBy(asc(media.position), asc(media.id));
  for (const { handle, ...picture } of rows) found.get(handle)?.push(picture);
  return found;
}

/** These are all the pictures of these products from now on. */
export async function replacePictures(
  tx: Tx,
  p: { pictures: ReadonlyMap<string, readonly ProductPicture[]> },
): Promise<void> {
  const handles = [...p.pictures.keys()];
  if (handles.length === 0) return;
  const owners = await tx
    .select({ id: products.id, handle: products.handle })
    .from(products)
    .where(inArray(products.handle, handles));
  const idOf = new Map(owners.map((row) => [row.handle, row.id]));
  const own = await tx
    .select({ id: variants.id, sku: variants.sku })
    .from(variants)
    .where(inArray(variants.productId, [...idOf.values()]));
  const variantOf = new Map(own.map((row) => [row.sku, row.id]));
  await tx.delete(media).where(inArray(media.productId, [...idOf.values()]));
  const rows = [...p.pictures].flatMap(([handle, pictures]) =>
    pictures.map(({ source, alt, sku }, position) => ({
      id: newId(),
      productId: idOf.get(handle) ?? '',
      variantId: sku === null ? null : (variantOf.get(sku) ?? null),
      source,
      alt,
      position,
    })),
  );
  if (rows.length > 0) await tx.insert(media).values(rows);
}

/** Handles in alphabetical order after `after`, for reading the catalog page by page. */
export async function listHandles(db: DbOrTx, p: { after: string | null; limit: number }): Promise<string[]> {
  const rows = await db
    .select({ handle: products.handle })
    .from(products)
    .where(p.after === null ? undefined : gt(products.handle, p.after))
    .orderBy(asc(products.handle))
    .limit(p.limit);
  return rows.map((row) => row.handle);
}

/** Every currency a standard list, a cost or a compare-at price is in. */
export async function listCatalogCurrencies(db: DbOrTx): Promise<CurrencyCode[]> {
  const rows = await db.execute<{ code: CurrencyCode }>(sql`
    select currency as code from price_lists where kind = 'standard'
    union select jsonb_object_keys(cost) from variants
    union select jsonb_object_keys(compare_at) from variants
    order by 1`);
  return rows.map((row) => row.code);
}
