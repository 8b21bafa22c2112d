import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aShop, depsAt, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { apiClient } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';
import { booksOf, paymentsAt } from '#tests/support/paying.ts';
import { type RunningStandIn, startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const shipTo = { name: 'Ana', address: 'Unter den Linden 5', city: 'Berlin', postal_code: '10117', country: 'DE' };

describe('a headless shop', async () => {
  const { db } = await testDatabase();
  const standIn: RunningStandIn = await startStripeStandIn();
  afterAll(() => standIn.stop());
  const deps = depsAt(processDeps(db, paymentsAt(standIn)), testClock());
  const api = await apiClient(deps);
  let id = '';

  beforeAll(async () => {
    await aShop(db, [
      { sku: 'CUP', prices: { EUR: '10.00' }, stock: '5' },
      { sku: 'HOSE', prices: { EUR: '4.00' }, stock: '100', minQuantity: '2', quantityStep: '0.5' },
    ]);
    const cart = await api('POST', '/carts', { market: 'DE', language: 'de' });
    expect(cart).toMatchObject({ status: 201, body: { status: 'open', currency: 'EUR', lines: [], buyable: false } });
    id = String(cart.body.id);
  });

  test('lines go in, change and go out, always at the price of the moment', async () => {
    expect((await api('POST', `/carts/${id}/lines`, { sku: 'CUP', quantity: '2' })).status).toBe(201);
    const two = await api('POST', `/carts/${id}/lines`, { sku: 'HOSE', quantity: '2.5' });
    expect(two.body).toMatchObject({
      buyable: true,
      lines: [
        { line: 1, sku: 'CUP', quantity: '2', unit_price: '10.00', line_total: { amount: '20.00', currency: 'EUR' } },
        { line: 2, sku: 'HOSE', quantity: '2.5', line_total: { amount: '10.00', currency: 'EUR' } },
      ],
      total: { amount: '30.00', currency: 'EUR' },
    });
    const one = await api('PUT', `/carts/${id}/lines/2`, { quantity: '0' });
    expect(one.body.lines).toHaveLength(1);
  });

  test.each([
    ['an unknown SKU', 'POST', 'lines', { sku: 'NOPE', quantity: '1' }, 'unknown_sku'],
    ['a quantity between two steps', 'POST', 'lines', { sku: 'HOSE', quantity: '2.3' }, 'invalid_quantity'],
    [
      'an address without a postal code',
      'POST',
      'order',
      { email: 'a@b.example', ship_to: { ...shipTo, postal_code: '' } },
      'invalid',
    ],
    [
      'a saved card nobody has',
      'POST',
      'order',
      { email: 'a@b.example', ship_to: shipTo, pay: 'saved_card' },
      'no_saved_card',
    ],
  ])('%s is refused and changes nothing', async (_case, method, path, body, code) => {
    const reply = await api(method, `/carts/${id}/${path}`, body);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.body.code).toBe(code);
    expect((await api('GET', `/carts/${id}`)).body.lines).toHaveLength(1);
  });

  test('ordering answers where to pay, and the same order when it is asked twice', async () => {
    const order = { email: 'ana@home.example', ship_to: shipTo };
    const [first, second] = await Promise.all([
      api('POST', `/carts/${id}/order`, order),
      api('POST', `/carts/${id}/order`, order),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(String(first.body.payment_url)).toContain('/c/pay/');
    expect(second.body.payment).toBe(first.body.payment);
    const books = await booksOf({ db });
    expect(books).toHaveLength(1);
    expect(books[0]).toMatchObject({ status: 'awaiting_payment', paid: 0n });
  });

  async function memberCart(quantity: string) {
    const cart = await api('POST', '/carts', { company: 'harbour', unit: 'hq', as: 'ana@harbour.example' });
    const path = `/carts/${String(cart.body.id)}`;
    expect((await api('POST', `${path}/lines`, { sku: 'HOSE', quantity })).status).toBe(201);
    return path;
  }

  test("on terms a member's cart becomes a purchase order, and the cart is done", async () => {
    const company = await api('PUT', '/companies/harbour', {
      ...{ name: 'Harbour', currency: 'EUR', terms: 'net30', credit_limit: { amount: '500.00', currency: 'EUR' } },
      units: [
        {
          slug: 'hq',
          parent: null,
          address: { country: 'DE', postal_code: '10117', city: 'Berlin', address: 'Unter den Linden 5' },
        },
      ],
      members: [{ email: 'ana@harbour.example', name: 'Ana', unit: 'hq', roles: ['buyer'] }],
    });
    expect(company.status).toBe(201);
    const path = await memberCart('3');

    const ordered = await api('POST', `${path}/order`, { pay: 'terms', number: 'PO-1' });
    expect(ordered.status).toBe(201);
    const order = await api('GET', `/purchase-orders/${String(ordered.body.purchase_order)}`);
    expect(order.body).toMatchObject({
      number: 'PO-1',
      status: 'approved',
      total: { amount: '12.00', currency: 'EUR' },
    });
    expect((await api('GET', path)).body.status).toBe('ordered');
    expect(await api('POST', `${path}/order`, { pay: 'terms', number: 'PO-1' })).toEqual(ordered);
  });

  test('a cart sent thrice at once on terms is one purchase order, and sent again it never takes the next cart along', async () => {
    const first = await memberCart('3');
    const sent = await Promise.all([1, 2, 3].map(() => api('POST', `${first}/order`, { pay: 'terms' })));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(sent.map(({ body }) => body.purchase_order)).size).toBe(1);

    const next = await memberCart('5');
    expect(next).not.toBe(first);
    expect((await api('POST', `${first}/order`, { pay: 'terms' })).body).toEqual(sent[0]?.body);
    expect((await api('GET', next)).body).toMatchObject({ status: 'open', lines: [{ quantity: '5' }] });
  });

  test('a cart nobody knows, and one of another company, are the same to a key', async () => {
    expect((await api('GET', '/carts/0198f000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await api('GET', '/carts/not-an-id')).status).toBe(404);
  });
});

describe('a company’s cart paid by card', async () => {
  const { db } = await testDatabase();
  const standIn = await startStripeStandIn();
  afterAll(() => standIn.stop());
  const deps = depsAt(processDeps(db, paymentsAt(standIn)), testClock());
  const api = await apiClient(deps);
  const filled = async (as: string, quantity: string) => {
    const cart = await api('POST', '/carts', { company: 'harbour-hotels', unit: 'pier-9', as });
    const id = String(cart.body.id);
    await api('POST', `/carts/${id}/lines`, { sku: 'CUP', quantity });
    return id;
  };
  const paid = async (id: string) =>
    (await api('POST', `/carts/${id}/order`, { email: 'ana@harbour.example', ship_to: shipTo })).body;

  beforeAll(async () => {
    await aShop(db, [{ sku: 'CUP', prices: { EUR: '10.00' }, stock: '500' }]);
    const put = await api('PUT', '/companies/harbour-hotels', {
      ...{ name: 'Harbour Hotels', currency: 'EUR', time_zone: 'Europe/Berlin' },
      units: [
        { slug: 'hq', parent: null },
        { slug: 'pier-9', parent: 'hq' },
      ],
      members: [
        {
          ...{ email: 'ana@harbour.example', name: 'Ana', unit: 'pier-9', roles: ['buyer'] },
          spending_limit: { amount: '100.00', currency: 'EUR' },
        },
        { email: 'vic@harbour.example', name: 'Vic', unit: 'pier-9', roles: ['viewer'] },
        { email: 'ben@harbour.example', name: 'Ben', unit: 'hq', roles: ['approver', 'admin'] },
      ],
    });
    expect(put.status).toBeLessThan(300);
  });

  test('needs whoever would approve its purchase order, and is kept', async () => {
    const id = await filled('ana@harbour.example', '30');
    expect(await paid(id)).toMatchObject({ code: 'approval_needed', status: 409 });
    expect((await api('GET', `/carts/${id}`)).body).toMatchObject({ status: 'open', total: { amount: '300.00' } });
    await api('PUT', `/carts/${id}/lines/1`, { quantity: '10' });
    expect(await paid(id)).toMatchObject({ payment_url: expect.stringContaining('http') as unknown });
  });

  test('is ordered by those alone who may order for the unit', async () => {
    expect(await paid(await filled('vic@harbour.example', '1'))).toMatchObject({ code: 'forbidden', status: 403 });
  });
});
