import type { Deps } from '#app/deps.server.ts';
import { type ReturnStatus, nextReturnStatus } from '#app/domain/orders/returns.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockOrder } from '#db/locks.server.ts';
import { type Order, addHistory, findOrder } from '#db/queries/orders.server.ts';
import { type Return, listReturnsOfOrder, moveReturn } from '#db/queries/returns.server.ts';
import { queueReturnNews } from './return-mails.server';

export type ReturnAct = { orderId: string; returnId: string; personId: string | null; via: string };

/** The return of an order with the order, both under the order's lock. Null when they do not belong together. */
export async function lockedReturn(tx: Tx, p: ReturnAct): Promise<{ order: Order; found: Return } | null> {
  if (!(await lockOrder(tx, { orderId: p.orderId }))) return null;
  const [order, all] = await Promise.all([
    findOrder(tx, { scope: { kind: 'staff' }, id: p.orderId }),
    listReturnsOfOrder(tx, { orderId: p.orderId }),
  ]);
  const found = all.find(({ id }) => id === p.returnId);
  return order && found ? { order, found } : null;
}

/** The store approves or declines what was announced, or its buyer takes it back before that. Twice changes nothing. */
export async function decideOnReturn(
  deps: Deps,
  p: ReturnAct & { event: 'approve' | 'decline' | 'withdraw'; answer: string },
): Promise<Outcome<{ status: ReturnStatus }, 'not_found' | 'wrong_state'>> {
  return deps.db.transaction(async (tx) => {
    const locked = await lockedReturn(tx, p);
    if (!locked) return refused('not_found');
    const { order, found } = locked;
    const status = nextReturnStatus(found.status, p.event);
    if (!status) return refused('wrong_state');
    const at = deps.now();
    await moveReturn(tx, { id: found.id, from: found.status, to: status, at, set: { answer: p.answer } });
    await addHistory(tx, {
      id: newId(),
      orderId: order.id,
      type: `return_${status}`,
      at,
      personId: p.personId,
      via: p.via,
      reason: p.answer,
      data: { return: found.id },
    });
    if (status === 'approved' || status === 'declined')
      await queueReturnNews(deps, tx, { order, returnId: found.id, news: status, answer: p.answer });
    return ok({ status });
  });
}
