import type Stripe from 'stripe';
import { type Decline, asksForAuthentication, declines } from '../cards.ts';
import { cardFault } from '../faults.ts';
import { type World, emit } from '../world.ts';
import { openAuthentication } from './authentications.ts';
import { attachMethod, markTraits } from './payment-methods.ts';

/** One try to prepare a card for later payments. */
export function attemptSetup(
  world: World,
  intent: Stripe.SetupIntent,
  attempt: { method: Stripe.PaymentMethod; returnUrl: string | null; session: string | null },
): Stripe.SetupIntent {
  const { method } = attempt;
  const traits = world.store.find('card_traits', method.id);
  if (traits.decline && !traits.savesFine) return failSetup(world, intent, method, declines[traits.decline]);
  if (!asksForAuthentication(traits, false)) return finishSetup(world, intent, method);
  const page = openAuthentication(world, {
    kind: 'setup_intent',
    intent: intent.id,
    method: method.id,
    returnUrl: attempt.returnUrl,
    session: attempt.session,
  });
  const waiting = world.store.put('setup_intent', {
    ...intent,
    status: 'requires_action',
    payment_method: method.id,
    next_action:
      attempt.returnUrl || attempt.session
        ? { type: 'redirect_to_url', redirect_to_url: { url: page.url, return_url: attempt.returnUrl } }
        : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: page.url } },
  });
  emit(world, 'setup_intent.requires_action', waiting);
  return waiting;
}

export function finishSetup(
  world: World,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
): Stripe.SetupIntent {
  if (typeof intent.customer === 'string') attachMethod(world, method.id, intent.customer);
  if (intent.usage === 'off_session') markTraits(world, method.id, { isSetUp: true });
  const done = world.store.put('setup_intent', {
    ...intent,
    status: 'succeeded',
    payment_method: method.id,
    next_action: null,
    last_setup_error: null,
  });
  emit(world, 'setup_intent.succeeded', done);
  return done;
}

export function failSetup(
  world: World,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
): Stripe.SetupIntent {
  const failed = world.store.put('setup_intent', {
    ...intent,
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_setup_error: {
      type: 'card_error',
      code: decline.code as Stripe.SetupIntent.LastSetupError.Code,
      ...(decline.declineCode ? { decline_code: decline.declineCode } : {}),
      message: decline.message,
      payment_method: method,
      payment_method_type: 'card',
    },
  });
  emit(world, 'setup_intent.setup_failed', failed);
  return failed;
}

export function setupRefusalOf(intent: Stripe.SetupIntent) {
  const error = intent.last_setup_error;
  return cardFault({
    code: error?.code ?? 'card_declined',
    ...(error?.decline_code ? { decline_code: error.decline_code } : {}),
    message: error?.message ?? 'Your card was declined.',
    setup_intent: intent,
    ...(error?.payment_method ? { payment_method: error.payment_method } : {}),
  });
}
