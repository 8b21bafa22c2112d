import type { Deps } from '#app/deps.server.ts';
import { nextQuestionAt } from '#app/domain/checkout/payment-timing.ts';
import { money } from '#app/domain/money/money.ts';
import { isOrdered, isSettled } from '#app/domain/orders/lifecycle.ts';
import { settlement } from '#app/domain/orders/settlement.ts';
import { lockCart, lockOrder } from '#db/locks.server.ts';
import { findOrder, findOrderOfCart } from '#db/queries/orders.server.ts';
import { type Payment, findPayment, postponePayment } from '#db/queries/payments.server.ts';
import { awaitsPayment, lockedOrder } from '../purchase-orders/settle-placing.server';
import { askProvider } from './provider-standing.server';
import { actOnSettlement } from './act-on-settlement.server';

export type SettlePayment = {
  paymentId: string;
  /** Through what the question came: `return`, `webhook`, `job:sweep-payments` … */
  via: string;
  /** No more waiting: what is open at the provider is closed there first. */
  isOver?: boolean;
};

export type Settled =
  | { state: 'paid'; orderId: string; number: string }
  | { state: 'waiting'; orderId: string; number: string; url: string | null }
  | { state: 'failed' | 'expired'; orderId: string; number: string; code: string | null }
  /** Money came that could not become an order: all of it goes back. */
  | { state: 'given_back'; orderId: string; number: string };

/** The one place where a payment becomes an order, or does not: run by the browser that returns, by the webhook and by
 *  the sweep, in any order, any number of times, at the same time. Asks the provider outside any lock; decides and acts
 *  in one transaction under the locks of cart and order. Null when there is no such payment. */
export async function settlePayment(deps: Deps, p: SettlePayment): Promise<Settled | null> {
  const { db, now, payments } = deps;
  const payment = await findPayment(db, { id: p.paymentId });
  if (!payment) return null;
  if (payment.status === 'paid') return readSettled(deps, payment);
  const at = now();
  const isOver = (p.isOver ?? false) || at >= payment.reservedUntil;
  const answer = await askProvider(payments, payment, isOver && !isSettled(payment.status));

  const { cartId, purchaseOrderId } = payment;
  const { verdict, order, status } = await db.transaction(async (tx) => {
    // Sent together, worked one after another: both locks are held before the rows are read.
    const [, purchaseOrder, , current, locked, ofCart] = await Promise.all([
      cartId ? lockCart(tx, { cartId }) : null,
      purchaseOrderId ? lockedOrder(tx, purchaseOrderId) : null,
      lockOrder(tx, { orderId: payment.orderId }),
      findPayment(tx, { id: payment.id }),
      findOrder(tx, { scope: { kind: 'staff' }, id: payment.orderId }),
      cartId ? findOrderOfCart(tx, { cartId }) : null,
    ]);
    if (!current || !locked) throw new Error(`payment ${payment.id} has no order`);
    const isOrderedElsewise =
      (ofCart !== null && ofCart.id !== locked.id && isOrdered(ofCart.status)) ||
      // Another try was made since, or will be: late money would pay the run twice.
      (locked.channel === 'standing_order' && locked.status === 'lapsed') ||
      (purchaseOrder !== null && !(awaitsPayment(purchaseOrder) && locked.status === 'awaiting_payment'));
    const decided = settlement({
      payment: { status: current.status, amount: money(current.amountMinor, current.currency) },
      order: locked,
      isCartOrdered: isOrderedElsewise,
      standing: answer.standing,
      isOver,
    });
    const asked = { verdict: decided, payment: current, order: locked, purchaseOrder, answer, via: p.via };
    await actOnSettlement(deps, tx, asked);
    return { verdict: decided, order: locked, status: current.status };
  });

  if (verdict.act === 'pay') return { state: 'paid', orderId: order.id, number: order.number };
  if (verdict.act === 'wait') {
    const { createdAt: startedAt, reservedUntil } = payment;
    await postponePayment(db, { id: payment.id, dueAt: nextQuestionAt({ startedAt, reservedUntil, now: at }) });
  }
  const settled = verdict.act === 'nothing' ? { ...payment, status } : await findPayment(db, { id: payment.id });
  const action = answer.standing.status === 'requires_action' ? answer.standing.redirectUrl : null;
  return readSettled(deps, settled ?? payment, action);
}

async function readSettled({ db }: Deps, payment: Payment, url: string | null = null): Promise<Settled> {
  const order = await findOrder(db, { scope: { kind: 'staff' }, id: payment.orderId });
  if (!order) throw new Error(`payment ${payment.id} has no order`);
  const named = { orderId: order.id, number: order.number };
  switch (payment.status) {
    case 'paid':
      return { state: 'paid', ...named };
    case 'refund_due':
    case 'refunded':
      return { state: 'given_back', ...named };
    case 'failed':
    case 'expired':
      return { state: payment.status, ...named, code: payment.failureCode };
    default:
      return { state: 'waiting', ...named, url: url ?? payment.url };
  }
}
