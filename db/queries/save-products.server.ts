import { codeKey } from '#app/domain/catalog/code-key.ts';
import { inArray, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { categories, modules, plans, products, stockLevels, stockMovements, variants } from '#db/schema/catalog.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { findCategoryIds, findRedirect } from './categories.server';

type Row<T extends { $inferInsert: unknown }> = T['$inferInsert'];
type Without<T, K extends PropertyKey> = Omit<T, K>;

export type VariantToSave = Without<Row<typeof variants>, 'id' | 'productId' | 'skuKey' | 'position'>;
export type PlanToSave = Without<Row<typeof plans>, 'id' | 'productId' | 'position'>;
export type ModuleToSave = Without<Row<typeof modules>, 'id' | 'productId' | 'position'>;

/** A product as it shall be. Variants that are not named stay as they are; plans and modules are exactly these. */
export type ProductToSave = {
  product: Without<
    Row<typeof products>,
    'id' | 'search' | 'searchText' | 'version' | 'publishAt' | 'createdAt' | 'updatedAt' | 'categoryId'
  > & {
    /** Whole path from the root; missing categories are made. */
    categoryPath: string | null;
  };
  variants: VariantToSave[];
  plans: PlanToSave[];
  modules: ModuleToSave[];
};

/** "esp-1k" and "ESP 1K" are one key: upper case, letters and digits only. */
export const skuKey = codeKey;

const namesFromPath = (path: string) => {
  const last = path.slice(path.lastIndexOf('/') + 1).replaceAll('-', ' ');
  return { en: last.charAt(0).toUpperCase() + last.slice(1) };
};

/** Where the category of this path stands: where it is, else where it or the nearest one above it moved to. */
async function placeOf(tx: Tx, path: string): Promise<string> {
  const parts = path.split('/');
  for (let kept = parts.length; kept > 0; kept -= 1) {
    const address = parts.slice(0, kept).join('/');
    if ((await findCategoryIds(tx, { path: address })).length > 0) return path;
    const moved = await findRedirect(tx, { path: `/categories/${address}` });
    if (moved) return [moved.replace('/categories/', ''), ...parts.slice(kept)].join('/');
  }
  return path;
}

/** Path -> id, with every category on the way made where it is missing; one that moved is found at its new place. */
async function ensureCategories(tx: Tx, paths: readonly string[]): Promise<Map<string, string>> {
  const wanted = new Set<string>();
  const standing = await tx
    .select({ path: categories.path })
    .from(categories)
    .where(inArray(categories.path, [...paths]));
  const places = new Map(standing.map(({ path }) => [path, path]));
  for (const path of paths) if (!places.has(path)) places.set(path, await placeOf(tx, path));
  for (const path of new Set(places.values())) {
    const parts = path.split('/');
    parts.forEach((_, index) => wanted.add(parts.slice(0, index + 1).join('/')));
  }
  const found = new Map<string, string>();
  for (const path of [...wanted].sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))) {
    const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null;
    const [row] = await tx
      .insert(categories)
      .values({ id: newId(), path, parentId: parent ? found.get(parent) : null, name: namesFromPath(path) })
      .onConflictDoUpdate({ target: categories.path, set: { path } })
      .returning({ id: categories.id });
    if (row) found.set(path, row.id);
  }
  return new Map(
    [...places].flatMap(([path, place]) => {
      const id = found.get(place);
      return id ? [[path, id] as const] : [];
    }),
  );
}

export type SavedProduct = { handle: string; id: string; wasCreated: boolean };
export type SaveProblem = { code: 'sku_taken'; sku: string };

/** Makes products what they shall be, any number in a fixed count of statements. All or none: a SKU that belongs to a
 *  product not among these stops the lot. */
