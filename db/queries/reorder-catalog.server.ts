import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';

export type StandIns = { sku: string; successors: string[]; equivalents: string[] };

/** What may stand in for these SKUs: what replaced each, what replaced that and so on, nearest first; and what the shop
 *  calls as good. One statement; a chain that bites its tail ends there. */
export async function readStandIns(db: DbOrTx, p: { skus: readonly string[] }): Promise<Map<string, StandIns>> {
  if (p.skus.length === 0) return new Map();
  const rows = await db.execute<StandIns>(sql`
    with recursive chain as (
      select v.sku as origin, v.replaced_by_sku as sku, 1 as distance, array[v.sku] as before
      from variants v
      where v.sku = any(${sql.param([...new Set(p.skus)])}::text[]) and v.replaced_by_sku is not null
      union all
      select c.origin, v.replaced_by_sku, c.distance + 1, c.before || v.sku
      from chain c join variants v on v.sku = c.sku
      where v.replaced_by_sku is not null and v.sku <> all(c.before) and c.distance < 20
    )
    select v.sku, v.equivalent_skus as equivalents,
      coalesce((select array_agg(c.sku order by c.distance) from chain c where c.origin = v.sku and c.sku <> v.sku), '{}')
        as successors
    from variants v
    where v.sku = any(${sql.param([...new Set(p.skus)])}::text[])`);
  return new Map(rows.map((row) => [row.sku, row]));
}
