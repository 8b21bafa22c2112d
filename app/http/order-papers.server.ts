import type { DbOrTx } from '#db/client.server.ts';
import { isOrdered } from '#app/domain/orders/lifecycle.ts';
import { findInvoiceOfOrder, listCreditNotes } from '#db/queries/invoices.server.ts';
import type { Order } from '#db/queries/orders.server.ts';

/** The invoice and the credit notes of an order, by their addresses below it; the invoice of a paid order is issued when
 *  it is asked for. `number` null while it has none. */
export async function orderPapers(
  db: DbOrTx,
  order: Order,
): Promise<{ kind: 'invoice' | 'creditNote'; path: string; number: string | null }[]> {
  const [invoice, notes] = await Promise.all([
    findInvoiceOfOrder(db, { orderId: order.id }),
    listCreditNotes(db, { orderId: order.id }),
  ]);
  const isPaid = isOrdered(order.status) && order.payableMinor > 0n && order.paidMinor >= order.payableMinor;
  return [
    ...(invoice || isPaid ? [{ kind: 'invoice' as const, path: 'invoice', number: invoice?.number ?? null }] : []),
    ...notes.map(({ number }) => ({ kind: 'creditNote' as const, path: `credit-notes/${number}`, number })),
  ];
}
