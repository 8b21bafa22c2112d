import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { categories, products, redirects } from '#db/schema/catalog.ts';
import { persons } from '#db/schema/identity.ts';
import { type CategoryChange, type KeptCategory, categoryChanges } from '#db/schema/product-changes.ts';

export type { CategoryChange, KeptCategory };

/** Every category, siblings in their order. */
export async function listKeptCategories(db: DbOrTx): Promise<KeptCategory[]> {
  const { id, path, parentId, name, description, picture, position } = categories;
  return db
    .select({ id, path, parentId, name, description, picture, position })
    .from(categories)
    .orderBy(asc(position), asc(path));
}

/** How many products each category holds itself, whatever their status; those without are left out. */
export async function countProductsByCategory(db: DbOrTx): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: products.categoryId, count: sql<number>`count(*)::int` })
    .from(products)
    .where(sql`${products.categoryId} is not null`)
    .groupBy(products.categoryId);
  return new Map(rows.flatMap(({ id, count }) => (id ? [[id, count]] : [])));
}

/** Whether products, categories or entries of price lists need it. */
export async function isCategoryNeeded(db: DbOrTx, p: { id: string }): Promise<boolean> {
  const [row] = await db.execute<{ is_needed: boolean }>(sql`
    select exists (select from products where category_id = ${p.id})
      or exists (select from categories where parent_id = ${p.id})
      or exists (select from price_entries where target_kind = 'category' and target_id = ${p.id}) as is_needed`);
  return row?.is_needed ?? false;
}

/** Whether an approval rule names one of these paths. */
export async function isNamedByRule(db: DbOrTx, p: { paths: readonly string[] }): Promise<boolean> {
  const [row] = await db.execute<{ is_named: boolean }>(sql`
    select exists (select from approval_rules r, jsonb_path_query(r.body, '$.when.category[*]') named
      where r.is_active and named #>> '{}' = any (${sql.param([...p.paths])}::text[])) as is_named`);
  return row?.is_named ?? false;
}

/** Writes what became of categories: made, removed, or other values; old addresses lead to the new ones. */
export async function writeCategories(tx: Tx, p: { changes: readonly CategoryChange[]; at: Date }): Promise<void> {
  const gone = p.changes.flatMap(({ before, after }) => (before && !after ? [before.id] : []));
  if (gone.length > 0) await tx.delete(categories).where(inArray(categories.id, gone));
  const kept = p.changes.flatMap(({ after }) => after ?? []);
  if (kept.length > 0) {
    await tx
      .insert(categories)
      .values(kept)
      .onConflictDoUpdate({
        target: categories.id,
        set: {
          path: sql`excluded.path`,
          parentId: sql`excluded.parent_id`,
          name: sql`excluded.name`,
          description: sql`excluded.description`,
          position: sql`excluded.position`,
        },
      });
    await tx.delete(redirects).where(
      inArray(
        redirects.fromPath,
        kept.map(({ path }) => `/categories/${path}`),
      ),
    );
  }
  const moved = p.changes.flatMap(({ before, after }) =>
    before && after && before.path !== after.path
      ? [{ fromPath: `/categories/${before.path}`, toPath: `/categories/${after.path}`, createdAt: p.at }]
      : [],
  );
  if (moved.length > 0)
    await tx
      .insert(redirects)
      .values(moved)
      .onConflictDoUpdate({ target: redirects.fromPath, set: { toPath: sql`excluded.to_path` } });
}

/** 0: nobody changed the tree by hand yet. */
export async function readTreeVersion(db: DbOrTx): Promise<number> {
  const [row] = await db
    .select({ number: categoryChanges.number })
    .from(categoryChanges)
    .orderBy(desc(categoryChanges.number))
    .limit(1);
  return row?.number ?? 0;
}

/** False when somebody else took that number. */
export async function addCategoryChange(tx: Tx, p: typeof categoryChanges.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(categoryChanges)
    .values(p)
    .onConflictDoNothing()
    .returning({ number: categoryChanges.number });
  return added.length > 0;
}

export type ToldCategoryChange = { number: number; changes: CategoryChange[]; at: Date; by: string | null };

/** The newest first. */
export async function listCategoryChanges(db: DbOrTx, p: { limit: number }): Promise<ToldCategoryChange[]> {
  const { number, changes, at } = categoryChanges;
  return db
    .select({ number, changes, at, by: persons.name })
    .from(categoryChanges)
    .leftJoin(persons, eq(persons.id, categoryChanges.personId))
    .orderBy(desc(number))
    .limit(p.limit);
}

/** The next products of the category, after the one named; answers the last, null when there are no more. */
export async function refreshSearchOfCategory(
  db: DbOrTx,
  p: { categoryId: string; after: string | null; limit: number },
): Promise<string | null> {
  const rows = await db
    .select({ id: products.id })
    .from(products)
    .where(
      sql`${products.categoryId} = ${p.categoryId} and (${p.after}::uuid is null or ${products.id} > ${p.after}::uuid)`,
    )
    .orderBy(asc(products.id))
    .limit(p.limit);
  if (rows.length === 0) return null;
  await db.execute(sql`select refresh_product_search(${sql.param(rows.map(({ id }) => id))}::uuid[])`);
  return rows.at(-1)?.id ?? null;
}
