import type { ProviderStanding } from '#app/domain/orders/settlement.ts';
import type { CheckoutState, PaymentState, Payments } from '#app/integrations/stripe/payments.ts';
import type { Payment } from '#db/queries/payments.server.ts';

/** What the provider says of a payment, and what it calls those who paid it. */
export type ProviderAnswer = {
  standing: ProviderStanding;
  intentId: string | null;
  customerId: string | null;
  /** The card the buyer chose to keep, or paid with. */
  methodId: string | null;
};

const unknown: ProviderAnswer = { standing: { status: 'unknown' }, intentId: null, customerId: null, methodId: null };

/** Asks the provider, outside any transaction. `end` also closes what is still open there; what it says afterwards
 *  counts, which may be that it was paid. */
export async function askProvider(payments: Payments, payment: Payment, end: boolean): Promise<ProviderAnswer> {
  if (payment.sessionId) {
    const state = await (end ? payments.expireCheckout(payment.sessionId) : payments.readCheckout(payment.sessionId));
    return state ? ofCheckout(state) : unknown;
  }
  if (payment.intentId) {
    const state = await (end ? payments.cancelPayment(payment.intentId) : payments.readPayment(payment.intentId));
    return state ? ofPayment(state) : unknown;
  }
  return unknown;
}

function ofCheckout(state: CheckoutState): ProviderAnswer {
  return {
    standing: state.status === 'paid' ? { status: 'paid', received: state.amount } : { status: state.status },
    intentId: state.paymentIntentId,
    customerId: state.customerId,
    methodId: state.savedPaymentMethodId,
  };
}

function ofPayment(state: PaymentState): ProviderAnswer {
  const known = { intentId: state.paymentIntentId, customerId: state.customerId, methodId: state.paymentMethodId };
  switch (state.status) {
    case 'paid':
      return { ...known, standing: { status: 'paid', received: state.amount } };
    case 'requires_action':
      return { ...known, standing: { status: 'requires_action', redirectUrl: state.redirectUrl } };
    case 'declined':
      // Made and not yet tried: the buyer's own request is on its way.
      return {
        ...known,
        standing: state.code === 'not_attempted' ? { status: 'open' } : { status: 'declined', code: state.code },
      };
    case 'cancelled':
      return { ...known, standing: { status: 'expired' } };
    case 'processing':
      return { ...known, standing: { status: 'processing' } };
  }
}
