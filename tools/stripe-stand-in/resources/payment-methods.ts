import type Stripe from 'stripe';
import { type Card, brandOf, cardNamed, cardNumbered, declines, passesLuhn, traitsOf } from '../cards.ts';
import { cardFault, invalid, noSuch, wrongState } from '../faults.ts';
import { newId } from '../ids.ts';
import { listOf, listShape } from '../lists.ts';
import { mergeMetadata, required } from '../params.ts';
import { type World, emit, nowSeconds, previously, route } from '../world.ts';
import { addressOf, addressShape, findCustomer } from './customer-record.ts';

const billingShape = { name: 'text', email: 'text', phone: 'text', address: addressShape } as const;
type Billing = { name?: string; email?: string; phone?: string; address?: { [name: string]: string | undefined } };

const billingOf = (given: Billing | undefined): Stripe.PaymentMethod.BillingDetails => ({
  address: addressOf(given?.address),
  email: given?.email || null,
  name: given?.name || null,
  phone: given?.phone || null,
  tax_id: null,
});

export type CardInput = { number: string; expMonth: number; expYear: number; cvc: string | null };

/** Why a card's own data is refused before any bank is asked: the field and Stripe's code. */
export function cardProblem(
  card: CardInput,
): { field: 'number' | 'expiry' | 'cvc'; code: string; message: string } | null {
  if (!passesLuhn(card.number))
    return { field: 'number', code: 'incorrect_number', message: 'Your card number is incorrect.' };
  const today = new Date();
  const thisMonth = today.getUTCFullYear() * 12 + today.getUTCMonth() + 1;
  if (!(card.expMonth >= 1 && card.expMonth <= 12))
    return { field: 'expiry', code: 'invalid_expiry_month', message: "Your card's expiration month is invalid." };
  if (card.expYear * 12 + card.expMonth < thisMonth || card.expYear > today.getUTCFullYear() + 50)
    return { field: 'expiry', code: 'invalid_expiry_year', message: "Your card's expiration year is invalid." };
  const digits = brandOf(card.number) === 'amex' ? /^\d{3,4}$/ : /^\d{3}$/;
  if (card.cvc !== null && !digits.test(card.cvc))
    return { field: 'cvc', code: 'invalid_cvc', message: "Your card's security code is invalid." };
  return null;
}

