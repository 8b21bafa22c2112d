import type Stripe from 'stripe';
import { mergeMetadata } from '../params.ts';
import { type World, emit } from '../world.ts';
import { attemptPayment } from './attempt-payment.ts';
import { attemptSetup } from './attempt-setup.ts';
import { makeCustomer } from './customer-record.ts';
import { makeIntent } from './payment-intents.ts';
import { makeSetupIntent } from './setup-intents.ts';

type Session = Stripe.Checkout.Session;
export type Buyer = {
  readonly email: string;
  readonly name: string;
  readonly postalCode: string;
  readonly save: boolean;
};
export type Tried =
  | { readonly outcome: 'complete' }
  | { readonly outcome: 'authenticate'; readonly url: string }
  | { readonly outcome: 'declined'; readonly code: string };

/** May this buyer choose to keep the card? Else it is kept always, or never. */
export const offersToSave = (session: Session): boolean =>
  session.mode === 'payment' &&
  session.saved_payment_method_options?.payment_method_save === 'enabled' &&
  (session.customer !== null || session.customer_creation === 'always');

function customerFor(world: World, session: Session, buyer: Buyer): string | null {
  if (typeof session.customer === 'string') return session.customer;
  if (session.customer_creation !== 'always') return null;
  const customer = makeCustomer(world, { email: buyer.email, name: buyer.name });
  emit(world, 'customer.created', customer);
  return customer.id;
}

const detailsOf = (buyer: Buyer): Session['customer_details'] => ({
  address: buyer.postalCode
    ? { city: null, country: null, line1: null, line2: null, postal_code: buyer.postalCode, state: null }
    : null,
  business_name: null,
  email: buyer.email,
  individual_name: null,
  name: buyer.name || null,
  phone: null,
  tax_exempt: 'none',
  tax_ids: [],
});

/** One press of the pay button. The session remembers its intent, so a second try uses the same one. */
export function tryCheckout(world: World, session: Session, method: Stripe.PaymentMethod, buyer: Buyer): Tried {
  const customer = customerFor(world, session, buyer);
  const known = world.store.put('checkout.session', { ...session, customer, customer_details: detailsOf(buyer) });
  const keeps = offersToSave(session) && buyer.save;
  if (keeps) world.store.put('payment_method', { ...method, allow_redisplay: 'always' });
  const marked = world.store.find('payment_method', method.id);
  if (session.mode === 'setup') return trySetup(world, known, marked);
  if (session.amount_total === 0) {
    finishCheckout(world, known.id);
    return { outcome: 'complete' };
  }
  return tryPayment(world, known, marked, keeps);
}

function tryPayment(world: World, session: Session, method: Stripe.PaymentMethod, keeps: boolean): Tried {
  const { intentData } = world.store.find('checkout_draft', session.id);
  const intent =
    typeof session.payment_intent === 'string'
      ? world.store.find('payment_intent', session.payment_intent)
      : makeIntent(world, {
          amount: session.amount_total ?? 0,
          currency: session.currency ?? '',
          customer: session.customer,
          description: intentData.description,
          metadata: intentData.metadata,
          capture_method: intentData.capture_method,
          receipt_email: intentData.receipt_email,
        });
  const usage = intentData.setup_future_usage ?? (keeps ? 'on_session' : null);
  const ready = world.store.put('payment_intent', {
    ...intent,
    setup_future_usage: method.customer ? intentData.setup_future_usage : usage,
  });
  world.store.put('checkout.session', { ...session, payment_intent: intent.id });
  const done = attemptPayment(world, ready, {
    method,
    offSession: false,
    returnUrl: null,
    authenticated: false,
    session: session.id,
  });
  return judge(world, session.id, done.status, done.next_action, done.last_payment_error);
}

function trySetup(world: World, session: Session, method: Stripe.PaymentMethod): Tried {
  const { intentData } = world.store.find('checkout_draft', session.id);
  const intent =
    typeof session.setup_intent === 'string'
      ? world.store.find('setup_intent', session.setup_intent)
      : makeSetupIntent(world, {
          customer: session.customer,
          description: intentData.description,
          metadata: mergeMetadata({}, intentData.metadata),
        });
  world.store.put('checkout.session', { ...session, setup_intent: intent.id });
  const kept = world.store.put('payment_method', { ...method, allow_redisplay: 'always' });
  const done = attemptSetup(world, intent, { method: kept, returnUrl: null, session: session.id });
  return judge(world, session.id, done.status, done.next_action, done.last_setup_error);
}

function judge(
  world: World,
  session: string,
  status: string,
  next: { redirect_to_url?: { url: string | null } } | null,
  error: { code?: string; decline_code?: string } | null,
): Tried {
  if (status === 'requires_action') return { outcome: 'authenticate', url: next?.redirect_to_url?.url ?? '' };
  if (status === 'requires_payment_method')
    return { outcome: 'declined', code: error?.decline_code ?? error?.code ?? 'card_declined' };
  finishCheckout(world, session);
  return { outcome: 'complete' };
}

/** Closes the session once what it asked for is there; again is nothing. */
export function finishCheckout(world: World, id: string): void {
  const session = world.store.find('checkout.session', id);
  if (session.status !== 'open') return;
  const done = world.store.put('checkout.session', {
    ...session,
    status: 'complete',
    payment_status: session.payment_status === 'unpaid' ? 'paid' : session.payment_status,
    url: null,
  });
  emit(world, 'checkout.session.completed', done);
}

export const successAddress = (session: Session): string =>
  (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
export const cancelAddress = (session: Session): string | null =>
  session.cancel_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id) ?? null;
