import type { Deps } from '#app/deps.server.ts';
import { money } from '#app/domain/money/money.ts';
import { compare, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { openPaymentStatuses } from '#app/domain/orders/lifecycle.ts';
import type { RefundCause, SettlementVerdict } from '#app/domain/orders/settlement.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { issueInvoice, makeRefund } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockStock, lockStockOfOrder } from '#db/locks.server.ts';
import { closeCart } from '#db/queries/carts.server.ts';
import { releaseDiscountUse } from '#db/queries/discount-codes.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type Order, addHistory, moveOrder, readOrderLines } from '#db/queries/orders.server.ts';
import { type Payment, addRefund, movePayment } from '#db/queries/payments.server.ts';
import { keepCompanyCustomer, keepPaymentCustomer } from '#db/queries/payment-customers.server.ts';
import { commitStock, releaseStock, reserveStock } from '#db/queries/stock.server.ts';
import type { PurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { takeCodeAgain } from '../discounts/take-code.server';
import { queueConfirmation } from '../orders/order-mails.server';
import { awaitsPayment, completePlacing, failPlacing } from '../purchase-orders/settle-placing.server';
import { markPurchaseOrderOfRun, runWasNotPaid, runWasPaid } from '../standing-orders/settle-run.server';
import type { ProviderAnswer } from './provider-standing.server';

type Settlement = {
  verdict: SettlementVerdict;
  payment: Payment;
  order: Order;
  /** The purchase order that is being paid, locked. */
  purchaseOrder: PurchaseOrder | null;
  answer: ProviderAnswer;
  via: string;
};

/** Does what was decided, in the transaction that decided it. */
export async function actOnSettlement(deps: Deps, tx: Tx, p: Settlement): Promise<void> {
  const { verdict } = p;
  switch (verdict.act) {
    case 'nothing':
      return;
    case 'wait':
      await movePayment(tx, { id: p.payment.id, from: openPaymentStatuses, to: verdict.as });
      return;
    case 'lapse':
      return lapse(deps, tx, p, verdict);
    case 'pay':
      await pay(deps, tx, p, verdict.excessMinor);
      return;
    case 'pay_late': {
      if ((await takeCodeAgain(tx, { order: p.order, at: deps.now() })) && (await hasStockAgain(deps, tx, p.order)))
        await pay(deps, tx, p, verdict.excessMinor);
      else await giveBack(deps, tx, p, 'late');
      return;
    }
    case 'give_back':
      return giveBack(deps, tx, p, verdict.cause);
  }
}

async function lapse(
  deps: Deps,
  tx: Tx,
  { payment, order, purchaseOrder, via }: Settlement,
  verdict: { as: 'failed' | 'expired'; code: string | null },
): Promise<void> {
  const at = deps.now();
  if (order.channel === 'standing_order') await runWasNotPaid(deps, tx, { order, payment, code: verdict.code, at });
  await Promise.all([
    lockStockOfOrder(tx, { orderId: order.id }),
    releaseStock(tx, { orderId: order.id, at }),
    moveOrder(tx, { orderId: order.id, from: 'awaiting_payment', to: 'lapsed' }),
    releaseDiscountUse(tx, { orderId: order.id }),
    movePayment(tx, {
      id: payment.id,
      from: openPaymentStatuses,
      to: verdict.as,
      set: { settledAt: at, ...(verdict.code && { failureCode: verdict.code }) },
    }),
    addHistory(tx, {
      id: newId(),
      orderId: order.id,
      type: verdict.as === 'failed' ? 'payment_failed' : 'payment_expired',
      at,
      personId: null,
      via,
      reason: verdict.code ?? '',
    }),
  ]);
  const code = verdict.code ?? 'payment_expired';
  if (!purchaseOrder) return;
  await failPlacing(deps, tx, { order: purchaseOrder, code, at });
  await markPurchaseOrderOfRun(deps, tx, { purchaseOrderId: purchaseOrder.id, outcome: { paid: false, code }, at });
}

async function pay(deps: Deps, tx: Tx, p: Settlement, excessMinor: bigint): Promise<void> {
  const { payment, order, answer, via } = p;
  const at = deps.now();
  const received = payment.amountMinor + excessMinor;
  if (order.channel === 'standing_order') await runWasPaid(tx, { order, at });
  const [moved] = await Promise.all([
    moveOrder(tx, {
      orderId: order.id,
      from: order.status,
      to: 'paid',
      set: { placedAt: at, paidMinor: received },
    }),
    movePayment(tx, {
      id: payment.id,
      from: [...openPaymentStatuses, 'failed', 'expired'],
      to: 'paid',
      set: {
        receivedMinor: received,
        settledAt: at,
        ...(answer.intentId && { intentId: answer.intentId }),
        ...(answer.customerId && { customerId: answer.customerId }),
        ...(answer.methodId && { methodId: answer.methodId }),
      },
    }),
    lockStockOfOrder(tx, { orderId: order.id }),
    commitStock(tx, { orderId: order.id, at }),
    order.cartId ? closeCart(tx, { cartId: order.cartId, as: 'ordered', orderId: order.id, at }) : null,
    addHistory(tx, { id: newId(), orderId: order.id, type: 'paid', at, personId: order.personId, via }),
    recordEvent(tx, {
      type: 'order.paid',
      subjectId: order.id,
      companyId: order.companyId,
      personId: order.personId,
      via,
      data: { number: order.number, payable: order.payableMinor.toString(), currency: order.currency },
      at,
    }),
    p.purchaseOrder ? null : queueConfirmation(deps, tx, { order }),
    enqueue(tx, issueInvoice, { orderId: order.id }),
  ]);
  if (!moved) throw new Error(`order ${order.id} was not ${order.status} under its own lock`);
  if (p.purchaseOrder) {
    await completePlacing(deps, tx, { order: p.purchaseOrder, placed: order, invoiceNumber: null, at });
    await markPurchaseOrderOfRun(deps, tx, { purchaseOrderId: p.purchaseOrder.id, outcome: { paid: true }, at });
  }
  if (answer.customerId && answer.methodId) {
    const card = { providerId: answer.customerId, methodId: answer.methodId, at };
    if (p.purchaseOrder) await keepCompanyCustomer(tx, { ...card, companyId: p.purchaseOrder.companyId });
    else if (order.personId) await keepPaymentCustomer(tx, { ...card, personId: order.personId });
  }
  if (excessMinor > 0n) await refundOf(tx, p, { minor: excessMinor, cause: 'overpaid', at });
}

/** Late money: what was reserved is free again by now, and is taken anew if all of it is there. */
async function hasStockAgain({ now }: Deps, tx: Tx, order: Order): Promise<boolean> {
  const lines = await readOrderLines(tx, { orderId: order.id });
  const wanted = new Map<string, ReturnType<typeof toExact>>();
  for (const { variantId, quantity } of lines) {
    if (!variantId) return false;
    const before = wanted.get(variantId) ?? toExact('0');
    const more = toExact(quantity);
    wanted.set(variantId, { num: before.num * more.den + more.num * before.den, den: before.den * more.den });
  }
  const stock = await lockStock(tx, { variantIds: [...wanted.keys()] });
  const isThere = [...wanted].every(([variantId, quantity]) => {
    const level = stock.find((found) => found.variantId === variantId);
    return level && (level.stockPolicy === 'backorder' || compare(quantity, toExact(level.available)) <= 0);
  });
  if (!isThere) return false;
  const quantities = [...wanted].map(([variantId, { num, den }]) => ({ variantId, quantity: decimal(num, den) }));
  await reserveStock(tx, { orderId: order.id, quantities, at: now() });
  return true;
}

const decimal = (num: bigint, den: bigint): string => toDecimalString({ num, den }, 6);

async function giveBack(deps: Deps, tx: Tx, p: Settlement, cause: RefundCause): Promise<void> {
  const { payment, order, answer, via } = p;
  if (answer.standing.status !== 'paid') throw new Error('only money that came goes back');
  const at = deps.now();
  const { received } = answer.standing;
  if (order.channel === 'standing_order')
    await runWasNotPaid(deps, tx, { order, payment, code: `payment_${cause}`, at });
  await Promise.all([
    movePayment(tx, {
      id: payment.id,
      from: [...openPaymentStatuses, 'failed', 'expired'],
      to: 'refund_due',
      set: {
        receivedMinor: received.minor,
        settledAt: at,
        failureCode: cause,
        ...(answer.intentId && { intentId: answer.intentId }),
      },
    }),
    ...(order.status === 'awaiting_payment'
      ? [
          lockStockOfOrder(tx, { orderId: order.id }),
          releaseStock(tx, { orderId: order.id, at }),
          moveOrder(tx, { orderId: order.id, from: 'awaiting_payment', to: 'lapsed' as const }),
          releaseDiscountUse(tx, { orderId: order.id }),
        ]
      : []),
    addHistory(tx, {
      id: newId(),
      orderId: order.id,
      type: 'payment_given_back',
      at,
      personId: null,
      via,
      reason: cause,
      data: { received: received.minor.toString(), currency: received.currency },
    }),
    recordEvent(tx, {
      type: 'payment.given_back',
      subjectId: order.id,
      companyId: order.companyId,
      personId: order.personId,
      via,
      data: { cause, payment: payment.id, received: received.minor.toString(), currency: received.currency },
      at,
    }),
  ]);
  const { purchaseOrder } = p;
  if (purchaseOrder && awaitsPayment(purchaseOrder) && order.status === 'awaiting_payment')
    await failPlacing(deps, tx, { order: purchaseOrder, code: `payment_${cause}`, at });
  await refundOf(
    tx,
    { ...p, payment: { ...payment, currency: received.currency } },
    { minor: received.minor, cause, at },
  );
}

/** The row first, the provider after the transaction has committed. */
async function refundOf(
  tx: Tx,
  { payment, order }: Settlement,
  p: { minor: bigint; cause: RefundCause; at: Date },
): Promise<void> {
  const refundId = newId();
  const amount = money(p.minor, payment.currency);
  await addRefund(tx, {
    id: refundId,
    orderId: order.id,
    paymentId: payment.id,
    amountMinor: amount.minor,
    currency: amount.currency,
    reason: p.cause,
    status: 'due',
    dueAt: p.at,
    createdAt: p.at,
  });
  await enqueue(tx, makeRefund, { refundId });
}
