import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { money } from '#app/domain/money/money.ts';
import { makePayments, makeStripe } from '#app/integrations/stripe/client.server.ts';
import type { PaymentFault, Payments } from '#app/integrations/stripe/payments.ts';
import { pay } from '#tests/support/payment-page.ts';
import { sharedData } from '#tests/support/shared-data.ts';
import { type RunningStandIn, startStripeStandIn } from '#tests/support/stripe-stand-in.ts';
import { type WebhookTarget, startWebhookTarget } from '#tests/support/webhook-target.ts';

let standIn: RunningStandIn;
let target: WebhookTarget;
let stripe: Stripe;
let payments: Payments;

const stripeOn = (port: number, maxNetworkRetries: number) =>
  new Stripe(standIn.secretKey, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries });

beforeAll(async () => {
  target = await startWebhookTarget();
  standIn = await startStripeStandIn({ webhookUrl: target.url, schedule: [0, 0.1, 0.1, 0.2] });
  stripe = stripeOn(standIn.port, 0);
  payments = makePayments(
    makeStripe({ secretKey: standIn.secretKey, host: '127.0.0.1', port: standIn.port, protocol: 'http' }),
    ['whsec_the_next_one', standIn.webhookSecret],
  );
});
afterAll(async () => {
  await standIn.stop();
  await target.stop();
});
beforeEach(() => target.forget());
afterEach(async () => {
  await standIn.calm();
  target.refuseNext(0);
});

const openPage = async () => {
  const opened = await payments.openCheckout({
    orderRef: randomUUID(),
    lines: [{ label: 'One', amount: money(2450n, 'EUR') }],
    buyer: { email: 'ana@example.com' },
    saveCard: 'never',
    successUrl: 'http://shop.test/return',
    cancelUrl: 'http://shop.test/back',
    expiresAt: new Date(),
    locale: 'en',
    idempotencyKey: randomUUID(),
  });
  return opened;
};
const buy = async () => {
  const { sessionId, url } = await openPage();
  await pay(url, { number: '4242424242424242' });
  return sessionId;
};
const isCompletion = ({ event }: { event: Stripe.Event }) => event.type === 'checkout.session.completed';

describe('events', () => {
  test('a purchase is told in signed events the shop can read', async () => {
    const sessionId = await buy();
    const [completed] = await target.until(1, isCompletion);
    expect(payments.verifyWebhook(completed?.body ?? '', completed?.signature ?? null)).toMatchObject({
      ok: true,
      value: { kind: 'checkout_finished', sessionId, paymentIntentId: expect.stringMatching(/^pi_/) },
    });
    expect(target.heard.map(({ event }) => event.type)).toEqual(
      expect.arrayContaining(['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded']),
    );
    expect(completed?.event).toMatchObject({ object: 'event', livemode: false, api_version: expect.any(String) });
  });

  test('an event that was not heard is told again until it is', async () => {
    target.refuseNext(2);
    await stripe.customers.create({ email: 'again@example.com' });
    const [heard] = await target.until(1, ({ event }) => event.type === 'customer.created');
    expect(heard?.event.data.object).toMatchObject({ email: 'again@example.com' });
    await expect.poll(() => standIn.undelivered()).toEqual([]);
  });

  test('after its last attempt an event waits to be flushed', async () => {
    target.refuseNext(4);
    await stripe.customers.create({ email: 'late@example.com' });
    await expect.poll(async () => (await standIn.undelivered())[0]?.gaveUp, { timeout: 3000 }).toBe(true);
    expect(await standIn.flush()).toBe(0);
    expect(target.heard).toHaveLength(1);
  });

  test('an endpoint of its own hears what it asked for, under its own secret', async () => {
    const endpoint = await stripe.webhookEndpoints.create({
      url: `${target.url}/own`,
      enabled_events: ['customer.deleted'],
    });
    const { id } = await stripe.customers.create({});
    await stripe.customers.del(id);
    const heard = await target.until(2, ({ event }) => event.type === 'customer.deleted');
    const verified = heard.filter(({ body, signature }) => {
      try {
        return stripe.webhooks.constructEvent(body, signature, endpoint.secret ?? '') !== null;
      } catch {
        return false;
      }
    });
    expect(verified).toHaveLength(1);
    await stripe.webhookEndpoints.del(endpoint.id);
  });
});

