import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe('the shape of the API', () => {
  test('unknown parameters are refused by name', async () => {
    const fault = await faultOf(stripe.customers.create({ nick: 'x' } as Stripe.CustomerCreateParams));
    expect(fault).toMatchObject({ statusCode: 400, code: 'parameter_unknown', param: 'nick' });
  });

  test('what does not exist is missing, with 404', async () => {
    expect(await faultOf(stripe.customers.retrieve('cus_nothing'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
  });

  test('a wrong key is refused with 401', async () => {
    const fault = await faultOf(partner.clientFor('sk_test_wrong').customers.list());
    expect(fault).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
  });

  onlyHere('an unknown address answers an error with 404', async () => {
    const fault = await faultOf(stripe.rawRequest('GET', '/v1/unicorns'));
    expect(fault.statusCode).toBe(404);
  });

  test('metadata merges, an empty value goes away', async () => {
    const { id } = await stripe.customers.create({ metadata: { a: '1', b: '2' } });
    const { metadata } = await stripe.customers.update(id, { metadata: { b: '', c: '3' } });
    expect(metadata).toEqual({ a: '1', c: '3' });
  });

  test('lists come newest first and page both ways by cursor', async () => {
    const { id: customer } = await stripe.customers.create({});
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1)
      made.push((await stripe.setupIntents.create({ customer, allowed_payment_method_types: ['card'] })).id);
    const newest = made.toReversed();
    const first = await stripe.setupIntents.list({ customer, limit: 2 });
    expect(first.has_more).toBe(true);
    expect(first.data.map(({ id }) => id)).toEqual(newest.slice(0, 2));
    const next = await stripe.setupIntents.list({ customer, limit: 3, starting_after: newest[1] });
    expect(next).toMatchObject({ has_more: false });
    expect(next.data.map(({ id }) => id)).toEqual(newest.slice(2));
    const before = await stripe.setupIntents.list({ customer, limit: 2, ending_before: newest[4] });
    expect(before.data.map(({ id }) => id)).toEqual(newest.slice(2, 4));
    expect((await stripe.setupIntents.list({ customer, limit: 1 }).autoPagingToArray({ limit: 10 })).length).toBe(5);
  });
});

describe('idempotency', () => {
  const once = (key: string, amount = 2450) =>
    stripe.paymentIntents.create({ amount, currency: 'eur' }, { idempotencyKey: key });

  test('the same call under the same key happens once and is replayed', async () => {
    const key = randomUUID();
    const first = await once(key);
    const second = await once(key);
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
  });

  test('another call under the same key is refused', async () => {
    const key = randomUUID();
    await once(key);
    expect(await faultOf(once(key, 2451))).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  });

  test('a refused card is replayed, not tried again', async () => {
    const idempotencyKey = randomUUID();
    const asked = () =>
      stripe.paymentIntents.create(
        {
          amount: 900,
          currency: 'eur',
          confirm: true,
          payment_method: 'pm_card_visa_chargeDeclined',
          return_url: returnUrl,
        },
        { idempotencyKey },
      );
    const [first, second] = [await faultOf(asked()), await faultOf(asked())];
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id);
  });

  test('a call that was not valid is not remembered', async () => {
    const key = randomUUID();
    expect((await faultOf(once(key, 1))).code).toBe('amount_too_small');
    expect((await once(key)).amount).toBe(2450);
  });

  onlyHere('the same key at the same moment: one works, the others are told so or get its answer', async () => {
    await partner.standIn?.chaos({ latencyMs: 100 });
    const bare = new Stripe(partner.standIn?.secretKey ?? '', {
      host: '127.0.0.1',
      port: partner.standIn?.port,
      protocol: 'http',
      maxNetworkRetries: 0,
    });
    const key = randomUUID();
    const asked = Array.from({ length: 8 }, () =>
      bare.customers.create({ name: key }, { idempotencyKey: key }).then(
        ({ id }) => id,
        (fault: Stripe.errors.StripeError) => fault.code,
      ),
    );
    const answers = await Promise.all(asked);
    await partner.standIn?.calm();
    expect(answers.filter((answer) => answer === 'idempotency_key_in_use')).toHaveLength(7);
    expect(answers.filter((answer) => answer?.startsWith('cus_'))).toHaveLength(1);
  });
});
