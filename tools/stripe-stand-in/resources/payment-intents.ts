import type Stripe from 'stripe';
import { invalid, wrongState } from '../faults.ts';
import { newId } from '../ids.ts';
import { listOf, listShape } from '../lists.ts';
import { mergeMetadata, required } from '../params.ts';
import { type World, emit, nowSeconds, route } from '../world.ts';
import { checkAmount } from './amounts.ts';
import { attemptPayment, refusalOf } from './attempt-payment.ts';
import { makeBalanceTransaction } from './charges.ts';
import { addressOf, addressShape, findCustomer } from './customer-record.ts';
import { findMethod } from './payment-methods.ts';

const usages = ['off_session', 'on_session'] as const;
const shippingShape = {
  name: 'text',
  phone: 'text',
  carrier: 'text',
  tracking_number: 'text',
  address: addressShape,
} as const;
const editableShape = {
  customer: 'text',
  description: 'text',
  metadata: 'map',
  payment_method: 'text',
  allowed_payment_method_types: 'texts',
  receipt_email: 'text',
  setup_future_usage: usages,
  shipping: shippingShape,
  statement_descriptor: 'text',
  statement_descriptor_suffix: 'text',
  transfer_group: 'text',
  payment_method_options: 'accepted',
} as const;
const confirmShape = {
  payment_method: 'text',
  off_session: 'boolean',
  return_url: 'text',
  setup_future_usage: usages,
  receipt_email: 'text',
  error_on_requires_action: 'boolean',
  use_stripe_sdk: 'boolean',
  mandate_data: 'accepted',
  payment_method_options: 'accepted',
} as const;
const createShape = {
  ...editableShape,
  ...confirmShape,
  amount: 'integer',
  currency: 'text',
  capture_method: ['automatic', 'automatic_async', 'manual'],
  confirm: 'boolean',
  confirmation_method: ['automatic', 'manual'],
  automatic_payment_methods: { enabled: 'boolean', allow_redirects: ['always', 'never'] },
} as const;
export const cancellationReasons = ['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'] as const;

export function makeIntent(
  world: World,
  given: Pick<Stripe.PaymentIntent, 'amount' | 'currency'> & Partial<Stripe.PaymentIntent>,
): Stripe.PaymentIntent {
  const id = newId('pi');
  const intent = {
    allowed_payment_method_types: null,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    confirmation_method: 'automatic',
    created: nowSeconds(),
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_group: null,
    ...given,
    id,
    object: 'payment_intent',
    client_secret: `${id}_secret_${newId('', 25).slice(1)}`,
  } satisfies Stripe.PaymentIntent;
  world.store.put('payment_intent', intent);
  emit(world, 'payment_intent.created', intent);
  return intent;
}

/** A saved card pays only for the customer it is saved with. */
function checkOwner(method: Stripe.PaymentMethod, customer: string | null, world: World): void {
  if (method.customer && method.customer !== customer)
    throw invalid(
      'The PaymentMethod supplied belongs to a Customer. Please include the Customer in the `customer` parameter on the PaymentIntent.',
      'payment_method',
    );
  if (!method.customer && world.store.find('card_traits', method.id).isSpent)
    throw wrongState(
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again.',
    );
}

type Confirm = Parameters<Parameters<typeof route<typeof confirmShape>>[3]>[1];

