import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { money } from '#app/domain/money/money.ts';
import { makePayments, makeStripe } from '#app/integrations/stripe/client.server.ts';
import type { CheckoutToOpen, Payments } from '#app/integrations/stripe/payments.ts';
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

const aCheckout = (change: Partial<CheckoutToOpen> = {}): CheckoutToOpen => ({
  orderRef: randomUUID(),
  lines: [
    { label: '12 x ESP-1K', amount: money(2000n, 'EUR') },
    { label: 'Shipping', amount: money(450n, 'EUR') },
  ],
  buyer: { email: 'ana@example.com' },
  saveCard: 'offer',
  successUrl: 'http://shop.test/orders/return?session={CHECKOUT_SESSION_ID}',
  cancelUrl: 'http://shop.test/checkout',
  expiresAt: new Date(Date.now() + 15 * 60_000),
  locale: 'en',
  idempotencyKey: randomUUID(),
  ...change,
});

describe('the payment page', () => {
  test('a guest pays and the shop finds the session paid in full', async () => {
    const { sessionId, url } = await payments.openCheckout(aCheckout({ orderRef: 'order-1' }));
    expect(await payments.readCheckout(sessionId)).toMatchObject({ status: 'open', paymentIntentId: null });

    expect(await pay(url, { number: '4242 4242 4242 4242' })).toBe(
      `http://shop.test/orders/return?session=${sessionId}`,
    );

    const paid = await payments.readCheckout(sessionId);
    expect(paid).toMatchObject({
      status: 'paid',
      paymentStatus: 'paid',
      amount: money(2450n, 'EUR'),
      email: 'ana@example.com',
      orderRef: 'order-1',
      savedPaymentMethodId: null,
    });
    expect(paid?.customerId).toMatch(/^cus_/);
  });

  test('a declined card leaves the session open, keeps what was typed and never shows the card again', async () => {
    const { sessionId, url } = await payments.openCheckout(aCheckout());
    const back = await pay(url, { number: '4000000000009995', cvc: '987', email: 'eva@example.com', name: 'Eva Ö' });
    const page = await see(back);
    expect(page.html).toContain('The card does not have enough funds.');
    expect(page.html).toContain('value="eva@example.com"');
    expect(page.html).toContain('value="Eva Ö"');
    expect(page.html).not.toMatch(/4000000000009995|9995|987/);
    expect((await payments.readCheckout(sessionId))?.status).toBe('open');

    expect(await pay(back, { number: '4242424242424242' })).toContain('/orders/return');
    expect(await payments.readCheckout(sessionId)).toMatchObject({ status: 'paid', email: 'eva@example.com' });
  });

  test('the bank asks, the buyer confirms, the session is paid', async () => {
    const { sessionId, url } = await payments.openCheckout(aCheckout());
    const bank = await pay(url, { number: '4000000000003220' });
    expect(bank).toContain('/3ds/');
    expect((await payments.readCheckout(sessionId))?.status).toBe('open');
    expect(await authenticate(bank, 'complete')).toContain('/orders/return');
    expect((await payments.readCheckout(sessionId))?.status).toBe('paid');
  });

  test('the bank asks, the buyer does not confirm, another card pays', async () => {
    const { sessionId, url } = await payments.openCheckout(aCheckout());
    const back = await authenticate(await pay(url, { number: '4000000000003220' }), 'fail');
    expect((await see(back)).html).toContain('The bank could not confirm that it is you.');
    expect((await payments.readCheckout(sessionId))?.status).toBe('open');
    expect(await pay(back, { number: '4242424242424242' })).toContain('/orders/return');
  });
});
