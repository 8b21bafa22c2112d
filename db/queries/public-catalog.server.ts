import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';

/** Products on offer, for search engines, in the order they came. */
export async function listPublicAddresses(
  db: DbOrTx,
  p: { limit: number; offset: number },
): Promise<{ handle: string; updatedAt: Date }[]> {
  const rows = await db.execute<{ handle: string; updated_at: string }>(sql`
    select handle, updated_at from products where status = 'active' order by id limit ${p.limit} offset ${p.offset}`);
  return rows.map(({ handle, updated_at }) => ({ handle, updatedAt: new Date(updated_at) }));
}

export type PublicOffer = {
  handle: string;
  sku: string;
  title: Record<string, string>;
  description: Record<string, string>;
  vendor: string;
  barcode: string | null;
  category: string | null;
  picture: string | null;
  least: string;
  taxClass: string;
  isThere: boolean;
};

/** Products with the price everybody pays for the cheapest variant: `chainId` is that of a standard list alone. */
export async function listPublicOffers(db: DbOrTx, p: { chainId: string; limit: number }): Promise<PublicOffer[]> {
  return db.execute<PublicOffer>(sql`
    select p.handle, v.sku, p.title, p.seo_description as description, p.vendor, v.barcode, c.path as category,
      (select m.source from media m where m.product_id = p.id and m.source !~ '/' order by m.position limit 1) as picture,
      o.least, o.tax_class as "taxClass",
      (v.stock_policy = 'backorder' or coalesce(s.on_hand - s.reserved, 0) > 0) as "isThere"
    from own_prices o join products p on p.id = o.product_id join variants v on v.id = o.variant_id
    left join categories c on c.id = p.category_id left join stock_levels s on s.variant_id = v.id
    where o.chain_id = ${p.chainId} and p.status = 'active' order by p.id limit ${p.limit}`);
}