export async function saveProducts(
  tx: Tx,
  p: { products: readonly ProductToSave[]; at: Date },
): Promise<{ ok: true; saved: SavedProduct[] } | { ok: false; problem: SaveProblem }> {
  const sorted = [...p.products].sort((a, b) => (a.product.handle < b.product.handle ? -1 : 1));
  const paths = sorted.flatMap(({ product }) => (product.categoryPath ? [product.categoryPath] : []));
  const categoryIds = await ensureCategories(tx, [...new Set(paths)]);

  const saved = await tx
    .insert(products)
    .values(
      sorted.map(({ product: { categoryPath, ...product } }) => ({
        ...product,
        id: newId(),
        categoryId: categoryPath ? (categoryIds.get(categoryPath) ?? null) : null,
        createdAt: p.at,
        updatedAt: p.at,
      })),
    )
    .onConflictDoUpdate({
      target: products.handle,
      set: {
        ...excluded('status', 'category_id', 'title', 'description', 'seo_title', 'seo_description', 'vendor'),
        ...excluded('options', 'tags', 'attributes', 'sold_recently', 'updated_at'),
        version: sql`${products.version} + 1`,
      },
    })
    .returning({ id: products.id, handle: products.handle, version: products.version });
  const idOf = new Map(saved.map((row) => [row.handle, row.id]));
  const productId = (handle: string) => idOf.get(handle) ?? '';

  const taken = await saveVariants(tx, sorted, productId);
  if (taken) return { ok: false, problem: { code: 'sku_taken', sku: taken } };

  const ids = [...idOf.values()];
  await replaceParts(tx, sorted, productId, ids);
  await tx.execute(sql`select refresh_product_search(${sql.param(ids)}::uuid[])`);
  return { ok: true, saved: saved.map(({ id, handle, version }) => ({ id, handle, wasCreated: version === 1 })) };
}

const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const excluded = (...columns: string[]) =>
  Object.fromEntries(columns.map((column) => [camel(column), sql.raw(`excluded.${column}`)]));

/** The first SKU that belongs to another product, or null. */
async function saveVariants(
  tx: Tx,
  sorted: readonly ProductToSave[],
  productId: (handle: string) => string,
): Promise<string | null> {
  const rows = sorted.flatMap((one) =>
    one.variants.map((variant, position) => ({
      ...variant,
      id: newId(),
      productId: productId(one.product.handle),
      skuKey: skuKey(variant.sku),
      position,
    })),
  );
  if (rows.length === 0) return null;
  const saved = await tx
    .insert(variants)
    .values(rows)
    .onConflictDoUpdate({
      target: variants.sku,
      set: {
        ...excluded('sku_key', 'options', 'position', 'status', 'replaced_by_sku', 'equivalent_skus', 'unit'),
        ...excluded('pack_size', 'min_quantity', 'quantity_step', 'lead_time_days', 'stock_policy', 'tax_class'),
        ...excluded('billed', 'weight_grams', 'content', 'cost', 'compare_at', 'mix_group', 'barcode', 'attributes'),
        ...excluded('asks_for_quote'),
      },
      setWhere: sql`${variants.productId} = excluded.product_id`,
    })
    .returning({ sku: variants.sku });
  const done = new Set(saved.map((row) => row.sku));
  return rows.find((row) => !done.has(row.sku))?.sku ?? null;
}

async function replaceParts(
  tx: Tx,
  sorted: readonly ProductToSave[],
  productId: (handle: string) => string,
  ids: string[],
): Promise<void> {
  await tx.delete(plans).where(inArray(plans.productId, ids));
  await tx.delete(modules).where(inArray(modules.productId, ids));
  const planRows = sorted.flatMap((one) =>
    one.plans.map((plan, position) => ({ ...plan, id: newId(), productId: productId(one.product.handle), position })),
  );
  if (planRows.length > 0) await tx.insert(plans).values(planRows);
  const moduleRows = sorted.flatMap((one) =>
    one.modules.map((module, position) => ({
      ...module,
      id: newId(),
      productId: productId(one.product.handle),
      position,
    })),
  );
  if (moduleRows.length > 0) await tx.insert(modules).values(moduleRows);
}

