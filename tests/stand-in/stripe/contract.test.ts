import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authenticate, formOn, see } from '#tests/support/payment-page.ts';
import { type ContractPartner, contractPartner, faultOf, sandboxKey } from '#tests/support/stripe-contract.ts';

const onlyHere = test.skipIf(sandboxKey !== undefined);
let partner: ContractPartner;
let stripe: Stripe;
beforeAll(async () => {
  partner = await contractPartner();
  stripe = partner.stripe;
});
afterAll(() => partner.stop());

const returnUrl = 'https://shop.example/return';
const paying = (method: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 2450,
    currency: 'eur',
    payment_method: method,
    allowed_payment_method_types: ['card'],
    confirm: true,
    return_url: returnUrl,
    ...more,
  });
async function savedCard(method: string) {
  const customer = await stripe.customers.create({ email: `${randomUUID()}@example.com` });
  const saved = await stripe.paymentMethods.attach(method, { customer: customer.id });
  return { customer: customer.id, method: saved.id };
}

describe('cards', () => {
  test('a plain card pays at once', async () => {
    const intent = await paying('pm_card_visa', { expand: ['latest_charge.balance_transaction'] });
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 2450, next_action: null });
    expect(intent.latest_charge).toMatchObject({
      paid: true,
      payment_method_details: { card: { brand: 'visa', last4: '4242' } },
      balance_transaction: { object: 'balance_transaction', amount: 2450 },
    });
  });

  test.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
    ['pm_card_visa_chargeDeclinedStolenCard', 'card_declined', 'stolen_card'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', undefined],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', undefined],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', undefined],
  ])('%s is refused with %s', async (method, code, declineCode) => {
    const fault = await faultOf(paying(method));
    expect(fault).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(fault).toMatchObject({ statusCode: 402, code, requestId: expect.stringMatching(/^req_/) });
    if (declineCode) expect(fault.decline_code).toBe(declineCode);
    const left = await stripe.paymentIntents.retrieve(fault.payment_intent?.id ?? '');
    expect(left).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code } });

    const second = await stripe.paymentIntents.confirm(left.id, {
      payment_method: 'pm_card_visa',
      return_url: returnUrl,
    });
    expect(second).toMatchObject({ status: 'succeeded', last_payment_error: null });
  });

  test('a card can be saved and refuse the later charge', async () => {
    const { customer, method } = await savedCard('pm_card_chargeCustomerFail');
    expect((await faultOf(paying(method, { customer }))).code).toBe('card_declined');
  });

  test('a card that refuses every charge refuses to be saved', async () => {
    expect((await faultOf(savedCard('pm_card_visa_chargeDeclined'))).code).toBe('card_declined');
  });

  test('a saved card pays for nobody else', async () => {
    const { method } = await savedCard('pm_card_visa');
    expect((await faultOf(paying(method))).statusCode).toBe(400);
  });

  test('a card used once without a customer, or detached, is spent', async () => {
    const once = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
    await paying(once.id);
    expect((await faultOf(paying(once.id))).statusCode).toBe(400);
    const { customer, method } = await savedCard('pm_card_visa');
    await stripe.paymentMethods.detach(method);
    expect((await faultOf(stripe.paymentMethods.attach(method, { customer }))).statusCode).toBe(400);
  });

  onlyHere('a disputed card opens a dispute', async () => {
    const intent = await paying('pm_card_createDispute');
    const [dispute] = (await stripe.disputes.list({ payment_intent: intent.id })).data;
    expect(dispute).toMatchObject({ status: 'needs_response', amount: 2450 });
    expect((await stripe.disputes.close(dispute?.id ?? '')).status).toBe('lost');
  });

  onlyHere.each([
    ['4242424242424241', 12, 2040, 'incorrect_number'],
    ['4242424242424242', 13, 2040, 'invalid_expiry_month'],
    ['4242424242424242', 1, 2020, 'invalid_expiry_year'],
  ])('card data %s %i/%i is refused with %s', async (number, exp_month, exp_year, code) => {
    const made = stripe.paymentMethods.create({ type: 'card', card: { number, exp_month, exp_year, cvc: '123' } });
    expect(await faultOf(made)).toMatchObject({ statusCode: 402, code });
  });
});

