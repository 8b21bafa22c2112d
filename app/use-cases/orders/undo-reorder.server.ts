import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayBeCancelled } from '#app/domain/orders/lifecycle.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { lockOrder, lockReorder } from '#db/locks.server.ts';
import { type Order, findOrder } from '#db/queries/orders.server.ts';
import { type Reorder, findReorderBehind, settleReorder } from '#db/queries/reorders.server.ts';
import { cancelWithin } from './cancel-order.server';

export type UndoRefusal = 'not_found' | 'undo_over' | 'wrong_state';

/** Takes back what was ordered again moments ago: payment, stock, budget and credit are as before. Fulfilment and undo
 *  lock the same order: whoever comes first wins. Twice changes nothing. */
export async function undoReorder(
  deps: Deps,
  p: { orderId: string; actor: Actor; via: string },
): Promise<Outcome<{ orderId: string }, UndoRefusal>> {
  const { db, now } = deps;
  return db.transaction(async (tx): Promise<Outcome<{ orderId: string }, UndoRefusal>> => {
    if (!(await lockOrder(tx, { orderId: p.orderId }))) return refused('not_found');
    const order = await findOrder(tx, { scope: { kind: 'staff' }, id: p.orderId });
    const made = order && (await findReorderBehind(tx, { orderId: order.id, purchaseOrderId: order.purchaseOrderId }));
    const reorder = made && (await lockReorder(tx, { id: made.id, personId: p.actor.person }));
    if (!order || !reorder) return refused('not_found');
    if (reorder.status === 'undone') return ok({ orderId: order.id });
    if (!isUndoable(reorder, now())) return refused('undo_over');
    const cancelled = await cancelWithin(deps, tx, {
      order,
      reason: 'undone',
      personId: p.actor.person,
      via: p.via,
    });
    if (!cancelled.ok) return cancelled;
    await settleReorder(tx, { id: reorder.id, set: { status: 'undone' } });
    return ok({ orderId: order.id });
  });
}

const isUndoable = ({ undoUntil }: Reorder, at: Date): boolean => undoUntil !== null && at < undoUntil;

/** Until when this person may undo the order; null when it was not made by them so, or it is too late. */
export async function readUndoUntil(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { order: Order; personId: string },
): Promise<Date | null> {
  if (!mayBeCancelled(p.order.status)) return null;
  const reorder = await findReorderBehind(db, { orderId: p.order.id, purchaseOrderId: p.order.purchaseOrderId });
  if (reorder?.personId !== p.personId || reorder.status !== 'committed') return null;
  return isUndoable(reorder, now()) ? reorder.undoUntil : null;
}
