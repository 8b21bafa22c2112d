import type { Deps } from '#app/deps.server.ts';
import { isOrdered } from '#app/domain/orders/lifecycle.ts';
import { type RefundRefusal, type RefundWish, refundShares, refundTotal } from '#app/domain/orders/refund.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { makeRefund as makeRefundJob } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockOrder } from '#db/locks.server.ts';
import { type Order, addHistory, findOrder } from '#db/queries/orders.server.ts';
import { addRefund, readPayments } from '#db/queries/payments.server.ts';
import { refundableOrder, storedShare } from './refundable-order.server';

export type RequestRefund = {
  orderId: string;
  wish: RefundWish;
  reason: string;
  personId: string | null;
  via: string;
};

export type RequestRefundRefusal = RefundRefusal | 'not_found' | 'wrong_state';

/** Decides a refund and writes down which line gets back how much; the provider is asked afterwards, by the job. */
export async function requestRefund(
  { db, now }: Deps,
  p: RequestRefund,
): Promise<Outcome<{ refundId: string; minor: bigint }, RequestRefundRefusal>> {
  return db.transaction(async (tx) => {
    if (!(await lockOrder(tx, { orderId: p.orderId }))) return refused('not_found');
    const order = await findOrder(tx, { scope: { kind: 'staff' }, id: p.orderId });
    if (!order) return refused('not_found');
    if (!isOrdered(order.status)) return refused('wrong_state');
    return addRefundOf(tx, { ...p, order, at: now() });
  });
}

/** The same inside a transaction that holds the lock on the order. */
export async function addRefundOf(
  tx: Tx,
  p: Omit<RequestRefund, 'orderId'> & { order: Order; at: Date },
): Promise<Outcome<{ refundId: string; minor: bigint }, RefundRefusal>> {
  const { order } = p;
  const [refundable, payments] = await Promise.all([
    refundableOrder(tx, order),
    readPayments(tx, { orderId: order.id }),
  ]);
  const payment = payments.find(({ status }) => status === 'paid');
  if (!payment) return refused('nothing_to_refund');
  const shares = refundShares(refundable, p.wish);
  if (!shares.ok) return shares;
  const minor = refundTotal(shares.value);
  const refundId = newId();
  await Promise.all([
    addRefund(tx, {
      id: refundId,
      orderId: order.id,
      paymentId: payment.id,
      amountMinor: minor,
      currency: order.currency,
      shares: shares.value.map(storedShare),
      reason: p.reason,
      status: 'due',
      requestedBy: p.personId,
      dueAt: p.at,
      createdAt: p.at,
    }),
    addHistory(tx, {
      id: newId(),
      orderId: order.id,
      type: 'refund_requested',
      at: p.at,
      personId: p.personId,
      via: p.via,
      reason: p.reason,
      data: { refund: refundId, amount: minor.toString(), currency: order.currency },
    }),
    enqueue(tx, makeRefundJob, { refundId }),
  ]);
  return ok({ refundId, minor });
}
