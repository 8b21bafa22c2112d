import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { media, variants } from '#db/schema/catalog.ts';

/** The picture that shows each variant best: its own, else the first of its product. */
export async function listFirstPictures(
  db: DbOrTx,
  p: { variantIds: readonly string[] },
): Promise<Map<string, string>> {
  if (p.variantIds.length === 0) return new Map();
  const rows = await db.execute<{ variant: string; source: string }>(sql`
    select distinct on (v.id) v.id as variant, m.source
    from ${variants} v join ${media} m on m.product_id = v.product_id and (m.variant_id = v.id or m.variant_id is null)
    where v.id in ${[...p.variantIds]}
    order by v.id, (m.variant_id is null), m.position`);
  return new Map(rows.map(({ variant, source }) => [variant, source]));
}
