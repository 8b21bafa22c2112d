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
  /** Of a variant: the handle of its product. */
  product: string | null;
  /** Of a variant or product: its category. */
  category: string | null;
  /** The highest cost of the variants it covers in the currency asked for; null where one of them has none. */
  highestCost: string | null;
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
  product: string | null;
  category: string | null;
  cost: string | null;
};

/** One statement for any number of targets; names that are unknown are simply not there. */
export async function findPriceTargets(
  db: DbOrTx,
  p: { skus: readonly string[]; handles: readonly string[]; paths: readonly string[]; currency?: string },
): Promise<PriceTargets> {
  const cost = sql`(v.cost ->> ${p.currency ?? ''})::numeric`;
  const highest = sql`case when count(*) = count(${cost}) then max(${cost})::text end as cost`;
  const rows = await db.execute<Row>(sql`
    select 'variants' as kind, v.sku as name, v.id, v.min_quantity::text as minimum, v.quantity_step::text as step,
      null::text[] as plans, null::text[] as modules, p.handle as product, c.path as category, ${cost}::text as cost
    from variants v join products p on p.id = v.product_id left join categories c on c.id = p.category_id
    where v.sku = any(${sql.param([...p.skus])}::text[])
    union all
    select 'products', p.handle, p.id, min(v.min_quantity)::text, min(v.quantity_step)::text,
      (select array_agg(code) from plans where product_id = p.id),
      (select array_agg(code) from modules where product_id = p.id), null, max(c.path), ${highest}
    from products p left join variants v on v.product_id = p.id left join categories c on c.id = p.category_id
    where p.handle = any(${sql.param([...p.handles])}::text[]) group by p.id
    union all
    select 'categories', c.path, c.id, min(v.min_quantity)::text, min(v.quantity_step)::text, null, null,
      null, null, ${highest}
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
      product: row.product,
      category: row.category,
      highestCost: row.cost,
    });
  }
  return found;
}