describe('3-D Secure', () => {
  const redirectOf = (intent: {
    next_action: Stripe.PaymentIntent.NextAction | Stripe.SetupIntent.NextAction | null;
  }) => intent.next_action?.redirect_to_url?.url ?? '';

  test('the bank asks and the payment waits', async () => {
    const intent = await paying('pm_card_threeDSecure2Required');
    expect(intent).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
    expect(redirectOf(intent)).toMatch(/^https?:/);
    expect((await stripe.paymentIntents.cancel(intent.id)).status).toBe('canceled');
  });

  onlyHere.each([
    ['pm_card_threeDSecure2Required', 'complete', 'succeeded', null],
    ['pm_card_threeDSecure2Required', 'fail', 'requires_payment_method', 'payment_intent_authentication_failure'],
    ['pm_card_threeDSecureRequiredChargeDeclined', 'complete', 'requires_payment_method', 'card_declined'],
    [
      'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
      'complete',
      'requires_payment_method',
      'card_declined',
    ],
    ['pm_card_authenticationRequired', 'complete', 'succeeded', null],
    ['pm_card_authenticationRequiredOnSetup', 'complete', 'succeeded', null],
    ['pm_card_authenticationRequiredSetupForOffSession', 'complete', 'succeeded', null],
  ] as const)('%s, answered with %s, ends in %s', async (method, answer, status, code) => {
    const intent = await paying(method);
    const bank = redirectOf(intent);
    const back = new URL(await authenticate(bank, answer));
    expect(back.origin + back.pathname).toBe(returnUrl);
    expect(back.searchParams.get('payment_intent')).toBe(intent.id);
    expect(back.searchParams.get('redirect_status')).toBe(status === 'succeeded' ? 'succeeded' : 'failed');
    const after = await stripe.paymentIntents.retrieve(intent.id);
    expect(after.status).toBe(status);
    expect(after.last_payment_error?.code ?? null).toBe(code);
    const charges = await stripe.charges.list({ payment_intent: intent.id });
    expect(charges.data.filter(({ paid }) => paid)).toHaveLength(status === 'succeeded' ? 1 : 0);
  });

  onlyHere('answering the bank twice pays once', async () => {
    const intent = await paying('pm_card_threeDSecure2Required');
    const bank = redirectOf(intent);
    const leave = formOn(await see(bank));
    const press = () => fetch(leave.action, { method: 'POST', body: 'answer=complete', redirect: 'manual' });
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await stripe.charges.list({ payment_intent: intent.id })).data).toHaveLength(1);
  });

  test.each([
    ['pm_card_authenticationRequired', false],
    ['pm_card_authenticationRequiredSetupForOffSession', true],
  ])('without the customer, %s pays: %s', async (saved, pays) => {
    const { customer, method } = await savedCard(saved);
    const asked = paying(method, { customer, off_session: true, return_url: undefined });
    if (pays) expect((await asked).status).toBe('succeeded');
    else {
      const fault = await faultOf(asked);
      expect(fault).toMatchObject({ statusCode: 402, code: 'authentication_required' });
      expect(fault.payment_intent?.status).toBe('requires_payment_method');
    }
  });

  onlyHere('a card set up with the customer pays later without them, and asks when they are there', async () => {
    const customer = (await stripe.customers.create({})).id;
    const setup = await stripe.setupIntents.create({
      customer,
      payment_method: 'pm_card_authenticationRequiredOnSetup',
      confirm: true,
      return_url: returnUrl,
    });
    await authenticate(redirectOf(setup), 'complete');
    const ready = await stripe.setupIntents.retrieve(setup.id);
    expect(ready.status).toBe('succeeded');
    const method = String(ready.payment_method);
    const away = await paying(method, { customer, off_session: true, return_url: undefined });
    expect(away.status).toBe('succeeded');
    expect((await paying(method, { customer })).status).toBe('requires_action');
  });
});

describe('states', () => {
  test('money held by hand is captured in part, and the rest cannot be captured again', async () => {
    const held = await paying('pm_card_visa', { capture_method: 'manual' });
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 2450 });
    expect(await stripe.paymentIntents.capture(held.id, { amount_to_capture: 2000 })).toMatchObject({
      status: 'succeeded',
      amount_received: 2000,
    });
    expect((await faultOf(stripe.paymentIntents.capture(held.id))).code).toBe('payment_intent_unexpected_state');
  });

  test('what is paid can be neither cancelled nor confirmed', async () => {
    const { id } = await paying('pm_card_visa');
    expect((await faultOf(stripe.paymentIntents.cancel(id))).code).toBe('payment_intent_unexpected_state');
    expect((await faultOf(stripe.paymentIntents.confirm(id))).code).toBe('payment_intent_unexpected_state');
  });

  test('refunds add up to what was paid and not a cent more', async () => {
    const { id } = await paying('pm_card_visa');
    await stripe.refunds.create({ payment_intent: id, amount: 1000 });
    expect((await faultOf(stripe.refunds.create({ payment_intent: id, amount: 1451 }))).statusCode).toBe(400);
    await stripe.refunds.create({ payment_intent: id });
    expect((await faultOf(stripe.refunds.create({ payment_intent: id }))).code).toBe('charge_already_refunded');
    const { data } = await stripe.refunds.list({ payment_intent: id });
    expect(data.map(({ amount }) => amount)).toEqual([1450, 1000]);
    const [charge] = (await stripe.charges.list({ payment_intent: id })).data;
    expect(charge).toMatchObject({ refunded: true, amount_refunded: 2450 });
  });

  test.each([
    ['eur', 49, 'amount_too_small'],
    ['jpy', 49, 'amount_too_small'],
    ['eur', 0, 'parameter_invalid_integer'],
  ])('%s %i is refused: %s', async (currency, amount, code) => {
    expect(await faultOf(paying('pm_card_visa', { currency, amount }))).toMatchObject({ statusCode: 400, code });
  });

  test.each([
    ['29 minutes', 29 * 60],
    ['25 hours', 25 * 3600],
  ])('a session cannot expire in %s', async (_words, seconds) => {
    const opening = stripe.checkout.sessions.create({
      mode: 'setup',
      currency: 'eur',
      success_url: returnUrl,
      expires_at: Math.floor(Date.now() / 1000) + seconds,
    });
    expect((await faultOf(opening)).param).toBe('expires_at');
  });
});
