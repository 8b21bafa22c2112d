import { randomBytes } from 'node:crypto';
import type { Deps } from '#app/deps.server.ts';
import { type PayableRefusal, payableAmount } from '#app/domain/checkout/payable-amount.ts';
import { firstQuestionAt, providerUntil, reservedUntil } from '#app/domain/checkout/payment-timing.ts';
import { type Exact, add, toExact } from '#app/domain/money/exact.ts';
import { roundingMode, toDecimalString } from '#app/domain/money/rounding.ts';
import { isOrdered } from '#app/domain/orders/lifecycle.ts';
import { orderNumber } from '#app/domain/orders/order-number.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import {
  type NewOrderLine,
  type Order,
  addHistory,
  addOrder,
  addOrderLines,
  findOrder,
} from '#db/queries/orders.server.ts';
import { findPaymentCustomer } from '#db/queries/payment-customers.server.ts';
import { addPayment, readPayments } from '#db/queries/payments.server.ts';
import { type VariantQuantity, reserveStock } from '#db/queries/stock.server.ts';
import { openPayment } from '../checkout/open-payment.server';
import { storedReasons, titleOf } from '../checkout/order-from-cart';
import { placeFreeOrder } from '../checkout/place-free-order.server';
import type { ResolvedReorder } from './resolve-reorder.server';

/** Where a browser comes back to when the bank or the payment page has the last word; `{payment}` is the payment's id. */
export type CardPayment = { origin: string; returnPath: string; cancelPath: string };

export type ConsumerRefusal =
  PayableRefusal | 'not_delivered_there' | 'payment_declined' | 'payment_unavailable' | 'line_not_buyable';

/** A consumer's order as far as the next one is made after it. */
export type ConsumerOrder = Pick<
  Order,
  'id' | 'personId' | 'email' | 'locale' | 'market' | 'currency' | 'showsTaxIncluded' | 'shipTo'
>;

type AgainByCard = {
  past: { order: ConsumerOrder };
  resolved: ResolvedReorder;
  via: string;
  payment: CardPayment;
  at: Date;
  channel?: 'reorder' | 'standing_order';
  /** Another card is asked for: it is typed on the payment page, and kept. */
  withAnotherCard?: boolean;
};

/** A consumer's order, awaiting its payment by the card they saved; without one it is paid on the payment page. The
 *  caller holds the locks on the stock. */
export async function orderAgainByCard(
  deps: Deps,
  tx: Tx,
  p: AgainByCard,
): Promise<Outcome<{ orderId: string; purchaseOrderId: null }, ConsumerRefusal>> {
  const { at, via } = p;
  const { planned } = p.resolved;
  const past = p.past.order;
  if (!planned.shipping) return refused('not_delivered_there');
  if (!planned.isBuyable) return refused('line_not_buyable');
  const payable = payableAmount(planned.totals.payable);
  if (!payable.ok) return payable;
  const customer = past.personId ? await findPaymentCustomer(tx, { personId: past.personId }) : null;
  const methodId = p.withAnotherCard ? null : (customer?.methodId ?? null);
  const orderId = newId(at.getTime());
  const { totals } = planned;
  await addOrder(tx, {
    order: {
      id: orderId,
      number: orderNumber(randomBytes(24)),
      status: 'awaiting_payment',
      channel: p.channel ?? 'reorder',
      personId: past.personId,
      reorderOfId: past.id,
      email: past.email,
      locale: past.locale,
      market: past.market,
      currency: past.currency,
      roundingMode,
      showsTaxIncluded: past.showsTaxIncluded,
      totalMinor: totals.total.minor,
      discountMinor: totals.discount.minor,
      freightMinor: totals.freight.minor,
      freightTaxMinor: totals.freightTax.minor,
      taxMinor: totals.tax.minor,
      payableMinor: totals.payable.minor,
      shipTo: past.shipTo,
      shippingMethod: planned.shipping.method.code,
      createdAt: at,
    },
  });
  await addOrderLines(tx, { lines: linesOf(p, orderId) });
  await reserveStock(tx, { orderId, quantities: quantitiesOf(p.resolved), at });
  await addHistory(tx, { id: newId(), orderId, type: 'payment_started', at, personId: past.personId, via });
  if (payable.value === 'nothing_to_pay') {
    await placeFreeOrder(deps, tx, { orderId, at, via });
    return ok({ orderId, purchaseOrderId: null });
  }
  const paymentId = newId();
  const back = (path: string) => p.payment.origin + path.replace('{payment}', paymentId);
  await addPayment(tx, {
    payment: {
      id: paymentId,
      orderId,
      kind: methodId ? 'saved_card' : 'checkout',
      status: 'starting',
      amountMinor: totals.payable.minor,
      currency: past.currency,
      fingerprint: `reorder:${orderId}`,
      returnUrl: back(p.payment.returnPath),
      cancelUrl: back(p.payment.cancelPath),
      savesCard: methodId === null,
      customerId: customer?.providerId ?? null,
      methodId,
      providerExpiresAt: providerUntil(new Date()),
      reservedUntil: reservedUntil(at),
      dueAt: firstQuestionAt(at),
      createdAt: at,
    },
  });
  return ok({ orderId, purchaseOrderId: null });
}

