import type Stripe from 'stripe';
import { invalid, wrongState } from '../faults.ts';
import { newId } from '../ids.ts';
import { listOf, listShape } from '../lists.ts';
import { mergeMetadata } from '../params.ts';
import { type World, emit, nowSeconds, route } from '../world.ts';
import { attemptSetup, setupRefusalOf } from './attempt-setup.ts';
import { findCustomer } from './customer-record.ts';
import { findMethod } from './payment-methods.ts';

const editableShape = { customer: 'text', description: 'text', metadata: 'map', payment_method: 'text' } as const;
const confirmShape = {
  payment_method: 'text',
  return_url: 'text',
  mandate_data: 'accepted',
  payment_method_options: 'accepted',
} as const;

export function makeSetupIntent(world: World, given: Partial<Stripe.SetupIntent>): Stripe.SetupIntent {
  const id = newId('seti');
  const intent = {
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    created: nowSeconds(),
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: 'off_session',
    ...given,
    id,
    object: 'setup_intent',
    client_secret: `${id}_secret_${newId('', 25).slice(1)}`,
  } satisfies Stripe.SetupIntent;
  world.store.put('setup_intent', intent);
  emit(world, 'setup_intent.created', intent);
  return intent;
}

function confirm(
  world: World,
  intent: Stripe.SetupIntent,
  params: { payment_method?: string; return_url?: string },
): Stripe.SetupIntent {
  const chosen = params.payment_method ?? (intent.payment_method as string | null);
  if (!chosen)
    throw wrongState(
      'You cannot confirm this SetupIntent because it is missing a payment method.',
      'setup_intent_unexpected_state',
      { setup_intent: intent },
    );
  const returnUrl = params.return_url ?? null;
  if (returnUrl !== null && !URL.canParse(returnUrl)) throw invalid('Not a valid URL', 'return_url', 'url_invalid');
  const done = attemptSetup(world, intent, {
    method: findMethod(world, chosen, 'payment_method'),
    returnUrl,
    session: null,
  });
  if (done.status === 'requires_payment_method') throw setupRefusalOf(done);
  return done;
}

const open = ['requires_payment_method', 'requires_confirmation', 'requires_action'];
const unexpected = (intent: Stripe.SetupIntent, verb: string) =>
  wrongState(
    `This SetupIntent's status is ${intent.status}, so it cannot be ${verb}.`,
    'setup_intent_unexpected_state',
    { setup_intent: intent },
  );

export const setupIntentRoutes = [
  route(
    'POST',
    '/v1/setup_intents',
    {
      ...editableShape,
      ...confirmShape,
      confirm: 'boolean',
      usage: ['off_session', 'on_session'],
      allowed_payment_method_types: 'texts',
      automatic_payment_methods: { enabled: 'boolean', allow_redirects: ['always', 'never'] },
    } as const,
    (world, params) => {
      if (params.customer) findCustomer(world, params.customer, 'customer');
      const method = params.payment_method ? findMethod(world, params.payment_method, 'payment_method') : null;
      const intent = makeSetupIntent(world, {
        customer: params.customer || null,
        description: params.description || null,
        metadata: mergeMetadata({}, params.metadata),
        payment_method: method?.id ?? null,
        usage: params.usage ?? 'off_session',
        status: method ? 'requires_confirmation' : 'requires_payment_method',
      });
      return params.confirm ? confirm(world, intent, { ...params, payment_method: method?.id }) : intent;
    },
  ),
  route(
    'GET',
    '/v1/setup_intents',
    { ...listShape, customer: 'text', payment_method: 'text' } as const,
    (world, params) =>
      listOf(
        world,
        'setup_intent',
        '/v1/setup_intents',
        params,
        ({ customer, payment_method }) =>
          (!params.customer || customer === params.customer) &&
          (!params.payment_method || payment_method === params.payment_method),
      ),
  ),
  route('GET', '/v1/setup_intents/:id', { client_secret: 'text' } as const, (world, _params, [id = '']) =>
    world.store.find('setup_intent', id),
  ),
  route('POST', '/v1/setup_intents/:id', editableShape, (world, params, [id = '']) => {
    const intent = world.store.find('setup_intent', id);
    if (!open.includes(intent.status)) throw unexpected(intent, 'updated');
    const method = params.payment_method ? findMethod(world, params.payment_method, 'payment_method') : null;
    return world.store.put('setup_intent', {
      ...intent,
      customer: params.customer ? findCustomer(world, params.customer, 'customer').id : intent.customer,
      description: params.description ?? intent.description,
      metadata: mergeMetadata(intent.metadata, params.metadata),
      payment_method: method?.id ?? intent.payment_method,
      status: method ? 'requires_confirmation' : intent.status,
    });
  }),
  route('POST', '/v1/setup_intents/:id/confirm', confirmShape, (world, params, [id = '']) => {
    const intent = world.store.find('setup_intent', id);
    if (!open.includes(intent.status)) throw unexpected(intent, 'confirmed');
    return confirm(world, intent, params);
  }),
  route(
    'POST',
    '/v1/setup_intents/:id/cancel',
    { cancellation_reason: ['abandoned', 'duplicate', 'requested_by_customer'] } as const,
    (world, params, [id = '']) => {
      const intent = world.store.find('setup_intent', id);
      if (!open.includes(intent.status)) throw unexpected(intent, 'canceled');
      const canceled = world.store.put('setup_intent', {
        ...intent,
        status: 'canceled',
        cancellation_reason: params.cancellation_reason ?? null,
        next_action: null,
      });
      emit(world, 'setup_intent.canceled', canceled);
      return canceled;
    },
  ),
];
