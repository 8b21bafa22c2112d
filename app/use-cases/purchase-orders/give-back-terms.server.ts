import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { returnSpentBudget } from '#db/queries/budgets.server.ts';
import { addCreditEntry } from '#db/queries/credit.server.ts';
import { creditWholeInvoice } from '#db/queries/invoices.server.ts';
import type { Order } from '#db/queries/orders.server.ts';

/** A cancelled order that came through a purchase order: its budget is free again, and what is not paid yet of its
 *  invoice is credited, with the credit it took. Does nothing twice. The caller holds the lock on the order. */
export async function giveBackTerms(
  tx: Tx,
  p: { order: Order; personId: string | null; via: string; reason: string; at: Date },
): Promise<void> {
  const { order, at } = p;
  if (!order.purchaseOrderId || !order.companyId) return;
  await returnSpentBudget(tx, { purchaseOrderId: order.purchaseOrderId, at });
  const invoice = await creditWholeInvoice(tx, { orderId: order.id });
  if (!invoice || invoice.creditMinor <= 0n) return;
  await addCreditEntry(tx, {
    id: newId(at.getTime()),
    companyId: order.companyId,
    kind: 'credited',
    amountMinor: invoice.creditMinor,
    key: `invoice:${invoice.id}:cancelled`,
    purchaseOrderId: order.purchaseOrderId,
    invoiceId: invoice.id,
    personId: p.personId,
    via: p.via,
    reason: p.reason,
    at,
  });
}
