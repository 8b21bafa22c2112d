import type { Deps } from '#app/deps.server.ts';
import { mayBeCancelled, nextStatus } from '#app/domain/orders/lifecycle.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockOrder, lockStockOfOrder } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type Order, addHistory, findOrder, moveOrder } from '#db/queries/orders.server.ts';
import { returnStock } from '#db/queries/stock.server.ts';
import { giveBackTerms } from '../purchase-orders/give-back-terms.server';
import { queueCancelled } from './order-mails.server';
import { addRefundOf } from './request-refund.server';

export type CancelOrder = { orderId: string; reason: string; personId: string | null; via: string };

/** Before anything has left: the goods go back on the shelf, and all that was paid goes back to the buyer. */
export async function cancelOrder(
  deps: Deps,
  p: CancelOrder,
): Promise<Outcome<{ orderId: string }, 'not_found' | 'wrong_state'>> {
  return deps.db.transaction(async (tx) => {
    if (!(await lockOrder(tx, { orderId: p.orderId }))) return refused('not_found');
    const order = await findOrder(tx, { scope: { kind: 'staff' }, id: p.orderId });
    if (!order) return refused('not_found');
    return cancelWithin(deps, tx, { ...p, order });
  });
}

/** The same inside a transaction that holds the lock on the order. */
export async function cancelWithin(
  deps: Deps,
  tx: Tx,
  p: Omit<CancelOrder, 'orderId'> & { order: Order },
): Promise<Outcome<{ orderId: string }, 'wrong_state'>> {
  const { order } = p;
  const status = nextStatus(order.status, 'cancel');
  if (!status || !mayBeCancelled(order.status)) return refused('wrong_state');
  const at = deps.now();
  await addRefundOf(tx, { ...p, order, at, wish: { kind: 'rest' } });
  await giveBackTerms(tx, { ...p, at });
  await Promise.all([
    lockStockOfOrder(tx, { orderId: order.id }),
    returnStock(tx, { orderId: order.id, reason: 'cancelled', at }),
    moveOrder(tx, { orderId: order.id, from: order.status, to: status }),
    addHistory(tx, {
      id: newId(),
      orderId: order.id,
      type: 'cancelled',
      at,
      personId: p.personId,
      via: p.via,
      reason: p.reason,
    }),
    recordEvent(tx, {
      type: 'order.cancelled',
      subjectId: order.id,
      companyId: order.companyId,
      personId: p.personId,
      via: p.via,
      data: { number: order.number, reason: p.reason },
      at,
    }),
    queueCancelled(deps, tx, { order }),
  ]);
  return ok({ orderId: order.id });
}
