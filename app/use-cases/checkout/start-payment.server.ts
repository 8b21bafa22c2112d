import type { Deps } from '#app/deps.server.ts';
import type { ShippingAddress } from '#app/domain/checkout/address-fields.ts';
import type { PayableRefusal } from '#app/domain/checkout/payable-amount.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import type { CartOwner } from '#db/queries/carts.server.ts';
import { findOrder } from '#db/queries/orders.server.ts';
import { openPayment } from './open-payment.server';
import { type PrepareRefusal, type Prepared, type ShortLine, preparePayment } from './prepare-payment.server';
import { settlePayment } from './settle-payment.server';

export type StartPayment = {
  owner: CartOwner;
  /** The cart the form was made for: another tab may have ordered it in the meantime. */
  cartId: string;
  email: string;
  /** Tidied and without problems. */
  shipTo: ShippingAddress;
  shippingMethod: string | null;
  locale: string;
  /** What the buyer saw, in minor units: the goods before tax, and in a review also all there is to pay. */
  seen: { total: bigint | null; payable: bigint | null };
  pay:
    | { with: 'checkout'; customerId: string | null; saveCard: 'offer' | 'never' }
    | { with: 'saved_card'; customerId: string; methodId: string };
  /** Scheme and host the browser came by. */
  origin: string;
  /** Paths to come back to; `{payment}` stands for the payment's id. */
  returnPath: string;
  cancelPath: string;
  via: string;
};

export type StartRefusal = PrepareRefusal | PayableRefusal | 'payment_declined' | 'payment_unavailable';
export type StartDetail = { lines?: readonly ShortLine[]; least?: bigint; payable?: bigint; declineCode?: string };

/** Where the buyer goes next: to the provider's page (or the bank's), or to the order, when nothing is left to pay. */
export type Started =
  { kind: 'redirect'; url: string; paymentId: string } | { kind: 'ordered'; orderId: string; number: string };

/** A buyer pays: the cart becomes an order awaiting payment with its stock reserved, in one transaction; then, outside
 *  any lock, the payment is opened at the provider. The same unchanged cart joins the payment under way (two tabs, a
 *  double click); a changed one first ends it there, and if money came after all, that order is the answer. */
export async function startPayment(deps: Deps, p: StartPayment): Promise<Outcome<Started, StartRefusal, StartDetail>> {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const prepared = await preparePayment(deps, p);
    if (!prepared.ok) return prepared;
    const next = await follow(deps, p, prepared.value);
    if (next) return next;
  }
  return refused('payment_unavailable');
}

/** Null: the ground has moved, prepare again. */
async function follow(
  deps: Deps,
  p: StartPayment,
  prepared: Prepared,
): Promise<Outcome<Started, StartRefusal, StartDetail> | null> {
  if (prepared.kind === 'ordered') return ok(prepared);
  if (prepared.kind === 'superseded') {
    await settlePayment(deps, { paymentId: prepared.paymentId, via: p.via, isOver: true });
    return null;
  }
  const opened = await openPayment(deps, { paymentId: prepared.paymentId, via: p.via });
  switch (opened.kind) {
    case 'redirect':
      return ok({ kind: 'redirect', url: opened.url, paymentId: prepared.paymentId });
    case 'settled': {
      const order = await findOrder(deps.db, { scope: { kind: 'staff' }, id: opened.orderId });
      return order && ok({ kind: 'ordered', orderId: order.id, number: order.number });
    }
    case 'declined':
      return refused('payment_declined', { declineCode: opened.code });
    case 'unavailable':
      return refused('payment_unavailable');
    case 'gone':
      return null;
  }
}