export type StockCount = { sku: string; onHand: string };

/** Sets what is on the shelf, with a movement for every difference. SKUs that are unknown are answered. */
export async function setStock(
  tx: Tx,
  p: { counts: readonly StockCount[]; reason: string; personId: string | null; at: Date },
): Promise<{ unknown: string[] }> {
  if (p.counts.length === 0) return { unknown: [] };
  const bySku = new Map(p.counts.map((count) => [count.sku, count.onHand]));
  const found = await tx
    .select({ id: variants.id, sku: variants.sku })
    .from(variants)
    .where(inArray(variants.sku, [...bySku.keys()]))
    .orderBy(variants.id);
  if (found.length > 0) {
    await tx
      .insert(stockLevels)
      .values(found.map(({ id }) => ({ variantId: id, onHand: '0', reserved: '0', updatedAt: p.at })))
      .onConflictDoNothing();
    const changed = await tx.execute<{ variant_id: string; change: string }>(sql`
      with wanted as (
        select * from unnest(${sql.param(found.map((row) => row.id))}::uuid[],
          ${sql.param(found.map((row) => bySku.get(row.sku) ?? '0'))}::text[]::numeric[]) as w (variant_id, on_hand)
      ),
      before as (
        select s.variant_id, s.on_hand from stock_levels s join wanted w using (variant_id)
        order by s.variant_id for update of s
      )
      update stock_levels s set on_hand = w.on_hand, updated_at = ${p.at.toISOString()}
      from wanted w join before b using (variant_id)
      where s.variant_id = w.variant_id and b.on_hand <> w.on_hand
      returning s.variant_id, (w.on_hand - b.on_hand)::text as change`);
    if (changed.length > 0) {
      await tx.insert(stockMovements).values(
        changed.map((row) => ({
          id: newId(),
          variantId: row.variant_id,
          change: row.change,
          reason: p.reason,
          personId: p.personId,
          at: p.at,
        })),
      );
    }
  }
  const known = new Set(found.map((row) => row.sku));
  return { unknown: [...bySku.keys()].filter((sku) => !known.has(sku)) };
}

/** Products as they are, in the shape they are saved in. Missing handles are simply not there. */
export async function findProductsToSave(db: DbOrTx, p: { handles: readonly string[] }): Promise<ProductToSave[]> {
  if (p.handles.length === 0) return [];
  const rows = await db.query.products.findMany({ where: inArray(products.handle, [...p.handles]) });
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [variantRows, planRows, moduleRows, categoryRows] = await Promise.all([
    db.query.variants.findMany({ where: inArray(variants.productId, ids), orderBy: variants.position }),
    db.query.plans.findMany({ where: inArray(plans.productId, ids), orderBy: plans.position }),
    db.query.modules.findMany({ where: inArray(modules.productId, ids), orderBy: modules.position }),
    db.query.categories.findMany({ columns: { id: true, path: true } }),
  ]);
  const pathOf = new Map(categoryRows.map((row) => [row.id, row.path]));
  const own = <R extends { productId: string }>(all: R[], id: string) => all.filter((row) => row.productId === id);
  return rows.map(
    ({
      id,
      categoryId,
      search: _s,
      searchText: _t,
      version: _v,
      publishAt: _a,
      createdAt: _c,
      updatedAt: _u,
      ...product
    }) => ({
      product: { ...product, categoryPath: categoryId ? (pathOf.get(categoryId) ?? null) : null },
      variants: own(variantRows, id).map(({ id: _i, productId: _p, skuKey: _k, position: _o, ...variant }) => variant),
      plans: own(planRows, id).map(({ id: _i, productId: _p, position: _o, ...plan }) => plan),
      modules: own(moduleRows, id).map(({ id: _i, productId: _p, position: _o, ...module }) => module),
    }),
  );
}
