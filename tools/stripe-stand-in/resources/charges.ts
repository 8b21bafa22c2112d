import type Stripe from 'stripe';
import type { Decline } from '../cards.ts';
import { newId } from '../ids.ts';
import { listOf, listShape } from '../lists.ts';
import { mergeMetadata } from '../params.ts';
import { type World, emit, nowSeconds, route } from '../world.ts';

/** What moved on the shop's balance: a charge in, a refund out. Fees are left at nothing. */
export function makeBalanceTransaction(
  world: World,
  given: { amount: number; currency: string; source: string; type: 'charge' | 'refund' },
): Stripe.BalanceTransaction {
  const transaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount: given.amount,
    available_on: nowSeconds() + 2 * 86_400,
    balance_type: 'payments',
    created: nowSeconds(),
    currency: given.currency,
    description: null,
    exchange_rate: null,
    fee: 0,
    fee_details: [],
    net: given.amount,
    reporting_category: given.type,
    source: given.source,
    status: 'pending',
    type: given.type,
  } satisfies Stripe.BalanceTransaction;
  return world.store.put('balance_transaction', transaction);
}

function cardDetails(method: Stripe.PaymentMethod, authenticated: boolean): Stripe.Charge.PaymentMethodDetails {
  const card = method.card;
  return {
    type: 'card',
    card: {
      amount_authorized: null,
      authorization_code: null,
      brand: card?.brand ?? null,
      checks: card?.checks ?? null,
      country: card?.country ?? null,
      electronic_commerce_indicator: null,
      exp_month: card?.exp_month ?? 0,
      exp_year: card?.exp_year ?? 0,
      fingerprint: null,
      funding: card?.funding ?? null,
      installments: null,
      last4: card?.last4 ?? null,
      mandate: null,
      network: card?.brand ?? null,
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: authenticated
        ? {
            authentication_flow: 'challenge',
            electronic_commerce_indicator: '05',
            exemption_indicator: null,
            result: 'authenticated',
            result_reason: null,
            transaction_id: newId('3ds'),
            version: '2.2.0',
          }
        : null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

export function makeCharge(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  outcome: { decline: Decline | null; authenticated: boolean; captured: boolean },
): Stripe.Charge {
  const { decline, captured } = outcome;
  const id = newId('ch');
  const paid = decline === null;
  const charge = {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: paid && captured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction:
      paid && captured
        ? makeBalanceTransaction(world, {
            amount: intent.amount,
            currency: intent.currency,
            source: id,
            type: 'charge',
          }).id
        : null,
    billing_details: { ...method.billing_details, tax_id: null },
    calculated_statement_descriptor: 'STAND-IN',
    captured: paid && captured,
    created: nowSeconds(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: paid ? 'approved_by_network' : 'declined_by_network',
      reason: decline?.declineCode ?? null,
      risk_level: 'normal',
      risk_score: 12,
      seller_message: paid ? 'Payment complete.' : 'The bank did not return any further details with this decline.',
      type: paid ? 'authorized' : 'issuer_declined',
    },
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: cardDetails(method, outcome.authenticated),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: paid ? `${world.origin}/receipts/${id}` : null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.Charge;
  world.store.put('charge', charge);
  emit(world, paid ? 'charge.succeeded' : 'charge.failed', charge);
  return charge;
}

export const chargeRoutes = [
  route('GET', '/v1/charges', { ...listShape, customer: 'text', payment_intent: 'text' } as const, (world, params) =>
    listOf(
      world,
      'charge',
      '/v1/charges',
      params,
      ({ customer, payment_intent }) =>
        (!params.customer || customer === params.customer) &&
        (!params.payment_intent || payment_intent === params.payment_intent),
    ),
  ),
  route('GET', '/v1/charges/:id', {}, (world, _params, [id = '']) => world.store.find('charge', id)),
  route(
    'POST',
    '/v1/charges/:id',
    { metadata: 'map', description: 'text', receipt_email: 'text' } as const,
    (world, params, [id = '']) => {
      const charge = world.store.find('charge', id);
      const updated = world.store.put('charge', {
        ...charge,
        metadata: mergeMetadata(charge.metadata, params.metadata),
        description: params.description ?? charge.description,
        receipt_email: params.receipt_email ?? charge.receipt_email,
      });
      emit(world, 'charge.updated', updated);
      return updated;
    },
  ),
  route('GET', '/v1/balance_transactions/:id', {}, (world, _params, [id = '']) =>
    world.store.find('balance_transaction', id),
  ),
];