function makeMethod(world: World, card: Card, expiry: { month: number; year: number }, billing: Billing | undefined) {
  const id = newId('pm');
  const brand = brandOf(card.number);
  const checked = card.decline === 'incorrect_cvc' ? 'fail' : 'pass';
  const method = {
    id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billingOf(billing),
    card: {
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: checked },
      country: 'US',
      display_brand: brand,
      exp_month: expiry.month,
      exp_year: expiry.year,
      fingerprint: null,
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: nowSeconds(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  } satisfies Stripe.PaymentMethod;
  world.store.put('card_traits', traitsOf(id, card));
  return world.store.put('payment_method', method);
}

export function methodFromCard(world: World, given: CardInput, billing: Billing): Stripe.PaymentMethod {
  const problem = cardProblem(given);
  if (problem) throw cardFault({ code: problem.code, message: problem.message, param: problem.field });
  return makeMethod(world, cardNumbered(given.number), { month: given.expMonth, year: given.expYear }, billing);
}

/** The method by its id; a `pm_card_…` name makes a new one each time, as at Stripe. */
export function findMethod(world: World, id: string, param: string): Stripe.PaymentMethod {
  if (!id.startsWith('pm_card_')) return world.store.find('payment_method', id, param);
  const card = cardNamed(id.slice('pm_card_'.length));
  if (!card) throw noSuch('PaymentMethod', id, param);
  return makeMethod(world, card, { month: 12, year: new Date().getUTCFullYear() + 4 }, undefined);
}

export function markTraits(world: World, id: string, change: { isSetUp?: true; isSpent?: true }): void {
  world.store.put('card_traits', { ...world.store.find('card_traits', id), ...change });
}

/** Saves a method with a customer. @throws Fault 402 when the card refuses to be saved */
export function attachMethod(world: World, id: string, customer: string): Stripe.PaymentMethod {
  const method = findMethod(world, id, 'payment_method');
  if (method.customer === customer) return method;
  if (method.customer)
    throw wrongState(
      'The payment method you provided has already been attached to a customer.',
      'resource_already_exists',
    );
  const traits = world.store.find('card_traits', method.id);
  if (traits.isSpent)
    throw wrongState(
      'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.',
    );
  if (traits.decline && !traits.savesFine) {
    const { code, message, ...more } = declines[traits.decline];
    throw cardFault({ code, message, ...('declineCode' in more ? { decline_code: more.declineCode } : {}) });
  }
  const attached = world.store.put('payment_method', { ...method, customer });
  emit(world, 'payment_method.attached', attached);
  return attached;
}

const cardShape = { number: 'text', exp_month: 'integer', exp_year: 'integer', cvc: 'text', token: 'text' } as const;
const redisplay = ['always', 'limited', 'unspecified'] as const;

export const paymentMethodRoutes = [
  route(
    'POST',
    '/v1/payment_methods',
    {
      type: ['card'],
      card: cardShape,
      billing_details: billingShape,
      metadata: 'map',
      allow_redisplay: redisplay,
    } as const,
    (world, params) => {
      required(params, 'type');
      const card = required(params, 'card');
      let method: Stripe.PaymentMethod;
      if (card.token) {
        const named = cardNamed(card.token.replace(/^tok_/, ''));
        if (!named) throw noSuch('token', card.token, 'card[token]');
        method = makeMethod(world, named, { month: 12, year: new Date().getUTCFullYear() + 4 }, params.billing_details);
      } else
        method = methodFromCard(
          world,
          {
            number: required(card, 'number', 'card[number]'),
            expMonth: required(card, 'exp_month', 'card[exp_month]'),
            expYear: required(card, 'exp_year', 'card[exp_year]'),
            cvc: card.cvc ?? null,
          },
          params.billing_details ?? {},
        );
      return world.store.put('payment_method', {
        ...method,
        metadata: mergeMetadata({}, params.metadata),
        allow_redisplay: params.allow_redisplay ?? 'unspecified',
      });
    },
  ),
  route('GET', '/v1/payment_methods', { ...listShape, customer: 'text', type: 'text' } as const, (world, params) =>
    listOf(
      world,
      'payment_method',
      '/v1/payment_methods',
      params,
      (method) => method.customer === (params.customer ?? method.customer) && method.customer !== null,
    ),
  ),
  route('GET', '/v1/payment_methods/:id', {}, (world, _params, [id = '']) => world.store.find('payment_method', id)),
  route(
    'POST',
    '/v1/payment_methods/:id',
    {
      billing_details: billingShape,
      metadata: 'map',
      allow_redisplay: redisplay,
      card: { exp_month: 'integer', exp_year: 'integer' },
    } as const,
    (world, params, [id = '']) => {
      const method = world.store.find('payment_method', id);
      if (!method.customer)
        throw invalid('You must save this PaymentMethod to a customer before you can update it.', 'payment_method');
      return world.store.put('payment_method', {
        ...method,
        billing_details: params.billing_details ? billingOf(params.billing_details) : method.billing_details,
        metadata: mergeMetadata(method.metadata, params.metadata),
        allow_redisplay: params.allow_redisplay ?? method.allow_redisplay,
        ...(method.card ? { card: { ...method.card, ...params.card } } : {}),
      });
    },
  ),
  route('POST', '/v1/payment_methods/:id/attach', { customer: 'text' } as const, (world, params, [id = '']) =>
    attachMethod(world, id, findCustomer(world, required(params, 'customer'), 'customer').id),
  ),
  route('POST', '/v1/payment_methods/:id/detach', {}, (world, _params, [id = '']) => {
    const method = world.store.find('payment_method', id);
    if (!method.customer)
      throw wrongState('The payment method you provided is not attached to a customer so detachment is impossible.');
    const detached = world.store.put('payment_method', { ...method, customer: null });
    markTraits(world, id, { isSpent: true });
    emit(world, 'payment_method.detached', detached, previously(method, detached));
    return detached;
  }),
];
