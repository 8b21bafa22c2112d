import type Stripe from 'stripe';
import { invalid, wrongState } from '../faults.ts';
import { newId } from '../ids.ts';
import { listOf, listShape } from '../lists.ts';
import { mergeMetadata } from '../params.ts';
import { type World, emit, nowSeconds, route } from '../world.ts';
import { makeBalanceTransaction } from './charges.ts';

function chargeToRefund(world: World, params: { charge?: string; payment_intent?: string }): Stripe.Charge {
  if (params.charge) return world.store.find('charge', params.charge, 'charge');
  if (!params.payment_intent)
    throw invalid('One of the following params should be provided: payment_intent or charge.');
  const intent = world.store.find('payment_intent', params.payment_intent, 'payment_intent');
  if (intent.status !== 'succeeded' || typeof intent.latest_charge !== 'string')
    throw wrongState(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, undefined, {
      param: 'payment_intent',
    });
  return world.store.find('charge', intent.latest_charge);
}

function giveBack(world: World, charge: Stripe.Charge, amount: number): Stripe.Charge {
  const refunded = charge.amount_refunded + amount;
  return world.store.put('charge', {
    ...charge,
    amount_refunded: refunded,
    refunded: refunded === charge.amount_captured,
  });
}

/** Refunds of some test cards are decided later; a sweep calls this. */
export function settleRefund(world: World, refund: Stripe.Refund): void {
  const failed = world.store.find('card_traits', refund.payment_method as string).refund === 'failed';
  const settled = world.store.put('refund', {
    ...refund,
    status: failed ? 'failed' : 'succeeded',
    ...(failed ? { failure_reason: 'unknown' } : {}),
  });
  if (failed) giveBack(world, world.store.find('charge', refund.charge as string), -refund.amount);
  emit(world, 'refund.updated', settled, { status: refund.status });
  if (failed) emit(world, 'refund.failed', settled);
}

export const refundRoutes = [
  route(
    'POST',
    '/v1/refunds',
    {
      amount: 'integer',
      charge: 'text',
      payment_intent: 'text',
      metadata: 'map',
      reason: ['duplicate', 'fraudulent', 'requested_by_customer'],
    } as const,
    (world, params) => {
      const charge = chargeToRefund(world, params);
      const rest = charge.amount_captured - charge.amount_refunded;
      if (rest <= 0) throw wrongState(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded');
      if (charge.disputed) throw wrongState(`Charge ${charge.id} has been charged back.`, 'charge_disputed');
      const amount = params.amount ?? rest;
      if (amount < 1) throw invalid('Invalid positive integer', 'amount', 'parameter_invalid_integer');
      if (amount > rest)
        throw wrongState(
          `Refund amount (${amount}) is greater than unrefunded amount on charge (${rest})`,
          'amount_too_large',
          { param: 'amount' },
        );
      const id = newId('re');
      const later = world.store.find('card_traits', charge.payment_method as string).refund !== 'succeeded';
      const refund = {
        id,
        object: 'refund',
        amount,
        balance_transaction: makeBalanceTransaction(world, {
          amount: -amount,
          currency: charge.currency,
          source: id,
          type: 'refund',
        }).id,
        charge: charge.id,
        created: nowSeconds(),
        currency: charge.currency,
        customer: charge.customer,
        customer_account: null,
        metadata: mergeMetadata({}, params.metadata),
        payment_intent: charge.payment_intent,
        payment_method: charge.payment_method,
        reason: params.reason ?? null,
        receipt_number: null,
        source_transfer_reversal: null,
        status: later ? 'pending' : 'succeeded',
        transfer_reversal: null,
      } satisfies Stripe.Refund;
      world.store.put('refund', refund);
      const after = giveBack(world, charge, amount);
      emit(world, 'refund.created', refund);
      emit(world, 'charge.refunded', after, { amount_refunded: charge.amount_refunded, refunded: charge.refunded });
      return refund;
    },
  ),
  route('GET', '/v1/refunds', { ...listShape, charge: 'text', payment_intent: 'text' } as const, (world, params) =>
    listOf(
      world,
      'refund',
      '/v1/refunds',
      params,
      ({ charge, payment_intent }) =>
        (!params.charge || charge === params.charge) &&
        (!params.payment_intent || payment_intent === params.payment_intent),
    ),
  ),
  route('GET', '/v1/refunds/:id', {}, (world, _params, [id = '']) => world.store.find('refund', id)),
  route('POST', '/v1/refunds/:id', { metadata: 'map' } as const, (world, params, [id = '']) => {
    const refund = world.store.find('refund', id);
    const updated = world.store.put('refund', { ...refund, metadata: mergeMetadata(refund.metadata, params.metadata) });
    emit(world, 'refund.updated', updated, { metadata: refund.metadata });
    return updated;
  }),
  route('POST', '/v1/refunds/:id/cancel', {}, (world, _params, [id = '']) => {
    const refund = world.store.find('refund', id);
    if (refund.status !== 'requires_action')
      throw wrongState(`Refund ${id} has a status of ${refund.status} and cannot be canceled.`);
    return world.store.put('refund', { ...refund, status: 'canceled' });
  }),
];
