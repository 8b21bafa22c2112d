import Stripe from 'stripe';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { sumMoney } from '#app/domain/money/money.ts';
import { fromProviderAmount, idOf, toProviderAmount } from './amounts.server.ts';
import { asking, askingFor, codeOf, statusOf } from './faults.server.ts';
import type { PaymentState, Payments, RefundState, RefundToMake } from './payments.ts';

function stateOf(intent: Stripe.PaymentIntent): PaymentState {
  const isPaid = intent.status === 'succeeded';
  const error = intent.last_payment_error;
  const facts = {
    paymentIntentId: intent.id,
    amount: fromProviderAmount(isPaid ? intent.amount_received : intent.amount, intent.currency),
    customerId: idOf(intent.customer),
    paymentMethodId: idOf(intent.payment_method) ?? error?.payment_method?.id ?? null,
    orderRef: intent.metadata.order_ref ?? null,
  };
  switch (intent.status) {
    case 'succeeded':
      return { ...facts, status: 'paid' };
    case 'canceled':
      return { ...facts, status: 'cancelled' };
    case 'requires_action':
      return { ...facts, status: 'requires_action', redirectUrl: intent.next_action?.redirect_to_url?.url ?? null };
    case 'requires_payment_method':
    case 'requires_confirmation':
      return { ...facts, status: 'declined', code: error?.decline_code ?? error?.code ?? 'not_attempted' };
    default:
      return { ...facts, status: 'processing' };
  }
}

/** A refused card comes as an error that carries the intent; here it becomes the answer. */
async function attempting(call: () => Promise<Stripe.PaymentIntent>): Promise<PaymentState> {
  try {
    return stateOf(await asking('payment_intent', call));
  } catch (fault) {
    if (fault instanceof Stripe.errors.StripeCardError && fault.payment_intent) return stateOf(fault.payment_intent);
    throw fault;
  }
}

async function cancelPayment(stripe: Stripe, id: string): Promise<PaymentState | null> {
  try {
    const cancelled = await askingFor('payment_intent', () => stripe.paymentIntents.cancel(id));
    return cancelled && stateOf(cancelled);
  } catch (fault) {
    if (codeOf(fault) !== 'payment_intent_unexpected_state') throw fault;
    return stateOf(await asking('payment_intent', () => stripe.paymentIntents.retrieve(id)));
  }
}

const refusals: Readonly<Record<string, Extract<RefundState, { status: 'refused' }>['code']>> = {
  charge_already_refunded: 'already_refunded',
  charge_disputed: 'disputed',
};

async function refund(stripe: Stripe, wanted: RefundToMake): Promise<RefundState> {
  try {
    const made = await asking('refund', () =>
      stripe.refunds.create(
        {
          payment_intent: wanted.paymentIntentId,
          amount: toProviderAmount(wanted.amount),
          reason: wanted.reason,
          metadata: wanted.metadata,
        },
        { idempotencyKey: wanted.idempotencyKey },
      ),
    );
    const status = made.status === 'succeeded' ? 'refunded' : made.status === 'failed' ? 'failed' : 'pending';
    return { status, refundId: made.id };
  } catch (fault) {
    const known = refusals[codeOf(fault) ?? ''];
    if (known) return { status: 'refused', code: known };
    if (statusOf(fault) !== 400) throw fault;
    return { status: 'refused', code: await whyRefused(stripe, wanted, fault) };
  }
}

/** Not every refusal of the provider has a code: the payment itself tells. */
async function whyRefused(
  stripe: Stripe,
  wanted: RefundToMake,
  fault: unknown,
): Promise<'more_than_paid' | 'not_paid'> {
  const intent = await asking('payment_intent', () => stripe.paymentIntents.retrieve(wanted.paymentIntentId));
  if (intent.status !== 'succeeded') return 'not_paid';
  const before = await refundedSoFar(stripe, intent.id, wanted.amount.currency);
  if (before.minor + wanted.amount.minor > BigInt(intent.amount_received)) return 'more_than_paid';
  throw fault;
}

