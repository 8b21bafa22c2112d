import { sharesLeftOf } from '#app/domain/orders/refund.ts';
import type { Tx } from '#db/client.server.ts';
import { returnSpentBudget } from '#db/queries/budgets.server.ts';
import type { Order } from '#db/queries/orders.server.ts';
import { issueCreditNote } from '../invoices/issue-credit-note.server';
import { refundableOrder, storedShare } from '../orders/refundable-order.server';

/** A cancelled order that came through a purchase order: its budget is free again, and what it owes on terms is taken
 *  back with a credit note, and the credit it took. Does nothing twice. The caller holds the lock on the order. */
export async function giveBackTerms(
  tx: Tx,
  p: { order: Order; personId: string | null; via: string; reason: string; at: Date },
): Promise<void> {
  const { order } = p;
  if (!order.purchaseOrderId || !order.companyId) return;
  await returnSpentBudget(tx, { purchaseOrderId: order.purchaseOrderId, at: p.at });
  // What was paid by card goes back by card, with a credit note of its own.
  if (order.paidMinor > 0n) return;
  await issueCreditNote(tx, {
    ...p,
    orderId: order.id,
    key: `order:${order.id}:cancelled`,
    shares: sharesLeftOf(await refundableOrder(tx, order)).map(storedShare),
  });
}
