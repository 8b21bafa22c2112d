import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';

export type SoldVariant = {
  sku: string;
  options: Record<string, string>;
  unit: string;
  min_quantity: string;
  quantity_step: string;
  asks_for_quote: boolean;
  /** On the shelf and promised to nobody. */
  available: string;
};
export type SoldProduct = {
  handle: string;
  title: Record<string, string>;
  category: string | null;
  facets: string[];
  variants: SoldVariant[];
};

const mostVariants = 200;

/** Products on offer with their active variants, at most two hundred each; without prices. */
export async function listSoldProducts(db: DbOrTx, p: { handles: readonly string[] }): Promise<SoldProduct[]> {
  if (p.handles.length === 0) return [];
  return db.execute<SoldProduct>(sql`
    select p.handle, p.title, p.facets, c.path as category, coalesce(own.variants, '[]'::jsonb) as variants
    from products p left join categories c on c.id = p.category_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('sku', v.sku, 'options', v.options, 'unit', v.unit,
        'min_quantity', v.min_quantity::text, 'quantity_step', v.quantity_step::text,
        'asks_for_quote', v.asks_for_quote, 'available', coalesce(s.on_hand - s.reserved, 0)::text
        ) order by v.position, v.id) as variants
      from (select * from variants a where a.product_id = p.id and a.status = 'active'
        order by a.position, a.id limit ${mostVariants}) v
      left join stock_levels s on s.variant_id = v.id
    ) own on true
    where p.status = 'active' and p.handle = any(${sql.param([...p.handles])}::text[])`);
}
