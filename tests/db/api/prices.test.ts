import { beforeAll, describe, expect, test } from 'vitest';
import { apiClient, apiWithKey, depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';

const today = '2027-01-15T09:00:00.000Z';

describe('prices over the API', async () => {
  const statements: string[] = [];
  const { db } = await testDatabase({ onStatement: (statement) => statements.push(statement) });
  const deps = depsAt(db, today);
  const api = await apiClient(deps);

  beforeAll(async () => {
    const product = await api('PUT', '/products/house-espresso', {
      title: 'House Espresso',
      category: 'coffee/beans/espresso',
      options: ['Size'],
      variants: [
        { sku: 'ESP-250', options: { Size: '250 g' }, stock: 120, tax_class: 'reduced', weight_grams: 270 },
        { sku: 'ESP-1K', options: { Size: '1 kg' }, stock: '40' },
      ],
      modules: [{ code: 'grinder-service', title: 'Grinder service', pricing: 'per_unit', price: { EUR: '1.50' } }],
    });
    expect(product.status).toBe(201);
    expect((await api('PUT', '/price-lists/STANDARD-EUR', { kind: 'standard', currency: 'EUR' })).status).toBe(201);
    const revision = await api('POST', '/price-lists/STANDARD-EUR/revisions', {
      starts_at: today,
      submit: true,
      entries: [
        { sku: 'ESP-1K', min_quantity: '1', unit_price: '18.00' },
        { sku: 'ESP-1K', min_quantity: '10', unit_price: '16.50' },
        { sku: 'ESP-1K', min_quantity: '50', unit_price: '15.00' },
        { product: 'house-espresso', module: 'grinder-service', unit_price: '1.10' },
      ],
    });
    expect(revision).toMatchObject({ status: 201, body: { revision: 1, status: 'approved' } });
  });

  const ask = (lines: unknown[], more: Record<string, unknown> = {}) =>
    api('POST', '/prices', { currency: 'EUR', lines, ...more });

  test.each([
    ['9', '18.00', '162.00'],
    ['10', '16.50', '165.00'],
    ['60', '15.00', '900.00'],
  ])('%s units cost %s each and %s in all', async (quantity, unitPrice, total) => {
    const { status, body } = await ask([{ sku: 'ESP-1K', quantity }]);
    expect(status).toBe(200);
    expect(body.lines).toMatchObject([
      {
        line: 1,
        sku: 'ESP-1K',
        quantity,
        unit_price: unitPrice,
        line_total: { amount: total, currency: 'EUR' },
        list: 'STANDARD-EUR',
        revision: 1,
        bands: null,
        ladder: [
          { min_quantity: '1', unit_price: '18.00' },
          { min_quantity: '10', unit_price: '16.50' },
          { min_quantity: '50', unit_price: '15.00' },
        ],
      },
    ]);
  });

  test('a module is priced by the list that names it', async () => {
    const { body } = await ask([{ sku: 'ESP-1K', quantity: '10', modules: [{ code: 'grinder-service' }] }]);
    expect(body.lines).toMatchObject([{ line_total: { amount: '176.00', currency: 'EUR' } }]);
  });

  test('a line that cannot be priced is a problem of that line alone', async () => {
    const { status, body } = await ask([
      { sku: 'ESP-1K', quantity: '1' },
      { sku: 'NOPE', quantity: '1' },
      { sku: 'ESP-250', quantity: '1' },
    ]);
    expect(status).toBe(200);
    expect(body.lines).toMatchObject([
      { unit_price: '18.00' },
      { line: 2, problem: { code: 'unknown_sku', title: 'There is no SKU NOPE' } },
      { line: 3, problem: { code: 'not_sold' } },
    ]);
  });

  test('before its start a list has no price', async () => {
    const { body } = await ask([{ sku: 'ESP-1K', quantity: '1' }], { at: '2027-01-15T08:59:59.999Z' });
    expect(body.lines).toMatchObject([{ problem: { code: 'not_sold' } }]);
  });

  test('a hundred lines take two statements beside the key', async () => {
    statements.length = 0;
    await ask(Array.from({ length: 100 }, () => ({ sku: 'ESP-1K', quantity: '1' })));
    expect(statements.length).toBe(3);
  });

  test.each([
    [
      'an unknown field',
      { currency: 'EUR', lines: [{ sku: 'ESP-1K', quantity: '1', colour: 'red' }] },
      'unknown_field',
    ],
    ['a quantity of zero', { currency: 'EUR', lines: [{ sku: 'ESP-1K', quantity: '0' }] }, 'invalid'],
    ['a currency nobody knows', { currency: 'XXZ', lines: [{ sku: 'ESP-1K', quantity: '1' }] }, 'invalid'],
  ])('%s is refused with its own code', async (_case, body, code) => {
    const reply = await api('POST', '/prices', body);
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ code, status: 422 });
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
  });

  test('a start in the past is refused, five minutes are forgiven', async () => {
    const revision = (starts_at: string) =>
      api('POST', '/price-lists/STANDARD-EUR/revisions', { starts_at, submit: true, entries: [] });
    expect(await revision('2027-01-15T08:54:59.999Z')).toMatchObject({ status: 422, body: { code: 'backdated' } });
    expect((await revision('2030-01-15T08:55:00Z')).status).toBe(201);
  });

  test('a key that is wrong, or none at all, writes nothing', async () => {
    expect((await apiWithKey(deps, 'tp_nonsense')('POST', '/prices', {})).status).toBe(401);
    expect((await apiWithKey(deps, null)('PUT', '/products/x', { title: 'X' })).status).toBe(401);
  });

  test('a call repeated under its idempotency key answers as it did, another one is refused', async () => {
    const key = { 'Idempotency-Key': 'abc' };
    const first = await api('PUT', '/products/filter', { title: 'Filter' }, key);
    const again = await api('PUT', '/products/filter', { title: 'Filter' }, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect((await api('PUT', '/products/filter', { title: 'Other' }, key)).body.code).toBe('idempotency_key_reused');
  });

  test.each([
    [['graduated', 'merge'], 'graduated_with_merge'],
    [['mix_and_match', 'graduated'], 'graduated_with_mix_and_match'],
    [['net', 'promotions'], 'net_with_promotions'],
  ])(
    'a list with the options %j, which no revision of it could have, is refused and stays as it was',
    async (options, code) => {
      const list = { kind: 'segment', currency: 'EUR', segment: 'cafes', priority: 10, options: ['lowest'] };
      expect((await api('PUT', '/price-lists/CAFES', list)).status).toBeLessThan(300);
      expect(await api('PUT', '/price-lists/CAFES', { options })).toMatchObject({ status: 422, body: { code } });
      expect((await api('GET', '/price-lists/CAFES')).body).toMatchObject({ options: ['lowest'] });
    },
  );

  test.each(['/products', '/price-lists', '/orders', '/quotes', '/purchase-orders'])(
    'a cursor of %s that was cut is refused, never answered with the first page',
    async (path) => {
      const { status, body } = await api('GET', `${path}?cursor=WyJhIiwi`);
      expect({ status, ...body }).toMatchObject({ status: 422, errors: [{ pointer: '/cursor' }] });
    },
  );

  test.each(['/orders', '/quotes', '/purchase-orders'])('a cursor of another list is refused by %s', async (path) => {
    const cursor = Buffer.from(JSON.stringify(['abc', 'def'])).toString('base64url');
    expect(await api('GET', `${path}?cursor=${cursor}`)).toMatchObject({ status: 422, body: { code: 'invalid' } });
  });
});
