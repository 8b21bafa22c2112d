import { sql } from 'drizzle-orm';
import { boughtStatuses } from '#app/domain/orders/lifecycle.ts';
import type { Tx } from '#db/client.server.ts';

type Counted = {
  since: Date;
  /** Carts with more products than this say nothing about what goes with what. */
  mostProducts: number;
  /** So many different buyers at least: what one company always orders is nobody else's business. */
  leastBuyers: number;
  perProduct: number;
};

/** Writes anew which products are often bought together, counted from the orders since a moment; what stays stays
 *  untouched. */
export async function replaceBoughtTogether(tx: Tx, p: Counted): Promise<void> {
  await tx.execute(sql`
    with carts as (
      select o.id, coalesce(o.unit_id::text, o.person_id::text, lower(o.email)) as buyer,
        array_agg(distinct v.product_id) as held
      from orders o join order_lines l on l.order_id = o.id join variants v on v.id = l.variant_id
      where o.placed_at >= ${p.since.toISOString()}::timestamptz
        and o.status = any(${sql.param([...boughtStatuses])}::text[])
      group by o.id
      having count(distinct v.product_id) between 2 and ${p.mostProducts}
    ),
    pairs as (
      select a.id as product_id, b.id as other_id, count(*) as times
      from carts c cross join lateral unnest(c.held) a (id) cross join lateral unnest(c.held) b (id)
      where a.id <> b.id
      group by a.id, b.id
      having count(distinct c.buyer) >= ${p.leastBuyers}
    ),
    best as (
      select * from (
        select product_id, other_id,
          (row_number() over (partition by product_id order by times desc, other_id))::int - 1 as position from pairs
      ) ranked where position < ${p.perProduct}
    ),
    gone as (
      delete from product_links k where k.kind = 'bought_together' and not exists (
        select from best b where b.product_id = k.product_id and b.other_id = k.other_id)
    )
    insert into product_links (product_id, other_id, kind, position)
    select product_id, other_id, 'bought_together', position from best
    on conflict (product_id, kind, other_id) do update set position = excluded.position
    where product_links.position <> excluded.position`);
}
