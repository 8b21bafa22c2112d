import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';

type Words = Record<string, string>;
/** What plans and modules are called, by product and code. */
export type PartTitles = ReadonlyMap<string, ReadonlyMap<string, Words>>;

/** The same by the variant they belong to. */
export async function readPartTitlesOfVariants(db: DbOrTx, p: { variantIds: readonly string[] }): Promise<PartTitles> {
  if (p.variantIds.length === 0) return new Map();
  const wanted = sql.param(`{${[...new Set(p.variantIds)].join(',')}}`);
  const rows = await db.execute<{ id: string; product_id: string }>(
    sql`select id, product_id from variants where id = any(${wanted}::uuid[])`,
  );
  const titles = await readPartTitles(db, { productIds: rows.map((row) => row.product_id) });
  return new Map(rows.flatMap((row) => [[row.id, titles.get(row.product_id) ?? new Map()] as const]));
}

export async function readPartTitles(db: DbOrTx, p: { productIds: readonly string[] }): Promise<PartTitles> {
  if (p.productIds.length === 0) return new Map();
  const wanted = sql.param(`{${[...new Set(p.productIds)].join(',')}}`);
  const rows = await db.execute<{ product_id: string; titles: Record<string, Words> }>(sql`
    select product_id, jsonb_object_agg(code, title) as titles from (
      select product_id, code, title from plans where product_id = any(${wanted}::uuid[])
      union all
      select product_id, code, title from modules where product_id = any(${wanted}::uuid[])
    ) parts group by product_id`);
  return new Map(rows.map(({ product_id, titles }) => [product_id, new Map(Object.entries(titles))]));
}
