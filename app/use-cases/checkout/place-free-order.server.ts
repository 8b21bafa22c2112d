import type { Deps } from '#app/deps.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockStockOfOrder } from '#db/locks.server.ts';
import { closeCart } from '#db/queries/carts.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { addHistory, findOrder, moveOrder } from '#db/queries/orders.server.ts';
import { commitStock } from '#db/queries/stock.server.ts';
import { queueConfirmation } from '../orders/order-mails.server';

/** Nothing to pay: the order is placed in the transaction that made it. */
export async function placeFreeOrder(deps: Deps, tx: Tx, p: { orderId: string; at: Date; via: string }): Promise<void> {
  const order = await findOrder(tx, { scope: { kind: 'staff' }, id: p.orderId });
  if (!order) throw new Error(`order ${p.orderId} was just made`);
  await Promise.all([
    lockStockOfOrder(tx, { orderId: order.id }),
    commitStock(tx, { orderId: order.id, at: p.at }),
    moveOrder(tx, { orderId: order.id, from: 'awaiting_payment', to: 'placed', set: { placedAt: p.at } }),
    order.cartId ? closeCart(tx, { cartId: order.cartId, as: 'ordered', orderId: order.id, at: p.at }) : null,
    addHistory(tx, { id: newId(), orderId: order.id, type: 'placed', at: p.at, personId: order.personId, via: p.via }),
    recordEvent(tx, {
      type: 'order.placed',
      subjectId: order.id,
      companyId: order.companyId,
      personId: order.personId,
      via: p.via,
      data: { number: order.number, payable: '0', currency: order.currency },
      at: p.at,
    }),
    queueConfirmation(deps, tx, { order }),
  ]);
}
