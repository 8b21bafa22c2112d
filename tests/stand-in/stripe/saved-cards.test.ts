import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { money } from '#app/domain/money/money.ts';
import { makePayments, makeStripe } from '#app/integrations/stripe/client.server.ts';
import type { Payments } from '#app/integrations/stripe/payments.ts';
import { authenticate, pay, see } from '#tests/support/payment-page.ts';
import { type RunningStandIn, startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

let standIn: RunningStandIn;
let payments: Payments;

beforeAll(async () => {
  standIn = await startStripeStandIn();
  const stripe = makeStripe({ secretKey: standIn.secretKey, host: '127.0.0.1', port: standIn.port, protocol: 'http' });
  payments = makePayments(stripe, [standIn.webhookSecret]);
});
afterAll(() => standIn.stop());

const returnUrl = 'http://shop.test/return';
const eur = (cents: bigint) => money(cents, 'EUR');

async function aCustomerWith(number: string) {
  const key = randomUUID();
  const customerId = await payments.createCustomer({
    email: `${key}@example.com`,
    name: 'Ana',
    reference: key,
    idempotencyKey: key,
  });
  const { sessionId, url } = await payments.openCardSetup({
    customerId,
    successUrl: returnUrl,
    cancelUrl: returnUrl,
    locale: 'en',
    idempotencyKey: randomUUID(),
  });
  const next = await pay(url, { number });
  if (next.includes('/3ds/')) await authenticate(next, 'complete');
  const setup = await payments.readCardSetup(sessionId);
  return { customerId, paymentMethodId: setup?.paymentMethodId ?? '', setup };
}
const paying = (who: { customerId: string; paymentMethodId: string }, offSession = false) =>
  payments.payWithSavedCard({
    customerId: who.customerId,
    paymentMethodId: who.paymentMethodId,
    amount: eur(2450n),
    orderRef: 'order-7',
    returnUrl,
    offSession,
    idempotencyKey: randomUUID(),
  });

describe('saved cards', () => {
  test('a card is saved without a payment, listed, used and removed', async () => {
    const ana = await aCustomerWith('4242424242424242');
    expect(ana.setup).toMatchObject({ status: 'saved', customerId: ana.customerId });
    expect(await payments.listSavedCards(ana.customerId)).toEqual([
      { paymentMethodId: ana.paymentMethodId, brand: 'visa', last4: '4242', expiryMonth: 12, expiryYear: 2040 },
    ]);
    const paid = await paying(ana);
    expect(paid).toMatchObject({ status: 'paid', amount: eur(2450n), orderRef: 'order-7' });
    expect(await payments.readPayment(paid.paymentIntentId)).toEqual(paid);
    expect(await payments.cancelPayment(paid.paymentIntentId)).toEqual(paid);
    await payments.detachCard(ana.paymentMethodId);
    await payments.detachCard(ana.paymentMethodId);
    expect(await payments.listSavedCards(ana.customerId)).toEqual([]);
  });

  test('a guest who keeps the card can pay with it, and one who does not has none', async () => {
    const open = () =>
      payments.openCheckout({
        orderRef: 'order-8',
        lines: [{ label: 'One', amount: eur(900n) }],
        buyer: { email: 'guest@example.com' },
        saveCard: 'offer',
        successUrl: returnUrl,
        cancelUrl: returnUrl,
        expiresAt: new Date(),
        locale: 'de-DE',
        idempotencyKey: randomUUID(),
      });
    const kept = await open();
    expect((await see(kept.url)).html).toContain('9,00 EUR bezahlen');
    await pay(kept.url, { number: '4242424242424242', save: true });
    const state = await payments.readCheckout(kept.sessionId);
    const customerId = state?.customerId ?? '';
    expect((await payments.listSavedCards(customerId)).map((card) => card.paymentMethodId)).toEqual([
      state?.savedPaymentMethodId,
    ]);
    expect((await paying({ customerId, paymentMethodId: state?.savedPaymentMethodId ?? '' })).status).toBe('paid');

    const not = await open();
    await pay(not.url, { number: '4242424242424242' });
    expect(await payments.readCheckout(not.sessionId)).toMatchObject({ status: 'paid', savedPaymentMethodId: null });
  });

  test('the bank may ask during one-click payment, and the answer decides', async () => {
    const ana = await aCustomerWith('4000002760003184');
    const asked = await paying(ana);
    expect(asked.status).toBe('requires_action');
    if (asked.status !== 'requires_action') return;
    const back = await authenticate(asked.redirectUrl ?? '', 'complete');
    expect(back).toContain(`${returnUrl}?payment_intent=${asked.paymentIntentId}`);
    expect((await payments.readPayment(asked.paymentIntentId))?.status).toBe('paid');
  });

  test('without the customer the bank refuses, with them the same payment goes through', async () => {
    const ana = await aCustomerWith('4000002760003184');
    const refused = await paying(ana, true);
    expect(refused).toMatchObject({ status: 'declined', code: 'authentication_required' });
    const asked = await payments.authenticatePayment({
      paymentIntentId: refused.paymentIntentId,
      paymentMethodId: ana.paymentMethodId,
      returnUrl,
      idempotencyKey: randomUUID(),
    });
    expect(asked.status).toBe('requires_action');
    if (asked.status === 'requires_action') await authenticate(asked.redirectUrl ?? '', 'complete');
    expect((await payments.readPayment(refused.paymentIntentId))?.status).toBe('paid');
  });

  test('a card set up once pays without the customer', async () => {
    expect((await paying(await aCustomerWith('4000002500003155'), true)).status).toBe('paid');
  });

  test('a saved card may refuse', async () => {
    const ana = await aCustomerWith('4000000000000341');
    expect(await paying(ana)).toMatchObject({ status: 'declined', code: 'generic_decline', amount: eur(2450n) });
  });
});

describe('closing a session', () => {
  const open = () =>
    payments.openCheckout({
      orderRef: 'order-9',
      lines: [{ label: 'One', amount: eur(900n) }],
      buyer: { email: 'guest@example.com' },
      saveCard: 'never',
      successUrl: returnUrl,
      cancelUrl: returnUrl,
      expiresAt: new Date(),
      locale: 'en',
      idempotencyKey: randomUUID(),
    });

  test('an expired session takes no money, also from a bank page that was still open', async () => {
    const { sessionId, url } = await open();
    const bank = await pay(url, { number: '4000000000003220' });
    expect(await payments.expireCheckout(sessionId)).toMatchObject({ status: 'expired' });
    expect(await payments.expireCheckout(sessionId)).toMatchObject({ status: 'expired' });
    expect(await authenticate(bank, 'complete').catch(() => 'no form')).toBe('no form');
    expect(await pay(url, { number: '4242424242424242' }).catch(() => 'no form')).toBe('no form');
    expect((await see(url)).html).toContain('This payment page has expired');
    expect((await payments.readCheckout(sessionId))?.paymentStatus).toBe('unpaid');
  });

  test('paying and expiring at once ends in exactly one of the two', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { sessionId, url } = await open();
      const [, closed] = await Promise.all([
        pay(url, { number: '4242424242424242' }).catch(() => null),
        payments.expireCheckout(sessionId),
      ]);
      const state = await payments.readCheckout(sessionId);
      expect(closed?.status).toBe(state?.status);
      const intent = state?.paymentIntentId ? await payments.readPayment(state.paymentIntentId) : null;
      expect(intent?.status === 'paid').toBe(state?.status === 'paid');
    }
  });

  test('pressing the button several times charges once', async () => {
    const { sessionId, url } = await open();
    const presses = Array.from({ length: 6 }, () => pay(url, { number: '4242424242424242' }).catch(() => returnUrl));
    expect(new Set(await Promise.all(presses))).toEqual(new Set([returnUrl]));
    expect(await payments.readCheckout(sessionId)).toMatchObject({ status: 'paid', amount: eur(900n) });
  });
});

