import type { Deps } from '#app/deps.server.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type ReturnReason, type ReturnRefusal, returnVerdict } from '#app/domain/orders/returns.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { lockOrder } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { addHistory, findOrder } from '#db/queries/orders.server.ts';
import { addReturn } from '#db/queries/returns.server.ts';
import { linesToReturn } from './lines-to-return.server';
import { queueReturnNews } from './return-mails.server';

export type RequestReturn = {
  orderId: string;
  units: readonly { line: number; quantity: string }[];
  reason: ReturnReason;
  note: string;
  personId: string | null;
  via: string;
};

/** A buyer announces what comes back: no more than was delivered and is not on its way already, within the period. Two at
 *  once take turns under the lock on the order. */
export async function requestReturn(
  deps: Deps,
  p: RequestReturn,
): Promise<Outcome<{ returnId: string }, ReturnRefusal | 'not_found'>> {
  return deps.db.transaction(async (tx) => {
    if (!(await lockOrder(tx, { orderId: p.orderId }))) return refused('not_found');
    const order = await findOrder(tx, { scope: { kind: 'staff' }, id: p.orderId });
    if (!order) return refused('not_found');
    const at = deps.now();
    const { lines } = await linesToReturn(tx, order);
    const wanted = p.units.map(({ line, quantity }) => ({ line, quantity: toExact(quantity) }));
    const verdict = returnVerdict(lines, wanted, at);
    if (!verdict.ok) return verdict;
    const returnId = newId(at.getTime());
    await addReturn(tx, {
      id: returnId,
      orderId: order.id,
      status: 'requested',
      lines: verdict.value.map(({ line, quantity }) => ({ line, quantity: toDecimalString(quantity, 6) })),
      reason: p.reason,
      note: p.note,
      requestedBy: p.personId,
      via: p.via,
      createdAt: at,
      changedAt: at,
    });
    await Promise.all([
      addHistory(tx, {
        id: newId(),
        orderId: order.id,
        type: 'return_requested',
        at,
        personId: p.personId,
        via: p.via,
        reason: p.reason,
        data: { return: returnId },
      }),
      recordEvent(tx, {
        type: 'order.return_requested',
        subjectId: order.id,
        companyId: order.companyId,
        personId: p.personId,
        via: p.via,
        data: { number: order.number, return: returnId },
        at,
      }),
      queueReturnNews(deps, tx, { order, returnId, news: 'requested', answer: '' }),
    ]);
    return ok({ returnId });
  });
}
