import type { Deps } from '#app/deps.server.ts';
import { payableAmount } from '#app/domain/checkout/payable-amount.ts';
import { firstQuestionAt, providerUntil, reservedUntil } from '#app/domain/checkout/payment-timing.ts';
import { money } from '#app/domain/money/money.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { findCompanyCustomer } from '#db/queries/payment-customers.server.ts';
import { addPayment, findOpenPaymentOfPurchaseOrder } from '#db/queries/payments.server.ts';
import { type PurchaseOrder, listLines, movePurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { reserveStock } from '#db/queries/stock.server.ts';
import { isInStock, quantitiesOf, writeOrder } from './order-of-purchase-order.server';
import { purchaseOrderUrl, tellRequesters } from './purchase-order-mails.server';
import { failPlacing } from './settle-placing.server';

/** How it is paid: by the card the company saved, nobody being there; or on the payment page, where somebody is. */
export type PayWith = { readonly with: 'saved_card' } | { readonly with: 'checkout'; readonly origin: string };

export type BegunPayment =
  | { kind: 'pay'; paymentId: string }
  /** Nothing to pay with: it stays approved and waits for somebody to pay. */
  | { kind: 'standing'; status: 'approved'; orderId: null }
  | { kind: 'failed' };

/** The order that awaits its payment, with its stock held for a quarter of an hour, and the payment, whose row is there
 *  before the provider is asked. A payment under way is joined. The caller holds the lock on the purchase order. */
export async function beginPayment(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: { order: PurchaseOrder; pay: PayWith; at: Date },
): Promise<Outcome<BegunPayment, 'wrong_state' | 'no_saved_card'>> {
  const { order, pay, at } = p;
  const underWay = await findOpenPaymentOfPurchaseOrder(tx, { purchaseOrderId: order.id });
  if (underWay) return ok({ kind: 'pay', paymentId: underWay.id });
  if (order.status !== 'approved' && order.status !== 'failed') return refused('wrong_state');
  const customer = await findCompanyCustomer(tx, { companyId: order.companyId });
  const methodId = customer?.methodId ?? null;
  if (pay.with === 'saved_card' && methodId === null) {
    if (order.status === 'failed') return refused('no_saved_card');
    await movePurchaseOrder(tx, { id: order.id, from: ['approved'], to: 'approved', at, set: { dueAt: null } });
    await tellRequesters(deps, tx, { order, news: 'to_pay', at });
    return ok({ kind: 'standing', status: 'approved', orderId: null });
  }
  const company = await findOrderingCompany(tx, { id: order.companyId, unitId: order.unitId });
  if (!company) throw new Error(`company ${order.companyId} is gone`);
  await movePurchaseOrder(tx, {
    id: order.id,
    from: [order.status],
    to: 'placing',
    at,
    set: { dueAt: at, failureCode: null },
  });
  const lines = await listLines(tx, { purchaseOrderId: order.id, revision: order.revision });
  const wanted = quantitiesOf(lines);
  const payable = payableAmount(money(order.payableMinor, order.currency));
  const problem = !payable.ok ? payable.code : (await isInStock(tx, wanted, at)) ? null : 'out_of_stock';
  if (problem) {
    await failPlacing(deps, tx, { order, code: problem, at });
    return ok({ kind: 'failed' });
  }
  const written = await writeOrder(tx, { order, company, lines, as: 'awaiting_payment', at });
  await reserveStock(tx, { orderId: written.id, quantities: wanted, at });
  const paymentId = newId(at.getTime());
  const page = purchaseOrderUrl({ settings: { ...deps.settings, ...originOf(pay) } }, order.id);
  await addPayment(tx, {
    payment: {
      id: paymentId,
      orderId: written.id,
      purchaseOrderId: order.id,
      kind: pay.with,
      status: 'starting',
      amountMinor: order.payableMinor,
      currency: order.currency,
      fingerprint: `${order.id} ${order.revision}`,
      returnUrl: `${page}/payments/${paymentId}`,
      cancelUrl: `${page}/payments/${paymentId}?cancelled=1`,
      savesCard: pay.with === 'checkout',
      customerId: customer?.providerId ?? null,
      methodId: pay.with === 'saved_card' ? methodId : null,
      providerExpiresAt: providerUntil(new Date()),
      reservedUntil: reservedUntil(at),
      dueAt: firstQuestionAt(at),
      createdAt: at,
    },
  });
  return ok({ kind: 'pay', paymentId });
}

const originOf = (pay: PayWith) => (pay.with === 'checkout' ? { origin: pay.origin } : {});
