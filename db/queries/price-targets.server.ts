import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';

/** What an entry may be about, by the name it is called and the id it is stored by, with what saving needs to know. */
export type TargetRow = {
  id: string;
  /** Of the variants it covers. Null when it covers none. */
  smallestMinimum: string | null;
  smallestStep: string | null;
  /** Of a product: the codes of its plans and modules. */
  plans: string[];
  modules: string[];
};
export type PriceTargets = {
  variants: Map<string, TargetRow>;
  products: Map<string, TargetRow>;
  categories: Map<string, TargetRow>;
};

type Row = {
  kind: keyof PriceTargets;
  name: string;
  id: string;
  minimum: string | null;
  step: string | null;
  plans: string[] | null;
  modules: string[] | null;
};

/** One statement for any number of targets; names that are unknown are simply not there. */
export async function findPriceTargets(
  db: DbOrTx,
  p: { skus: readonly string[]; handles: readonly string[]; paths: readonly string[] },
): Promise<PriceTargets> {
  const rows = await db.execute<Row>(sql`
    select 'variants' as kind, v.sku as name, v.id, v.min_quantity::text as minimum, v.quantity_step::text as step,
      null::text[] as plans, null::text[] as modules
    from variants v where v.sku = any(${sql.param([...p.skus])}::text[])
    union all
    select 'products', p.handle, p.id, min(v.min_quantity)::text, min(v.quantity_step)::text,
      (select array_agg(code) from plans where product_id = p.id),
      (select array_agg(code) from modules where product_id = p.id)
    from products p left join variants v on v.product_id = p.id
    where p.handle = any(${sql.param([...p.handles])}::text[]) group by p.id
    union all
    select 'categories', c.path, c.id, min(v.min_quantity)::text, min(v.quantity_step)::text, null, null
    from categories c
    left join categories below on below.path = c.path or starts_with(below.path, c.path || '/')
    left join products p on p.category_id = below.id
    left join variants v on v.product_id = p.id
    where c.path = any(${sql.param([...p.paths])}::text[]) group by c.id`);
  const found: PriceTargets = { variants: new Map(), products: new Map(), categories: new Map() };
  for (const row of rows) {
    found[row.kind].set(row.name, {
      id: row.id,
      smallestMinimum: row.minimum,
      smallestStep: row.step,
      plans: row.plans ?? [],
      modules: row.modules ?? [],
    });
  }
  return found;
}
