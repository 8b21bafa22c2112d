import { and, eq, notInArray } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { findOpenQuoteOfCart } from './quotes.server';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';

/** Whether something made from this cart still waits for somebody: then nobody is reminded of the cart. */
export async function hasOpenDocumentOfCart(db: DbOrTx, p: { cartId: string }): Promise<boolean> {
  const rows = await db
    .select({ id: purchaseOrders.id })
    .from(purchaseOrders)
    .where(
      and(
        eq(purchaseOrders.cartId, p.cartId),
        notInArray(purchaseOrders.status, ['placed', 'rejected', 'cancelled', 'expired']),
      ),
    )
    .limit(1);
  return rows.length > 0 || (await findOpenQuoteOfCart(db, p)) !== null;
}
