import type Stripe from 'stripe';
import { type Decline, asksForAuthentication, declines } from '../cards.ts';
import { cardFault } from '../faults.ts';
import { type World, emit } from '../world.ts';
import { openAuthentication } from './authentications.ts';
import { makeCharge } from './charges.ts';
import { openDispute } from './disputes.ts';
import { attachMethod, markTraits } from './payment-methods.ts';

export type Attempt = {
  readonly method: Stripe.PaymentMethod;
  readonly offSession: boolean;
  /** Where the bank's page sends the buyer back to. */
  readonly returnUrl: string | null;
  /** The customer has just proved who they are. */
  readonly authenticated: boolean;
  readonly session: string | null;
};

const change = (world: World, intent: Stripe.PaymentIntent, to: Partial<Stripe.PaymentIntent>) =>
  world.store.put('payment_intent', { ...intent, ...to });

/** One try to collect the money. A refusal by the card is an outcome, not a fault: the intent goes back to
 *  `requires_payment_method` and says why in `last_payment_error`. */
export function attemptPayment(world: World, intent: Stripe.PaymentIntent, attempt: Attempt): Stripe.PaymentIntent {
  const traits = world.store.find('card_traits', attempt.method.id);
  if (!attempt.authenticated && asksForAuthentication(traits, attempt.offSession))
    return attempt.offSession
      ? declinePayment(world, intent, attempt, declines.authentication_required)
      : requireAction(world, intent, attempt);
  if (traits.decline) return declinePayment(world, intent, attempt, declines[traits.decline]);
  return collect(world, intent, attempt);
}

function requireAction(world: World, intent: Stripe.PaymentIntent, attempt: Attempt): Stripe.PaymentIntent {
  const page = openAuthentication(world, {
    kind: 'payment_intent',
    intent: intent.id,
    method: attempt.method.id,
    returnUrl: attempt.returnUrl,
    session: attempt.session,
  });
  const waiting = change(world, intent, {
    status: 'requires_action',
    payment_method: attempt.method.id,
    last_payment_error: null,
    next_action:
      attempt.returnUrl || attempt.session
        ? { type: 'redirect_to_url', redirect_to_url: { url: page.url, return_url: attempt.returnUrl } }
        : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: page.url } },
  });
  emit(world, 'payment_intent.requires_action', waiting);
  return waiting;
}

export function declinePayment(
  world: World,
  intent: Stripe.PaymentIntent,
  attempt: Attempt,
  decline: Decline,
): Stripe.PaymentIntent {
  const { method, authenticated } = attempt;
  const charge = makeCharge(world, intent, method, { decline, authenticated, captured: false });
  const failed = change(world, intent, {
    status: 'requires_payment_method',
    payment_method: null,
    latest_charge: charge.id,
    next_action: null,
    last_payment_error: {
      type: 'card_error',
      code: decline.code as Stripe.PaymentIntent.LastPaymentError.Code,
      ...(decline.declineCode ? { decline_code: decline.declineCode } : {}),
      message: decline.message,
      charge: charge.id,
      payment_method: method,
      payment_method_type: 'card',
    },
  });
  emit(world, 'payment_intent.payment_failed', failed);
  return failed;
}

function collect(world: World, intent: Stripe.PaymentIntent, attempt: Attempt): Stripe.PaymentIntent {
  const { method, authenticated } = attempt;
  const captured = intent.capture_method !== 'manual';
  const customer = typeof intent.customer === 'string' ? intent.customer : null;
  if (intent.setup_future_usage && customer && !method.customer) attachMethod(world, method.id, customer);
  if (intent.setup_future_usage === 'off_session') markTraits(world, method.id, { isSetUp: true });
  if (!intent.setup_future_usage && !method.customer) markTraits(world, method.id, { isSpent: true });

  const charge = makeCharge(world, intent, method, { decline: null, authenticated, captured });
  const collected = change(world, intent, {
    status: captured ? 'succeeded' : 'requires_capture',
    payment_method: method.id,
    latest_charge: charge.id,
    amount_received: captured ? intent.amount : 0,
    amount_capturable: captured ? 0 : intent.amount,
    next_action: null,
    last_payment_error: null,
  });
  emit(world, captured ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated', collected);
  if (world.store.find('card_traits', method.id).disputed) openDispute(world, charge);
  return collected;
}

/** What the API answers when the card refused: 402 with the intent inside. */
export function refusalOf(intent: Stripe.PaymentIntent) {
  const error = intent.last_payment_error;
  return cardFault({
    code: error?.code ?? 'card_declined',
    ...(error?.decline_code ? { decline_code: error.decline_code } : {}),
    message: error?.message ?? 'Your card was declined.',
    ...(error?.charge ? { charge: error.charge } : {}),
    payment_intent: intent,
    ...(error?.payment_method ? { payment_method: error.payment_method } : {}),
  });
}
