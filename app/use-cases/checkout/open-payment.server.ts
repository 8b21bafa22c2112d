import type { Deps } from '#app/deps.server.ts';
import { providerLines } from '#app/domain/checkout/provider-lines.ts';
import { money } from '#app/domain/money/money.ts';
import { isSettled } from '#app/domain/orders/lifecycle.ts';
import { type PaymentState, PaymentFault } from '#app/integrations/stripe/payments.ts';
import { providerLabels } from '#app/messages/provider-labels.server.ts';
import { type Order, type OrderLine, findOrder, readOrderLines } from '#db/queries/orders.server.ts';
import { type Payment, findPayment, rememberProvider } from '#db/queries/payments.server.ts';
import { settlePayment } from './settle-payment.server';

export type Opened =
  | { kind: 'redirect'; url: string }
  | { kind: 'settled'; orderId: string }
  | { kind: 'declined'; code: string }
  /** The provider does not answer: nothing is charged, what was reserved is free again. */
  | { kind: 'unavailable' }
  /** Ended by somebody else in the meantime. */
  | { kind: 'gone' };

/** Opens a prepared payment at the provider, outside any lock. Keys are made of the payment's id, so that doing it
 *  twice (two tabs, a crash in between) opens one. */
export async function openPayment(deps: Deps, p: { paymentId: string; via: string }): Promise<Opened> {
  const { db } = deps;
  const payment = await findPayment(db, { id: p.paymentId });
  if (!payment || isSettled(payment.status)) return { kind: 'gone' };
  if (payment.url) return { kind: 'redirect', url: payment.url };
  const [order, lines] = await Promise.all([
    findOrder(db, { scope: { kind: 'staff' }, id: payment.orderId }),
    readOrderLines(db, { orderId: payment.orderId }),
  ]);
  if (!order) throw new Error(`payment ${payment.id} has no order`);
  try {
    return payment.kind === 'checkout'
      ? await openPage(deps, payment, order, lines)
      : await chargeSavedCard(deps, payment, order, p.via);
  } catch (fault) {
    if (!(fault instanceof PaymentFault)) throw fault;
    return giveUp(deps, { ...p, fault });
  }
}

/** Nobody was shown a page, so nobody can pay on it; a card charged without a word back is asked about. */
async function giveUp(deps: Deps, p: { paymentId: string; via: string; fault: PaymentFault }): Promise<Opened> {
  const settled = await settlePayment(deps, { paymentId: p.paymentId, via: p.via, isOver: true }).catch(() => null);
  return settled?.state === 'paid' ? { kind: 'settled', orderId: settled.orderId } : { kind: 'unavailable' };
}

async function openPage(
  { db, payments }: Deps,
  payment: Payment,
  order: Order,
  lines: readonly OrderLine[],
): Promise<Opened> {
  const amount = (minor: bigint) => money(minor, order.currency);
  const opened = await payments.openCheckout({
    orderRef: payment.id,
    lines: providerLines({
      lines: lines.map(({ sku, quantity, lineTotalMinor, discountMinor }) => ({
        sku,
        quantity,
        net: amount(lineTotalMinor - discountMinor),
      })),
      freight: amount(order.freightMinor),
      tax: amount(order.taxMinor),
      payable: amount(order.payableMinor),
      labels: providerLabels(order.locale),
    }),
    buyer: payment.customerId ? { customerId: payment.customerId } : { email: order.email },
    saveCard: payment.savesCard ? 'offer' : 'never',
    successUrl: payment.returnUrl,
    cancelUrl: payment.cancelUrl,
    expiresAt: payment.providerExpiresAt,
    locale: order.locale,
    idempotencyKey: `checkout:${payment.id}`,
    metadata: { order_number: order.number },
  });
  const status = await rememberProvider(db, { id: payment.id, status: 'open', ...opened });
  return status === 'open' ? { kind: 'redirect', url: opened.url } : { kind: 'gone' };
}

/** First the payment without moving money, and its id kept; then the charge. So that whatever is lost in between, the
 *  sweep knows whom to ask about. */
async function chargeSavedCard(deps: Deps, payment: Payment, order: Order, via: string): Promise<Opened> {
  const { db, payments } = deps;
  const { customerId, methodId } = payment;
  if (!customerId || !methodId) throw new Error(`payment ${payment.id} names no card`);
  const intentId =
    payment.intentId ??
    (await payments.prepareCardPayment({
      customerId,
      paymentMethodId: methodId,
      amount: money(payment.amountMinor, payment.currency),
      orderRef: payment.id,
      idempotencyKey: `prepare:${payment.id}`,
      metadata: { order_number: order.number },
    }));
  await rememberProvider(db, { id: payment.id, status: 'open', intentId });
  const state: PaymentState = await payments.authenticatePayment({
    paymentIntentId: intentId,
    paymentMethodId: methodId,
    returnUrl: payment.returnUrl,
    idempotencyKey: `confirm:${payment.id}`,
  });
  if (state.status === 'requires_action' && state.redirectUrl) {
    await rememberProvider(db, { id: payment.id, status: 'requires_action', url: state.redirectUrl });
    return { kind: 'redirect', url: state.redirectUrl };
  }
  if (state.status === 'processing') return { kind: 'redirect', url: payment.returnUrl };
  const settled = await settlePayment(deps, { paymentId: payment.id, via });
  if (settled?.state === 'paid') return { kind: 'settled', orderId: settled.orderId };
  if (settled?.state === 'failed') return { kind: 'declined', code: settled.code ?? 'card_declined' };
  return { kind: 'gone' };
}
