import type Stripe from 'stripe';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { idOf } from './amounts.server.ts';
import type { PaymentNotice } from './payments.ts';

function noticeOf(event: Stripe.Event): PaymentNotice {
  const { id, type } = event;
  const checkout = (
    kind: 'checkout_finished' | 'checkout_failed' | 'checkout_expired',
    session: Stripe.Checkout.Session,
  ): PaymentNotice => ({
    id,
    type,
    kind: session.mode === 'setup' && kind === 'checkout_finished' ? 'card_setup_finished' : kind,
    sessionId: session.id,
    paymentIntentId: idOf(session.payment_intent),
  });
  const payment = (
    kind: 'payment_succeeded' | 'payment_failed' | 'payment_cancelled' | 'refund_changed' | 'payment_disputed',
    paymentIntentId: string | null,
  ): PaymentNotice =>
    paymentIntentId === null
      ? { id, type, kind: 'other', sessionId: null, paymentIntentId: null }
      : { id, type, kind, paymentIntentId, sessionId: null };
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
      return checkout('checkout_finished', event.data.object);
    case 'checkout.session.async_payment_failed':
      return checkout('checkout_failed', event.data.object);
    case 'checkout.session.expired':
      return checkout('checkout_expired', event.data.object);
    case 'payment_intent.succeeded':
      return payment('payment_succeeded', event.data.object.id);
    case 'payment_intent.payment_failed':
      return payment('payment_failed', event.data.object.id);
    case 'payment_intent.canceled':
      return payment('payment_cancelled', event.data.object.id);
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return payment('refund_changed', idOf(event.data.object.payment_intent));
    case 'charge.dispute.created':
    case 'charge.dispute.closed':
      return payment('payment_disputed', idOf(event.data.object.payment_intent));
    default:
      return { id, type, kind: 'other', sessionId: null, paymentIntentId: null };
  }
}

/** Tries every secret, so that one can be exchanged for another without a gap. */
export function verifyWebhook(
  stripe: Stripe,
  secrets: readonly string[],
  rawBody: string,
  signature: string | null,
): Outcome<PaymentNotice, 'bad_signature'> {
  if (!signature) return refused('bad_signature');
  for (const secret of secrets) {
    try {
      return ok(noticeOf(stripe.webhooks.constructEvent(rawBody, signature, secret)));
    } catch (fault) {
      if (!(fault instanceof stripe.errors.StripeSignatureVerificationError)) throw fault;
    }
  }
  return refused('bad_signature');
}
