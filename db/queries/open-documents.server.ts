import { type AnyColumn, type SQL, notInArray, sql } from 'drizzle-orm';
import { isFinal as isOrderOver, purchaseOrderStatuses } from '#app/domain/purchase-orders/lifecycle.ts';
import { isFinal as isQuoteOver, quoteStatuses } from '#app/domain/quotes/lifecycle.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { quotes } from '#db/schema/quotes.ts';

const isOpenOrder = notInArray(purchaseOrders.status, purchaseOrderStatuses.filter(isOrderOver));
const isOpenQuote = notInArray(quotes.status, quoteStatuses.filter(isQuoteOver));

/** Whether something made from the cart still waits for somebody: then nobody is reminded of it. */
export const hasOpenDocument = (cartId: AnyColumn | string): SQL<boolean> =>
  sql<boolean>`(exists (select 1 from ${purchaseOrders} where ${purchaseOrders.cartId} = ${cartId} and ${isOpenOrder})
    or exists (select 1 from ${quotes} where ${quotes.cartId} = ${cartId} and ${isOpenQuote}))`;

export async function hasOpenDocumentOfCart(db: DbOrTx, p: { cartId: string }): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(sql`select ${hasOpenDocument(p.cartId)} as found`);
  return row?.found ?? false;
}
