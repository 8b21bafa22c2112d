import type { Deps } from '#app/deps.server.ts';
import { isOrdered } from '#app/domain/orders/lifecycle.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { lockOrder } from '#db/locks.server.ts';
import { findInvoiceOfOrder } from '#db/queries/invoices.server.ts';
import { findOrder } from '#db/queries/orders.server.ts';
import { issueInvoice } from './issue-invoice.server';

/** The invoice of an order that is paid, issued by whoever needs it first: once, however many ask. A free order needs
 *  none, and one on terms got its own when it was placed. */
export async function issueOrderInvoice(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { orderId: string },
): Promise<Outcome<{ id: string; number: string }, 'not_found' | 'not_paid'>> {
  const issued = await findInvoiceOfOrder(db, p);
  if (issued) return ok(issued);
  return db.transaction(async (tx) => {
    if (!(await lockOrder(tx, p))) return refused('not_found');
    const order = await findOrder(tx, { scope: { kind: 'staff' }, id: p.orderId });
    if (!order || !isOrdered(order.status)) return refused('not_found');
    const before = await findInvoiceOfOrder(tx, p);
    if (before) return ok(before);
    if (order.payableMinor === 0n || order.paidMinor < order.payableMinor) return refused('not_paid');
    return ok(await issueInvoice(tx, { orderId: order.id, creditMinor: 0n, at: now() }));
  });
}
