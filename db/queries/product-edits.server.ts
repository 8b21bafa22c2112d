import { type SQL, and, asc, desc, eq, ilike, isNotNull, lte, or, sql } from 'drizzle-orm';
import type { ProductStatus } from '#app/domain/catalog/states.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { categories, products, redirects, variants } from '#db/schema/catalog.ts';
import { persons } from '#db/schema/identity.ts';
import { pictureMasters, productChanges } from '#db/schema/product-changes.ts';
import { holding } from './holds-words';

export type ProductHead = { id: string; version: number; publishAt: Date | null };

export async function findProductHead(db: DbOrTx, p: { handle: string }): Promise<ProductHead | null> {
  const [row] = await db
    .select({ id: products.id, version: products.version, publishAt: products.publishAt })
    .from(products)
    .where(eq(products.handle, p.handle));
  return row ?? null;
}

export type ProductRow = {
  id: string;
  handle: string;
  title: Record<string, string>;
  status: ProductStatus;
  category: string | null;
  variants: number;
  publishAt: Date | null;
};

/** Newest first; words look at titles, handles and SKUs. */
export async function searchProducts(
  db: DbOrTx,
  p: { words: string; status: ProductStatus | null; after: { createdAt: Date; id: string } | null; limit: number },
): Promise<(ProductRow & { createdAt: Date })[]> {
  const pattern = holding(p.words);
  // An array, unlike `exists`, lets the other two be asked of their indexes as well.
  const bySku = sql`${products.id} = any(array(select v.product_id from ${variants} v where v.sku ilike ${pattern}))`;
  const found: SQL | undefined = p.words
    ? or(ilike(products.handle, pattern), ilike(products.searchText, pattern.toLowerCase()), bySku)
    : undefined;
  return (
    db
      .select({
        id: products.id,
        handle: products.handle,
        title: products.title,
        status: products.status,
        category: categories.path,
        variants: sql<number>`(select count(*)::int from ${variants} v where v.product_id = ${products.id})`,
        publishAt: products.publishAt,
        createdAt: products.createdAt,
      })
      .from(products)
      .leftJoin(categories, eq(categories.id, products.categoryId))
      .where(
        and(
          found,
          p.status ? eq(products.status, p.status) : undefined,
          p.after
            ? sql`(${products.createdAt}, ${products.id}) < (${p.after.createdAt.toISOString()}::timestamptz, ${p.after.id}::uuid)`
            : undefined,
        ),
      )
      // the order of the index
      .orderBy(sql`${products.createdAt} desc nulls last, ${products.id} desc nulls last`)
      .limit(p.limit)
  );
}

/** The product moves to another address; the old one leads there. */
export async function moveProduct(tx: Tx, p: { id: string; from: string; to: string; at: Date }): Promise<void> {
  await tx.update(products).set({ handle: p.to, updatedAt: p.at }).where(eq(products.id, p.id));
  await tx.delete(redirects).where(eq(redirects.fromPath, `/products/${p.to}`));
  await tx
    .insert(redirects)
    .values({ fromPath: `/products/${p.from}`, toPath: `/products/${p.to}`, createdAt: p.at })
    .onConflictDoUpdate({ target: redirects.fromPath, set: { toPath: sql`excluded.to_path` } });
}

export async function setPublishAt(tx: Tx, p: { id: string; at: Date | null }): Promise<void> {
  await tx.update(products).set({ publishAt: p.at }).where(eq(products.id, p.id));
}

/** Drafts whose moment has come are on the shelf from now on. Answers how many. */
export async function publishDueProducts(tx: Tx, p: { at: Date; limit: number }): Promise<number> {
  const due = await tx
    .select({ id: products.id })
    .from(products)
    .where(and(isNotNull(products.publishAt), lte(products.publishAt, p.at)))
    .orderBy(asc(products.id))
    .limit(p.limit)
    .for('update', { skipLocked: true });
  const ids = due.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.execute(sql`
    update ${products} set publish_at = null, status = case when status = 'draft' then 'active' else status end,
      version = version + 1, updated_at = ${p.at.toISOString()}::timestamptz
    where id = any (${sql.param(ids)}::uuid[])`);
  await tx.execute(sql`select refresh_product_search(${sql.param(ids)}::uuid[])`);
  return ids.length;
}

export async function addProductChange(tx: Tx, p: Omit<typeof productChanges.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(productChanges).values({ ...p, id: newId(p.at.getTime()) });
}

export type ProductChange = typeof productChanges.$inferSelect & { by: string | null };

/** The newest first. */
export async function listProductChanges(
  db: DbOrTx,
  p: { productId: string; limit: number },
): Promise<ProductChange[]> {
  const rows = await db
    .select({ change: productChanges, by: persons.name })
    .from(productChanges)
    .leftJoin(persons, eq(persons.id, productChanges.personId))
    .where(eq(productChanges.productId, p.productId))
    .orderBy(desc(productChanges.version))
    .limit(p.limit);
  return rows.map(({ change, by }) => ({ ...change, by }));
}

export async function addPictureMaster(tx: Tx, p: { name: string; content: Uint8Array; at: Date }): Promise<void> {
  await tx.insert(pictureMasters).values({ name: p.name, content: p.content, createdAt: p.at });
}

/** Null when nobody uploaded a picture of that name. */
export async function readPictureMaster(db: DbOrTx, p: { name: string }): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ content: pictureMasters.content })
    .from(pictureMasters)
    .where(eq(pictureMasters.name, p.name));
  return row?.content ?? null;
}
