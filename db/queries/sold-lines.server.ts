import { sql } from 'drizzle-orm';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { boughtStatuses } from '#app/domain/orders/lifecycle.ts';
import type { DbOrTx } from '#db/client.server.ts';

/** What a SKU was really sold at since a moment, the newest first: quantity and unit price before tax. */
export async function listSoldLines(
  db: DbOrTx,
  p: { sku: string; currency: CurrencyCode; since: Date; limit: number },
): Promise<{ quantity: string; unitPrice: string }[]> {
  return db.execute<{ quantity: string; unitPrice: string }>(sql`
    select l.quantity::text as quantity, l.unit_price::text as "unitPrice"
    from order_lines l join orders o on o.id = l.order_id
    where l.sku = ${p.sku} and o.currency = ${p.currency} and l.unit_price is not null
      and o.placed_at >= ${p.since.toISOString()} and o.status in ${[...boughtStatuses]}
    order by o.placed_at desc, l.id desc
    limit ${p.limit}`);
}