async function refundedSoFar(stripe: Stripe, paymentIntentId: string, currency: CurrencyCode) {
  const made = await asking(null, async () => ({
    all: await stripe.refunds.list({ payment_intent: paymentIntentId, limit: 100 }).autoPagingToArray({ limit: 1000 }),
  }));
  const standing = made.all.filter(({ status }) => status !== 'failed' && status !== 'canceled');
  return sumMoney(
    standing.map((one) => fromProviderAmount(one.amount, one.currency)),
    currency,
  );
}

type PaymentPart = Exclude<
  keyof Payments,
  'openCheckout' | 'readCheckout' | 'expireCheckout' | 'openCardSetup' | 'readCardSetup' | 'verifyWebhook'
>;
export const cardPayments = (stripe: Stripe): Pick<Payments, PaymentPart> => ({
  prepareCardPayment: async (wanted) => {
    const intent = await asking('payment_intent', () =>
      stripe.paymentIntents.create(
        {
          amount: toProviderAmount(wanted.amount),
          currency: wanted.amount.currency.toLowerCase(),
          customer: wanted.customerId,
          payment_method: wanted.paymentMethodId,
          allowed_payment_method_types: ['card'],
          metadata: { ...wanted.metadata, order_ref: wanted.orderRef },
        },
        { idempotencyKey: wanted.idempotencyKey },
      ),
    );
    return intent.id;
  },
  payWithSavedCard: (wanted) =>
    attempting(() =>
      stripe.paymentIntents.create(
        {
          amount: toProviderAmount(wanted.amount),
          currency: wanted.amount.currency.toLowerCase(),
          customer: wanted.customerId,
          payment_method: wanted.paymentMethodId,
          allowed_payment_method_types: ['card'],
          confirm: true,
          metadata: { ...wanted.metadata, order_ref: wanted.orderRef },
          // The provider takes no return address for a payment nobody is there to return from.
          ...(wanted.offSession ? { off_session: true } : { return_url: wanted.returnUrl }),
        },
        { idempotencyKey: wanted.idempotencyKey },
      ),
    ),
  authenticatePayment: (wanted) =>
    attempting(() =>
      stripe.paymentIntents.confirm(
        wanted.paymentIntentId,
        { payment_method: wanted.paymentMethodId, return_url: wanted.returnUrl },
        { idempotencyKey: wanted.idempotencyKey },
      ),
    ),
  readPayment: async (id) => {
    const intent = await askingFor('payment_intent', () => stripe.paymentIntents.retrieve(id));
    return intent && stateOf(intent);
  },
  cancelPayment: (id) => cancelPayment(stripe, id),
  refund: (wanted) => refund(stripe, wanted),
  refundedSoFar: (id, currency) => refundedSoFar(stripe, id, currency),
  createCustomer: async (who) => {
    const customer = await asking('customer', () =>
      stripe.customers.create(
        { email: who.email, name: who.name ?? undefined, metadata: { reference: who.reference } },
        { idempotencyKey: who.idempotencyKey },
      ),
    );
    return customer.id;
  },
  listSavedCards: async (customerId) => {
    const page = await asking('list', () =>
      stripe.paymentMethods.list({ customer: customerId, type: 'card', limit: 100 }),
    );
    return page.data.flatMap(({ id, card }) =>
      card
        ? [
            {
              paymentMethodId: id,
              brand: card.brand,
              last4: card.last4,
              expiryMonth: card.exp_month,
              expiryYear: card.exp_year,
            },
          ]
        : [],
    );
  },
  detachCard: async (id) => {
    try {
      await askingFor('payment_method', () => stripe.paymentMethods.detach(id));
    } catch (fault) {
      if (statusOf(fault) !== 400) throw fault;
      const method = await askingFor('payment_method', () => stripe.paymentMethods.retrieve(id));
      if (method?.customer) throw fault;
    }
  },
});
