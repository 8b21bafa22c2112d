import type Stripe from 'stripe';
import { invalid, wrongState } from '../faults.ts';
import { newId } from '../ids.ts';
import { listOf, listShape, listed } from '../lists.ts';
import { mergeMetadata, required } from '../params.ts';
import { type World, emit, nowSeconds, route } from '../world.ts';
import { checkAmount } from './amounts.ts';
import { linesOf, lineShape } from './checkout-lines.ts';
import { findCustomer } from './customer-record.ts';
import { cancelIntent } from './payment-intents.ts';

const createShape = {
  mode: ['payment', 'setup'],
  ui_mode: ['hosted', 'hosted_page'],
  line_items: { each: lineShape },
  success_url: 'text',
  cancel_url: 'text',
  client_reference_id: 'text',
  customer: 'text',
  customer_email: 'text',
  customer_creation: ['always', 'if_required'],
  currency: 'text',
  expires_at: 'integer',
  locale: 'text',
  metadata: 'map',
  submit_type: ['auto', 'book', 'donate', 'pay'],
  allowed_payment_method_types: 'texts',
  billing_address_collection: ['auto', 'required'],
  automatic_tax: { enabled: 'boolean' },
  saved_payment_method_options: {
    payment_method_save: ['enabled', 'disabled'],
    payment_method_remove: ['enabled', 'disabled'],
    allow_redisplay_filters: 'texts',
  },
  payment_intent_data: {
    description: 'text',
    metadata: 'map',
    setup_future_usage: ['off_session', 'on_session'],
    capture_method: ['automatic', 'automatic_async', 'manual'],
    receipt_email: 'text',
  },
  setup_intent_data: { description: 'text', metadata: 'map' },
  payment_method_options: 'accepted',
} as const;
type CreateParams = Parameters<Parameters<typeof route<typeof createShape>>[3]>[1];

const shortestOpenSeconds = 30 * 60;
const longestOpenSeconds = 24 * 60 * 60;

function checkUrl(url: string, param: string): string {
  const tried = url.replaceAll('{CHECKOUT_SESSION_ID}', 'x');
  if (!URL.canParse(tried) || !/^https?:$/.test(new URL(tried).protocol))
    throw invalid('Not a valid URL', param, 'url_invalid');
  return url;
}

function expiryOf(params: CreateParams): number {
  const now = nowSeconds();
  const at = params.expires_at ?? now + longestOpenSeconds;
  if (at < now + shortestOpenSeconds || at > now + longestOpenSeconds)
    throw invalid(
      'The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from Checkout Session creation.',
      'expires_at',
    );
  return at;
}

function checkTogether(params: CreateParams, mode: 'payment' | 'setup'): void {
  if (params.customer && params.customer_email)
    throw invalid('You may only specify one of these parameters: customer, customer_email.', 'customer_email');
  if (params.customer && params.customer_creation)
    throw invalid('You may only specify one of these parameters: customer, customer_creation.', 'customer_creation');
  if (mode === 'setup' && params.line_items?.length)
    throw invalid('You can not pass `line_items` in `setup` mode.', 'line_items');
  if (mode === 'setup' && params.payment_intent_data)
    throw invalid('You can not pass `payment_intent_data` in `setup` mode.', 'payment_intent_data');
  if (mode === 'payment' && params.setup_intent_data)
    throw invalid('You can not pass `setup_intent_data` in `payment` mode.', 'setup_intent_data');
}