describe('refunds', () => {
  test('in parts, up to what was paid, and no further', async () => {
    const { paymentIntentId } = await paying(await aCustomerWith('4242424242424242'));
    const refund = (cents: bigint, idempotencyKey: string = randomUUID()) =>
      payments.refund({ paymentIntentId, amount: eur(cents), reason: 'requested_by_customer', idempotencyKey });
    const key = randomUUID();
    const first = await refund(1000n, key);
    expect(first.status).toBe('refunded');
    expect(await refund(1000n, key)).toEqual(first);
    expect(await payments.refundedSoFar(paymentIntentId, 'EUR')).toEqual(eur(1000n));
    expect(await refund(1451n)).toEqual({ status: 'refused', code: 'more_than_paid' });
    expect((await refund(1450n)).status).toBe('refunded');
    expect(await refund(1n)).toEqual({ status: 'refused', code: 'already_refunded' });
  });

  test('a disputed payment is not refunded, an unpaid one has nothing to refund', async () => {
    const disputed = await paying(await aCustomerWith('4000000000000259'));
    const asked = (paymentIntentId: string) =>
      payments.refund({
        paymentIntentId,
        amount: eur(100n),
        reason: 'requested_by_customer',
        idempotencyKey: randomUUID(),
      });
    expect(await asked(disputed.paymentIntentId)).toEqual({ status: 'refused', code: 'disputed' });
    const declined = await paying(await aCustomerWith('4000000000000341'));
    expect(await asked(declined.paymentIntentId)).toEqual({ status: 'refused', code: 'not_paid' });
  });
});