describe('what can go wrong between shop and provider', () => {
  test('duplicate: every event comes twice', async () => {
    await standIn.chaos({ duplicateEvents: true });
    await buy();
    const twice = await target.until(2, isCompletion);
    expect(new Set(twice.map(({ event }) => event.id)).size).toBe(1);
  });

  test('reorder: the last comes first', async () => {
    await standIn.chaos({ reorderEvents: true, holdEvents: true });
    await buy();
    await standIn.flush();
    expect(target.heard[0]?.event.type).toBe('checkout.session.completed');
    expect(target.heard.at(-1)?.event.type).toBe('payment_intent.created');
  });

  test('delay: nothing for a while, then all', async () => {
    await standIn.chaos({ delayEventsMs: 300 });
    const before = Date.now();
    await buy();
    await target.until(1, isCompletion);
    expect(Date.now() - before).toBeGreaterThanOrEqual(300);
  });

  test('drop: lost for good', async () => {
    await standIn.chaos({ dropEvents: 1 });
    await stripe.customers.create({});
    await stripe.customers.create({ email: 'second@example.com' });
    await target.until(1);
    await expect.poll(() => standIn.undelivered()).toEqual([]);
    expect(target.heard).toHaveLength(1);
  });

  test('fail: the call does nothing, and a retry under the same key does it', async () => {
    await standIn.chaos({ failNext: 1, onlyPath: '/v1/customers' });
    const key = randomUUID();
    const create = () => stripe.customers.create({ email: `${key}@example.com` }, { idempotencyKey: key });
    await expect(create()).rejects.toMatchObject({ statusCode: 500 });
    expect((await stripe.customers.list({ email: `${key}@example.com` })).data).toHaveLength(0);
    await create();
    expect((await stripe.customers.list({ email: `${key}@example.com` })).data).toHaveLength(1);
  });

  // A dead line the SDK tries once more by itself, whatever its number of retries.
  test.each([
    ['failAfterExecuting', 1],
    ['hangUpAfterExecuting', 2],
  ])('%s: it happened once though nobody heard', async (chaos, times) => {
    await standIn.chaos({ [chaos]: times, onlyPath: '/v1/customers' });
    const key = randomUUID();
    const create = () => stripe.customers.create({ email: `${key}@example.com` }, { idempotencyKey: key });
    await expect(create()).rejects.toBeInstanceOf(Stripe.errors.StripeError);
    await create();
    expect((await stripe.customers.list({ email: `${key}@example.com` })).data).toHaveLength(1);
  });

  test('the shop calls it transient when retries do not help', async () => {
    await standIn.chaos({ failNext: 3 });
    const fault = await payments.readPayment('pi_any').catch((thrown: PaymentFault) => thrown);
    expect(fault).toMatchObject({ name: 'PaymentFault', kind: 'transient' });
    expect(await payments.readPayment('pi_any')).toBeNull();
  });
});

describe('after kill -9', () => {
  test('state, idempotency keys and events that were not heard are still there', async () => {
    const first = await startStripeStandIn({ webhookUrl: target.url });
    await first.chaos({ holdEvents: true });
    const idempotencyKey = randomUUID();
    const before = stripeOn(first.port, 0);
    const made = await before.customers.create({ email: 'kept@example.com' }, { idempotencyKey });
    const many = await Promise.all(Array.from({ length: 50 }, () => before.customers.create({})));
    await first.kill();

    target.forget();
    const second = await startStripeStandIn({ webhookUrl: target.url, folder: first.folder });
    const after = stripeOn(second.port, 0);
    expect(await after.customers.retrieve(made.id)).toEqual(made);
    for (const { id } of many) expect((await after.customers.retrieve(id)).id).toBe(id);
    const again = await after.customers.create({ email: 'kept@example.com' }, { idempotencyKey });
    expect(again.id).toBe(made.id);
    await target.until(51);
    await second.stop();
  });
});

describe('published signature vectors', () => {
  const file = sharedData('webhooks/vectors.json');
  type Vectors = {
    stripe_hmac_sha256_hex: { secret: string; cases: { name: string; signed_payload: string; expected_hex: string }[] };
  };
  const vectors = file ? (JSON.parse(readFileSync(file, 'utf8')) as Vectors).stripe_hmac_sha256_hex : null;

  test.skipIf(!vectors)('our keyed hash gives the published one', () => {
    for (const { signed_payload, expected_hex, name } of vectors?.cases ?? [])
      expect(
        createHmac('sha256', vectors?.secret ?? '')
          .update(signed_payload)
          .digest('hex'),
        name,
      ).toBe(expected_hex);
  });

  const body = JSON.stringify({ id: 'evt_1', object: 'event', type: 'charge.succeeded', data: { object: {} } });
  const now = () => Math.floor(Date.now() / 1000);
  const header = (timestamp: number, payload = body) =>
    stripe.webhooks.generateTestHeaderString({ payload, secret: standIn.webhookSecret, timestamp });
  test.each<[string, () => string | null, boolean]>([
    ['a valid signature', () => header(now()), true],
    ['a valid one followed by a bogus one', () => `${header(now())},v1=potato`, true],
    ['only an older scheme', () => header(now()).replace('v1=', 'v0='), false],
    ['a signature of another body', () => header(now(), '{}'), false],
    ['five minutes and a second old', () => header(now() - 301), false],
    ['an empty header', () => '', false],
    ['no header', () => null, false],
  ])('%s', (_case, signature, accepted) => {
    expect(payments.verifyWebhook(body, signature()).ok).toBe(accepted);
  });
});