function createSession(world: World, params: CreateParams): Stripe.Checkout.Session {
  const mode = required(params, 'mode');
  const successUrl = checkUrl(required(params, 'success_url'), 'success_url');
  const cancelUrl = params.cancel_url ? checkUrl(params.cancel_url, 'cancel_url') : null;
  checkTogether(params, mode);
  const customer = params.customer ? findCustomer(world, params.customer, 'customer') : null;
  const lines = mode === 'payment' ? linesOf(world, params.line_items ?? []) : [];
  const currency = lines[0]?.currency ?? params.currency?.toLowerCase() ?? null;
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  if (mode === 'payment') {
    if (!lines.length || !currency)
      throw invalid('Missing required param: line_items.', 'line_items', 'parameter_missing');
    if (lines.some((line) => line.currency !== currency))
      throw invalid("The Checkout Session's line items must all use one currency.", 'line_items');
    if (total > 0) checkAmount(total, currency, 'line_items');
  }
  const id = newId('cs_test', 58);
  const session = {
    id,
    object: 'checkout.session',
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: mode === 'payment' ? total : null,
    amount_total: mode === 'payment' ? total : null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: cancelUrl,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: nowSeconds(),
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: customer?.id ?? null,
    customer_account: null,
    customer_creation: customer ? null : (params.customer_creation ?? (mode === 'setup' ? 'always' : 'if_required')),
    customer_details: null,
    customer_email: params.customer_email ?? null,
    discounts: [],
    expires_at: expiryOf(params),
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: (params.locale as Stripe.Checkout.Session.Locale | undefined) ?? null,
    managed_payments: null,
    metadata: mergeMetadata({}, params.metadata),
    mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: mode === 'payment' ? 'if_required' : 'always',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_status: mode === 'setup' || total === 0 ? 'no_payment_required' : 'unpaid',
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: {
      allow_redisplay_filters: ['always'],
      payment_method_remove: 'disabled',
      payment_method_save: params.saved_payment_method_options?.payment_method_save ?? null,
    },
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: params.submit_type ?? null,
    subscription: null,
    success_url: successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${world.origin}/c/pay/${id}`,
    wallet_options: null,
  } satisfies Stripe.Checkout.Session;
  const data = params.payment_intent_data;
  world.store.put('checkout_draft', {
    id,
    lines,
    lastTry: null,
    intentData: {
      description: data?.description ?? params.setup_intent_data?.description ?? null,
      metadata: mergeMetadata({}, data?.metadata ?? params.setup_intent_data?.metadata),
      setup_future_usage: data?.setup_future_usage ?? null,
      capture_method: data?.capture_method ?? 'automatic_async',
      receipt_email: data?.receipt_email ?? null,
    },
  });
  return world.store.put('checkout.session', session);
}

/** Closes an open session for good; a payment that still waits for the bank's page is cancelled with it. */
export function expireSession(world: World, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  if (typeof session.payment_intent === 'string') {
    const intent = world.store.find('payment_intent', session.payment_intent);
    if (['requires_payment_method', 'requires_action', 'requires_confirmation'].includes(intent.status))
      cancelIntent(world, intent, 'expired');
  }
  const expired = world.store.put('checkout.session', { ...session, status: 'expired', url: null });
  emit(world, 'checkout.session.expired', expired);
  return expired;
}

export const checkoutRoutes = [
  route('POST', '/v1/checkout/sessions', createShape, createSession),
  route(
    'GET',
    '/v1/checkout/sessions',
    { ...listShape, customer: 'text', payment_intent: 'text', status: ['open', 'complete', 'expired'] } as const,
    (world, params) =>
      listOf(
        world,
        'checkout.session',
        '/v1/checkout/sessions',
        params,
        (session) =>
          (!params.customer || session.customer === params.customer) &&
          (!params.payment_intent || session.payment_intent === params.payment_intent) &&
          (!params.status || session.status === params.status),
      ),
  ),
  route('GET', '/v1/checkout/sessions/:id', {}, (world, _params, [id = '']) =>
    world.store.find('checkout.session', id),
  ),
  route('POST', '/v1/checkout/sessions/:id', { metadata: 'map' } as const, (world, params, [id = '']) => {
    const session = world.store.find('checkout.session', id);
    return world.store.put('checkout.session', {
      ...session,
      metadata: mergeMetadata(session.metadata, params.metadata),
    });
  }),
  route('POST', '/v1/checkout/sessions/:id/expire', {}, (world, _params, [id = '']) => {
    const session = world.store.find('checkout.session', id);
    if (session.status !== 'open')
      throw wrongState(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Session has a status of \`${session.status}\`.`,
      );
    return expireSession(world, session);
  }),
  route('GET', '/v1/checkout/sessions/:id/line_items', { limit: 'integer' } as const, (world, _params, [id = '']) => {
    world.store.find('checkout.session', id);
    return listed(`/v1/checkout/sessions/${id}/line_items`, [...world.store.find('checkout_draft', id).lines]);
  }),
];
