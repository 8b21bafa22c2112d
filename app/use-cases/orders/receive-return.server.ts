import type { Deps } from '#app/deps.server.ts';
import { add, compare, smaller, subtract, toExact, zero } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { OrderStatus } from '#app/domain/orders/lifecycle.ts';
import { type RefundWish, refundShares } from '#app/domain/orders/refund.ts';
import { nextReturnStatus, statusAfterReturn } from '#app/domain/orders/returns.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockStock } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type Order, addHistory, addToLines, moveOrder, readOrderLines } from '#db/queries/orders.server.ts';
import { type Return, moveReturn } from '#db/queries/returns.server.ts';
import { ensureStockRows, putBackOnShelf } from '#db/queries/stock.server.ts';
import { issueCreditNote } from '../invoices/issue-credit-note.server';
import { type ReturnAct, lockedReturn } from './decide-on-return.server';
import { refundableOrder, storedShare } from './refundable-order.server';
import { addRefundOf } from './request-refund.server';
import { queueReturnNews } from './return-mails.server';

/** The goods are in: each line goes back on the shelf or is written off, and what it was worth goes back in its exact
 *  stored shares, to the card, or off the invoice where it is owed on terms. Freight goes back once everything is. What
 *  was paid back before is not paid back again. */
export async function receiveReturn(
  deps: Deps,
  p: ReturnAct & { restock: readonly number[] },
): Promise<Outcome<{ status: OrderStatus }, 'not_found' | 'wrong_state'>> {
  return deps.db.transaction(async (tx) => {
    const locked = await lockedReturn(tx, p);
    if (!locked) return refused('not_found');
    const { order, found } = locked;
    const lines = await readOrderLines(tx, { orderId: order.id });
    const cameIn = (line: number) => found.lines.find((unit) => unit.line === line)?.quantity ?? '0';
    const after = statusAfterReturn(
      order.status,
      lines.map((line) => ({
        quantity: toExact(line.quantity),
        returned: add(toExact(line.returnedQuantity), toExact(cameIn(line.line))),
      })),
    );
    if (!after || !nextReturnStatus(found.status, 'receive')) return refused('wrong_state');
    const at = deps.now();
    const restocked = found.lines.map(({ line }) => line).filter((line) => p.restock.includes(line));
    await addToLines(tx, {
      orderId: order.id,
      lines: found.lines.map(({ line, quantity }) => ({ line, returned: quantity })),
    });
    const refund = await giveBack(tx, { order, found, isWhole: after.isWhole, act: p, at });
    await moveReturn(tx, { id: found.id, from: found.status, to: 'received', at, set: { restocked, ...refund } });
    await moveOrder(tx, { orderId: order.id, from: order.status, to: after.status });
    const quantities = lines.flatMap(({ line, variantId }) =>
      variantId && restocked.includes(line) ? [{ variantId, quantity: cameIn(line) }] : [],
    );
    const variantIds = [...new Set(quantities.map(({ variantId }) => variantId))];
    await ensureStockRows(tx, { variantIds, at });
    await lockStock(tx, { variantIds });
    await putBackOnShelf(tx, { orderId: order.id, quantities, reason: 'returned', at });
    const type = after.isWhole ? 'returned' : 'partly_returned';
    await addHistory(tx, {
      id: newId(),
      orderId: order.id,
      type,
      at,
      personId: p.personId,
      via: p.via,
      data: { return: found.id, restocked },
    });
    await recordEvent(tx, {
      type: `order.${type}`,
      subjectId: order.id,
      companyId: order.companyId,
      personId: p.personId,
      via: p.via,
      data: { number: order.number, return: found.id },
      at,
    });
    await queueReturnNews(deps, tx, { order, returnId: found.id, news: 'received', answer: '' });
    return ok({ status: after.status });
  });
}

async function giveBack(
  tx: Tx,
  p: { order: Order; found: Return; isWhole: boolean; act: ReturnAct; at: Date },
): Promise<{ refundId: string | null; creditNoteId: string | null }> {
  const { order, found, at, act } = p;
  const refundable = await refundableOrder(tx, order);
  const units = found.lines.flatMap(({ line: number, quantity }) => {
    const line = refundable.lines.find(({ line }) => line === number);
    if (!line) return [];
    const left = smaller(toExact(quantity), subtract(line.quantity, line.refunded.quantity));
    return compare(left, zero) > 0 ? [{ line: number, quantity: toExact(toDecimalString(left, 6)) }] : [];
  });
  const wish: RefundWish = { kind: 'units', units, freight: p.isWhole };
  const by = { reason: 'return', personId: act.personId, via: act.via };
  if (order.paidMinor > 0n) {
    const refund = await addRefundOf(tx, { ...by, order, at, wish });
    return { refundId: refund.ok ? refund.value.refundId : null, creditNoteId: null };
  }
  const shares = refundShares(refundable, wish);
  const note = shares.ok
    ? await issueCreditNote(tx, {
        ...by,
        orderId: order.id,
        key: `return:${found.id}`,
        shares: shares.value.map(storedShare),
        at,
      })
    : null;
  return { refundId: null, creditNoteId: note?.id ?? null };
}