function confirm(world: World, intent: Stripe.PaymentIntent, params: Confirm): Stripe.PaymentIntent {
  const chosen = params.payment_method ?? (typeof intent.payment_method === 'string' ? intent.payment_method : null);
  if (!chosen)
    throw wrongState(
      'You cannot confirm this PaymentIntent because it is missing a payment method. Update the PaymentIntent with a payment method and then confirm it again.',
      'payment_intent_unexpected_state',
      { payment_intent: intent },
    );
  const redirects = intent.automatic_payment_methods?.allow_redirects !== 'never';
  if (intent.automatic_payment_methods?.enabled && redirects && !params.return_url && !params.off_session)
    throw invalid(
      'This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`.',
      'return_url',
    );
  if (params.return_url !== undefined && !URL.canParse(params.return_url))
    throw invalid('Not a valid URL', 'return_url', 'url_invalid');
  const method = findMethod(world, chosen, 'payment_method');
  checkOwner(method, intent.customer as string | null, world);
  const ready = world.store.put('payment_intent', {
    ...intent,
    payment_method: method.id,
    setup_future_usage: params.setup_future_usage ?? intent.setup_future_usage,
    receipt_email: params.receipt_email ?? intent.receipt_email,
  });
  const done = attemptPayment(world, ready, {
    method,
    offSession: params.off_session ?? false,
    returnUrl: params.return_url ?? null,
    authenticated: false,
    session: null,
  });
  if (done.status === 'requires_payment_method') throw refusalOf(done);
  return done;
}

const unexpected = (intent: Stripe.PaymentIntent, verb: string, allowed: string) =>
  wrongState(
    `This PaymentIntent's status is ${intent.status}, so it cannot be ${verb}. It must be ${allowed}.`,
    'payment_intent_unexpected_state',
    { payment_intent: intent },
  );

export function cancelIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  const canceled = world.store.put('payment_intent', {
    ...intent,
    status: 'canceled',
    canceled_at: nowSeconds(),
    cancellation_reason: reason,
    amount_capturable: 0,
    next_action: null,
  });
  emit(world, 'payment_intent.canceled', canceled);
  return canceled;
}

const confirmable = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

