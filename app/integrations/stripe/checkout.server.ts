import type Stripe from 'stripe';
import { fromProviderAmount, idOf, toProviderAmount } from './amounts.server.ts';
import { asking, askingFor, statusOf } from './faults.server.ts';
import {
  type CardSetupState,
  type CheckoutState,
  type CheckoutToOpen,
  PaymentFault,
  type Payments,
} from './payments.ts';

const shortestOpenMs = 31 * 60_000;
const longestOpenMs = 24 * 60 * 60_000 - 60_000;
const paidWith = { expand: ['payment_intent.payment_method', 'setup_intent'] };

/** The provider measures from the moment the call arrives, by its own clock, hence a minute to spare on both sides. */
function expiryInside(wanted: Date): number {
  const now = Date.now();
  const at = Math.min(Math.max(wanted.getTime(), now + shortestOpenMs), now + longestOpenMs);
  return Math.floor(at / 1000);
}

const pageLanguages = new Set([
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pl',
  'cs',
  'da',
  'sv',
  'nb',
  'hu',
  'ro',
  'ja',
  'ko',
  'zh',
]);
function pageLocale(locale: string): Stripe.Checkout.SessionCreateParams.Locale {
  const language = locale.split('-')[0] ?? '';
  return (pageLanguages.has(language) ? language : 'auto') as Stripe.Checkout.SessionCreateParams.Locale;
}

function pageOf(session: Stripe.Checkout.Session): { sessionId: string; url: string } {
  if (!session.url) throw new PaymentFault('transient', `the checkout session ${session.id} has no page`);
  return { sessionId: session.id, url: session.url };
}

function buyerParams(wanted: CheckoutToOpen): Stripe.Checkout.SessionCreateParams {
  if ('customerId' in wanted.buyer) return { customer: wanted.buyer.customerId };
  return {
    customer_email: wanted.buyer.email,
    customer_creation: wanted.saveCard === 'never' ? 'if_required' : 'always',
  };
}

function keepingParams(wanted: CheckoutToOpen): Stripe.Checkout.SessionCreateParams {
  return wanted.saveCard === 'offer' ? { saved_payment_method_options: { payment_method_save: 'enabled' } } : {};
}

async function openCheckout(stripe: Stripe, wanted: CheckoutToOpen) {
  const metadata = { ...wanted.metadata, order_ref: wanted.orderRef };
  const session = await asking('checkout.session', () =>
    stripe.checkout.sessions.create(
      {
        mode: 'payment',
        allowed_payment_method_types: ['card'],
        client_reference_id: wanted.orderRef,
        line_items: wanted.lines.map(({ label, amount }) => ({
          quantity: 1,
          price_data: {
            currency: amount.currency.toLowerCase(),
            unit_amount: toProviderAmount(amount),
            product_data: { name: label },
          },
        })),
        ...buyerParams(wanted),
        ...keepingParams(wanted),
        payment_intent_data: {
          metadata,
          ...(wanted.saveCard === 'always' ? { setup_future_usage: 'off_session' as const } : {}),
        },
        success_url: wanted.successUrl,
        cancel_url: wanted.cancelUrl,
        expires_at: expiryInside(wanted.expiresAt),
        locale: pageLocale(wanted.locale),
        metadata,
      },
      { idempotencyKey: wanted.idempotencyKey },
    ),
  );
  return pageOf(session);
}

function stateOf(session: Stripe.Checkout.Session): CheckoutState {
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
  const method = typeof intent?.payment_method === 'object' ? intent.payment_method : null;
  const isPaid = session.status === 'complete' && session.payment_status !== 'unpaid';
  return {
    sessionId: session.id,
    status:
      session.status === 'complete'
        ? isPaid
          ? 'paid'
          : 'processing'
        : session.status === 'expired'
          ? 'expired'
          : 'open',
    paymentIntentId: idOf(session.payment_intent),
    amount:
      isPaid && intent
        ? fromProviderAmount(intent.amount_received, intent.currency)
        : fromProviderAmount(session.amount_total, session.currency),
    customerId: idOf(session.customer),
    savedPaymentMethodId: isPaid && method?.customer ? method.id : null,
    paymentStatus: session.payment_status as CheckoutState['paymentStatus'],
    email: session.customer_details?.email ?? session.customer_email,
    orderRef: session.client_reference_id,
  };
}

async function readCheckout(stripe: Stripe, sessionId: string): Promise<CheckoutState | null> {
  const session = await askingFor('checkout.session', () => stripe.checkout.sessions.retrieve(sessionId, paidWith));
  return session && stateOf(session);
}

/** A session that is paid, or expired already, cannot be expired: then how it stands is the answer. */
async function expireCheckout(stripe: Stripe, sessionId: string): Promise<CheckoutState | null> {
  try {
    const expired = await askingFor('checkout.session', () => stripe.checkout.sessions.expire(sessionId, paidWith));
    return expired && stateOf(expired);
  } catch (fault) {
    if (statusOf(fault) !== 400) throw fault;
    const now = await readCheckout(stripe, sessionId);
    if (now?.status === 'open') throw fault;
    return now;
  }
}

async function readCardSetup(stripe: Stripe, sessionId: string): Promise<CardSetupState | null> {
  const session = await askingFor('checkout.session', () => stripe.checkout.sessions.retrieve(sessionId, paidWith));
  if (!session) return null;
  const intent = typeof session.setup_intent === 'object' ? session.setup_intent : null;
  return {
    status: session.status === 'complete' ? 'saved' : session.status === 'expired' ? 'expired' : 'open',
    customerId: idOf(session.customer),
    paymentMethodId: intent?.status === 'succeeded' ? idOf(intent.payment_method) : null,
  };
}

type CheckoutPart = 'openCheckout' | 'readCheckout' | 'expireCheckout' | 'openCardSetup' | 'readCardSetup';
export const checkoutPayments = (stripe: Stripe): Pick<Payments, CheckoutPart> => ({
  openCheckout: (wanted) => openCheckout(stripe, wanted),
  readCheckout: (sessionId) => readCheckout(stripe, sessionId),
  expireCheckout: (sessionId) => expireCheckout(stripe, sessionId),
  openCardSetup: async (wanted) =>
    pageOf(
      await asking('checkout.session', () =>
        stripe.checkout.sessions.create(
          {
            mode: 'setup',
            allowed_payment_method_types: ['card'],
            customer: wanted.customerId,
            success_url: wanted.successUrl,
            cancel_url: wanted.cancelUrl,
            locale: pageLocale(wanted.locale),
          },
          { idempotencyKey: wanted.idempotencyKey },
        ),
      ),
    ),
  readCardSetup: (sessionId) => readCardSetup(stripe, sessionId),
});
