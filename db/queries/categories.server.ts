import { asc, sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { attributes, categories, redirects } from '#db/schema/catalog.ts';

export type CategoryRow = Pick<
  typeof categories.$inferSelect,
  'id' | 'path' | 'name' | 'description' | 'picture' | 'position'
>;

/** The whole tree, in the order of its shelves. */
export async function listCategories(db: DbOrTx): Promise<CategoryRow[]> {
  const { id, path, name, description, picture, position } = categories;
  return db
    .select({ id, path, name, description, picture, position })
    .from(categories)
    .orderBy(asc(position), asc(path));
}

export type AttributeRow = typeof attributes.$inferSelect;

/** What attributes and options are called, by name. */
export async function listAttributes(db: DbOrTx): Promise<Map<string, AttributeRow>> {
  const rows = await db.select().from(attributes).orderBy(asc(attributes.position));
  return new Map(rows.map((row) => [row.name, row]));
}

/** Where the page of this path (without language) went; null when it did not move. Of moves in a row the last counts. */
export async function findRedirect(db: DbOrTx, p: { path: string }): Promise<string | null> {
  const [row] = await db.execute<{ to_path: string }>(sql`
    with recursive way as (
      select ${redirects.toPath}, 1 as step from ${redirects} where ${redirects.fromPath} = ${p.path}
      union all
      select r.to_path, way.step + 1 from way join redirects r on r.from_path = way.to_path where way.step < 10
    )
    select to_path from way order by step desc limit 1`);
  return row?.to_path ?? null;
}

/** A category and those below it; none for a path that is not there. */
export async function findCategoryIds(db: DbOrTx, p: { path: string }): Promise<string[]> {
  const rows = await db
    .select({ id: categories.id })
    .from(categories)
    .where(sql`${categories.path} = ${p.path} or starts_with(${categories.path}, ${`${p.path}/`})`);
  return rows.map(({ id }) => id);
}
