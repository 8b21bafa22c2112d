import { asc, eq, sql } from 'drizzle-orm';
import { endedUnplaced } from '#app/domain/purchase-orders/lifecycle.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { quoteOrders, quotes } from '#db/schema/quotes.ts';

export type QuoteOrder = typeof quoteOrders.$inferSelect & {
  readonly number: string;
  readonly status: (typeof purchaseOrders.$inferSelect)['status'];
  readonly orderId: string | null;
};

/** What was ordered of a quote, first turn first; nothing before it is accepted. */
export async function readQuoteOrders(db: DbOrTx, p: { quoteId: string }): Promise<QuoteOrder[]> {
  const { number, status, orderId } = purchaseOrders;
  const rows = await db
    .select({ taken: quoteOrders, number, status, orderId })
    .from(quoteOrders)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, quoteOrders.purchaseOrderId))
    .where(eq(quoteOrders.quoteId, p.quoteId))
    .orderBy(asc(quoteOrders.turn));
  return rows.map(({ taken, ...order }) => ({ ...taken, ...order }));
}

/** Writes down what a turn became, unless it is not the next of an accepted quote, the template is over, or as many
 *  orders as it allows stand already: false then, and nothing is written. */
export async function takeTurn(tx: Tx, p: { taken: typeof quoteOrders.$inferInsert }): Promise<boolean> {
  const { taken } = p;
  const at = sql`${taken.at.toISOString()}::timestamptz`;
  const ended = sql.join(
    endedUnplaced.map((status) => sql`${status}`),
    sql`, `,
  );
  const written = await tx.execute(sql`
    insert into ${quoteOrders} (quote_id, turn, purchase_order_id, ordered_by, is_ordered_at_once, at)
    select q.id, ${taken.turn}::int, ${taken.purchaseOrderId}::uuid, ${taken.orderedBy}::uuid,
      ${taken.isOrderedAtOnce}::boolean, ${at}
    from ${quotes} q
    where q.id = ${taken.quoteId} and q.status = 'accepted'
      and ${taken.turn}::int = 1 + (select coalesce(max(o.turn), 0) from ${quoteOrders} o where o.quote_id = q.id)
      and (${taken.turn}::int = 1 or (q.template_until > ${at} and q.template_times > (
        select count(*) from ${quoteOrders} o join ${purchaseOrders} po on po.id = o.purchase_order_id
        where o.quote_id = q.id and po.status not in (${ended}))))
    returning turn`);
  return written.length > 0;
}

/** How many of them stand, and the last turn that was taken. */
export const turnsOf = (orders: readonly QuoteOrder[]): { ordered: number; lastTurn: number } => ({
  ordered: orders.filter(({ status }) => !endedUnplaced.some((each) => each === status)).length,
  lastTurn: Math.max(0, ...orders.map(({ turn }) => turn)),
});
