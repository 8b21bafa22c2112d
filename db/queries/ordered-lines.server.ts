import { sql } from 'drizzle-orm';
import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { DbOrTx } from '#db/client.server.ts';

export type OrderedLines = {
  sku: string;
  quantity: string;
  configuration: LineConfiguration;
  times: number;
};

/** What a unit and those below it ordered since a moment, equal lines counted together, the most frequent first. */
export async function listOrderedLines(
  db: DbOrTx,
  p: { companyId: string; unitId: string; currency: CurrencyCode; since: Date; limit: number },
): Promise<OrderedLines[]> {
  return db.execute<OrderedLines>(sql`
    with recursive below as (
      select id from units where id = ${p.unitId} and company_id = ${p.companyId}
      union select u.id from units u join below b on u.parent_id = b.id
    )
    select l.sku, l.quantity::text as quantity, l.configuration, count(*)::int as times
    from orders o join order_lines l on l.order_id = o.id
    where o.company_id = ${p.companyId} and o.unit_id in (select id from below) and o.currency = ${p.currency}
      and o.placed_at >= ${p.since.toISOString()} and o.status not in ('awaiting_payment', 'lapsed', 'cancelled')
    group by l.sku, l.quantity, l.configuration
    order by times desc, l.sku
    limit ${p.limit}`);
}