export const paymentIntentRoutes = [
  route('POST', '/v1/payment_intents', createShape, (world, params) => {
    const amount = required(params, 'amount');
    const currency = required(params, 'currency').toLowerCase();
    checkAmount(amount, currency, 'amount');
    if (params.customer) findCustomer(world, params.customer, 'customer');
    if (params.off_session && !params.confirm)
      throw invalid('You can only set `off_session` when `confirm` is true.', 'off_session');
    const method = params.payment_method ? findMethod(world, params.payment_method, 'payment_method') : null;
    if (method) checkOwner(method, params.customer ?? null, world);
    const automatic = params.allowed_payment_method_types
      ? null
      : (params.automatic_payment_methods ?? { enabled: true });
    const intent = makeIntent(world, {
      amount,
      currency,
      automatic_payment_methods: automatic
        ? { enabled: automatic.enabled ?? true, allow_redirects: automatic.allow_redirects ?? 'always' }
        : null,
      capture_method: params.capture_method ?? 'automatic_async',
      confirmation_method: params.confirmation_method ?? 'automatic',
      customer: params.customer || null,
      description: params.description || null,
      metadata: mergeMetadata({}, params.metadata),
      payment_method: method?.id ?? null,
      allowed_payment_method_types:
        (params.allowed_payment_method_types as Stripe.PaymentIntent.AllowedPaymentMethodType[] | undefined) ?? null,
      receipt_email: params.receipt_email || null,
      setup_future_usage: params.setup_future_usage ?? null,
      statement_descriptor: params.statement_descriptor || null,
      statement_descriptor_suffix: params.statement_descriptor_suffix || null,
      transfer_group: params.transfer_group || null,
      shipping: params.shipping
        ? { name: params.shipping.name, address: addressOf(params.shipping.address) ?? undefined }
        : null,
      status: method ? 'requires_confirmation' : 'requires_payment_method',
    });
    return params.confirm ? confirm(world, intent, { ...params, payment_method: method?.id }) : intent;
  }),
  route('GET', '/v1/payment_intents', { ...listShape, customer: 'text' } as const, (world, params) =>
    listOf(
      world,
      'payment_intent',
      '/v1/payment_intents',
      params,
      ({ customer }) => !params.customer || customer === params.customer,
    ),
  ),
  route('GET', '/v1/payment_intents/:id', { client_secret: 'text' } as const, (world, _params, [id = '']) =>
    world.store.find('payment_intent', id),
  ),
  route(
    'POST',
    '/v1/payment_intents/:id',
    { ...editableShape, amount: 'integer', currency: 'text' } as const,
    (world, params, [id = '']) => {
      const intent = world.store.find('payment_intent', id);
      const settled = !confirmable.includes(intent.status);
      const onlyWords = Object.keys(params).every((name) =>
        ['metadata', 'description', 'receipt_email'].includes(name),
      );
      if (settled && !onlyWords)
        throw unexpected(intent, 'updated', 'requires_payment_method or requires_confirmation');
      const amount = params.amount ?? intent.amount;
      const currency = params.currency?.toLowerCase() ?? intent.currency;
      checkAmount(amount, currency, 'amount');
      if (params.customer) findCustomer(world, params.customer, 'customer');
      const method = params.payment_method ? findMethod(world, params.payment_method, 'payment_method') : null;
      if (method) checkOwner(method, params.customer ?? (intent.customer as string | null), world);
      return world.store.put('payment_intent', {
        ...intent,
        amount,
        currency,
        customer: params.customer ?? intent.customer,
        description: params.description ?? intent.description,
        metadata: mergeMetadata(intent.metadata, params.metadata),
        payment_method: method?.id ?? intent.payment_method,
        receipt_email: params.receipt_email ?? intent.receipt_email,
        setup_future_usage: params.setup_future_usage ?? intent.setup_future_usage,
        status: method && !settled ? 'requires_confirmation' : intent.status,
      });
    },
  ),
  route('POST', '/v1/payment_intents/:id/confirm', confirmShape, (world, params, [id = '']) => {
    const intent = world.store.find('payment_intent', id);
    if (!confirmable.includes(intent.status))
      throw unexpected(intent, 'confirmed', 'requires_payment_method, requires_confirmation or requires_action');
    return confirm(world, intent, params);
  }),
  route(
    'POST',
    '/v1/payment_intents/:id/capture',
    { amount_to_capture: 'integer', metadata: 'map' } as const,
    (world, params, [id = '']) => {
      const intent = world.store.find('payment_intent', id);
      if (intent.status !== 'requires_capture') throw unexpected(intent, 'captured', 'requires_capture');
      const amount = params.amount_to_capture ?? intent.amount_capturable;
      if (amount < 1 || amount > intent.amount_capturable)
        throw invalid('The amount to capture must be positive and at most what can be captured.', 'amount_to_capture');
      const charge = world.store.find('charge', intent.latest_charge as string);
      const balance = makeBalanceTransaction(world, {
        amount,
        currency: intent.currency,
        source: charge.id,
        type: 'charge',
      });
      const taken = world.store.put('charge', {
        ...charge,
        captured: true,
        amount_captured: amount,
        amount_refunded: charge.amount - amount,
        balance_transaction: balance.id,
      });
      emit(world, 'charge.captured', taken);
      const done = world.store.put('payment_intent', {
        ...intent,
        status: 'succeeded',
        amount_received: amount,
        amount_capturable: 0,
        metadata: mergeMetadata(intent.metadata, params.metadata),
      });
      emit(world, 'payment_intent.succeeded', done);
      return done;
    },
  ),
  route(
    'POST',
    '/v1/payment_intents/:id/cancel',
    { cancellation_reason: cancellationReasons } as const,
    (world, params, [id = '']) => {
      const intent = world.store.find('payment_intent', id);
      if (!confirmable.includes(intent.status) && intent.status !== 'requires_capture')
        throw unexpected(
          intent,
          'canceled',
          'requires_payment_method, requires_capture, requires_confirmation or requires_action',
        );
      return cancelIntent(world, intent, params.cancellation_reason ?? null);
    },
  ),
];