function linesOf({ past, resolved }: AgainByCard, orderId: string): NewOrderLine[] {
  return resolved.planned.lines.map(({ line, price, totals: own, ratePercent, taxClass }) => {
    const variant = resolved.variants.get(price.sku);
    if (!variant || !price.ok || !own) throw new Error(`line ${line} has no price`);
    const cost = variant.cost[past.order.currency];
    return {
      id: newId(),
      orderId,
      line,
      variantId: variant.id,
      sku: variant.sku,
      title: titleOf(variant, past.order.locale),
      quantity: toDecimalString(price.quantity, 6),
      configuration: resolved.configurations.get(line) ?? {},
      unitPrice: price.unitPrice && toDecimalString(price.unitPrice, 6),
      lineTotalMinor: own.lineTotal.minor,
      discountMinor: own.discount.minor,
      taxMinor: own.tax.minor,
      taxRatePercent: toDecimalString(ratePercent, 4),
      taxClass,
      unitCost: cost === undefined ? null : toDecimalString(toExact(cost), 6),
      priceListCode: price.list,
      priceListRevision: price.revision,
      reasons: storedReasons(price.reasons),
    };
  });
}

function quantitiesOf({ planned }: ResolvedReorder): VariantQuantity[] {
  const sums = new Map<string, Exact>();
  for (const { variantId, price } of planned.lines) {
    const before = sums.get(variantId);
    sums.set(variantId, before ? add(before, price.quantity) : price.quantity);
  }
  return [...sums].map(([variantId, quantity]) => ({ variantId, quantity: toDecimalString(quantity, 6) }));
}

/** Charges the saved card, outside any lock; keys are made of the payment's id, so that doing it twice charges once.
 *  `url` is where the buyer must go to finish paying. */
export async function payReorder(
  deps: Deps,
  p: { orderId: string; via: string },
): Promise<Outcome<{ url: string | null }, 'payment_declined' | 'payment_unavailable'>> {
  const order = await findOrder(deps.db, { scope: { kind: 'staff' }, id: p.orderId });
  if (!order) throw new Error(`order ${p.orderId} is gone`);
  if (isOrdered(order.status)) return ok({ url: null });
  const [payment] = await readPayments(deps.db, { orderId: order.id });
  if (!payment) throw new Error(`order ${order.id} has no payment`);
  const opened = await openPayment(deps, { paymentId: payment.id, via: p.via });
  switch (opened.kind) {
    case 'redirect':
      return ok({ url: opened.url });
    case 'settled':
      return ok({ url: null });
    case 'declined':
      return refused('payment_declined', { declineCode: opened.code });
    case 'unavailable':
      return refused('payment_unavailable');
    case 'gone': {
      // Settled by somebody else in the meantime.
      const now = await findOrder(deps.db, { scope: { kind: 'staff' }, id: order.id });
      return now && isOrdered(now.status) ? ok({ url: null }) : refused('payment_unavailable');
    }
  }
}
