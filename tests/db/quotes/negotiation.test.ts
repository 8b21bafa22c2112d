import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { orderLines, orders } from '#db/schema/orders.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { quoteVersions, quotes } from '#db/schema/quotes.ts';
import { testDatabase } from '#tests/support/database.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';

const { db } = await testDatabase({ connections: 6 });
const world = await quoteWorld(db);
const start = '2027-01-15T09:00:00.000Z';

beforeEach(() => world.moveTo(start));

describe('from asking to an order', () => {
  test('asked, offered, countered, offered again and accepted: one order at the offered prices', async () => {
    const made = await world.request();
    expect(made).toMatchObject({
      status: 201,
      body: { status: 'requested', version: null, total: null, lines: [{ line: 1 }, { line: 2 }] },
    });
    const { id } = made.body;
    expect(await world.offer(id, '16.00')).toMatchObject({ status: 201, body: { version: 1, status: 'offered' } });
    expect(await world.seen(id)).toMatchObject({
      status: 'offered',
      version: 1,
      total: { amount: '1018.00', currency: 'EUR' },
      lines: [
        { line: 1, sku: 'ESP-1K', quantity: '60', unit_price: '16.00', line_total: { amount: '960.00' } },
        { line: 2, unit_price: '5.80' },
      ],
    });
    expect(await world.counter(id, 1, '15.00')).toMatchObject({
      status: 201,
      body: { status: 'countered', counters: [{ version: 1, lines: [{ line: 1, unit_price: '15.00' }] }] },
    });
    expect(await world.offer(id, '15.50')).toMatchObject({ status: 201, body: { version: 2, status: 'offered' } });
    expect(await world.accept(id, 1)).toMatchObject({
      status: 409,
      body: { code: 'stale_version', newest_version: 2 },
    });
    const accepted = await world.accept(id, 2);
    expect(accepted).toMatchObject({ status: 200, body: { order: expect.any(String) } });
    expect(await world.accept(id, 2)).toEqual(accepted);
    expect(await world.seen(id)).toMatchObject({ status: 'accepted', order: accepted.body.order });
    const [order] = await db.select().from(orders).where(eq(orders.quoteId, id));
    expect(order).toMatchObject({ totalMinor: 98_800n, channel: 'quote', terms: 'net30' });
    expect(
      (
        await db
          .select()
          .from(orderLines)
          .where(eq(orderLines.orderId, order?.id ?? ''))
      ).map((line) => line.unitPrice),
    ).toEqual(['15.500000', '5.800000']);
  });

  test('where a rule of the company asks somebody it becomes a purchase order, at the offered price', async () => {
    const company = await world.putCompany('ruled', {
      approval_rules: [
        {
          name: 'Over 500',
          unit: 'hq',
          when: { amount_over: { amount: '500.00', currency: 'EUR' } },
          levels: [{ groups: [{ of: { role: 'approver' }, k: 1 }] }],
        },
      ],
    });
    const id = await world.requested({ company: 'ruled' });
    await world.offer(id, '16.00', { freight: { amount: '12.00', currency: 'EUR' } });
    const accepted = await world.accept(id, 1, { number: 'PO-Q-1', cost_centre: 'BAR' });
    expect(accepted).toMatchObject({ status: 200, body: { purchase_order: expect.any(String) } });
    expect(await world.accept(id, 1)).toEqual(accepted);
    const order = await world.api('GET', `/purchase-orders/${accepted.body.purchase_order}`);
    expect(order.body).toMatchObject({
      number: 'PO-Q-1',
      status: 'awaiting_approval',
      total: { amount: '1018.00' },
      freight: { amount: '12.00' },
      lines: [{ unit_price: '16.00' }, { unit_price: '5.80' }],
    });
    expect(await db.$count(purchaseOrders, eq(purchaseOrders.companyId, company))).toBe(1);
  });

  test('what lists do after the offer changes neither its prices nor its freight', async () => {
    const id = await world.requested();
    await world.offer(id, '16.00');
    const before = await world.seen(id);
    await world.api('POST', '/price-lists/STANDARD-EUR/revisions', {
      starts_at: '2027-01-15T09:00:01.000Z',
      submit: true,
      entries: [
        { sku: 'ESP-1K', unit_price: '99.00' },
        { sku: 'ESP-250', unit_price: '99.00' },
      ],
    });
    world.moveTo('2027-01-16T09:00:00Z');
    const accepted = await world.accept(id, 1);
    const { body } = await world.api('GET', `/orders/${accepted.body.order}`);
    expect(body).toMatchObject({ total: before.total, payable: (before as unknown as { payable: object }).payable });
    await world.api('POST', '/price-lists/STANDARD-EUR/revisions', {
      starts_at: '2027-01-16T09:00:01.000Z',
      submit: true,
      entries: [
        { sku: 'ESP-1K', unit_price: '18.00' },
        { sku: 'ESP-250', unit_price: '6.00' },
      ],
    });
  });

  test('two acceptances at the same moment are one order', async () => {
    const id = await world.requested();
    await world.offer(id, '16.00');
    const [one, two] = await Promise.all([world.accept(id, 1), world.accept(id, 1)]);
    expect(one.body).toEqual(two.body);
    expect(await db.$count(orders, eq(orders.quoteId, id))).toBe(1);
  });

  test('part of an offer is accepted by whole lines where it says so, and freight stays as offered', async () => {
    const whole = await world.requested();
    await world.offer(whole, '16.00');
    expect(await world.accept(whole, 1, { lines: [1] })).toMatchObject({
      status: 409,
      body: { code: 'part_not_allowed' },
    });
    const id = await world.requested();
    await world.offer(id, '16.00', { part_acceptance: true, freight: { amount: '20.00', currency: 'EUR' } });
    expect(await world.accept(id, 1, { lines: [7] })).toMatchObject({ body: { code: 'no_such_line' } });
    const accepted = await world.accept(id, 1, { lines: [2] });
    expect((await world.api('GET', `/orders/${accepted.body.order}`)).body).toMatchObject({
      total: { amount: '58.00' },
      freight: { amount: '20.00' },
      lines: [{ sku: 'ESP-250' }],
    });
  });
});

describe('who may do what', () => {
  test('an offer beyond the limit reaches the buyer only after a manager', async () => {
    const id = await world.requested();
    expect(await world.offer(id, '15.29')).toMatchObject({
      status: 201,
      body: { version: 1, status: 'awaiting_approval' },
    });
    const seen = await world.seen(id);
    expect(seen).toMatchObject({ version: null, total: null });
    expect(JSON.stringify(seen)).not.toContain('15.29');
    expect(await world.accept(id, 1)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    expect(await world.act(id, 'approvals', { as: people.rep, version: 1 })).toMatchObject({
      status: 403,
      body: { code: 'own_request' },
    });
    expect(await world.act(id, 'approvals', { as: people.rep2, version: 1 })).toMatchObject({
      body: { code: 'not_an_approver' },
    });
    expect(await world.act(id, 'approvals', { as: people.manager, version: 1 })).toMatchObject({
      status: 200,
      body: { status: 'offered', version: 1 },
    });
    expect(await world.accept(id, 1)).toMatchObject({ status: 200 });
  });

  test('at the limit a rep may alone: 15 % off, and a margin of 20 %', async () => {
    const id = await world.requested();
    expect(await world.offer(id, '15.30')).toMatchObject({ body: { status: 'offered' } });
  });

  test('below the margin floor the manager decides, whatever the discount', async () => {
    await world.api('PUT', '/products/house-espresso', {
      title: 'House Espresso',
      variants: [{ sku: 'ESP-250', options: { Size: '250 g' }, cost: { EUR: '5.00' } }],
    });
    const id = await world.requested();
    const lines = world.offerLines('17.00', '5.99');
    expect(await world.offer(id, '', { lines })).toMatchObject({ body: { status: 'awaiting_approval' } });
    await world.api('PUT', '/products/house-espresso', {
      title: 'House Espresso',
      variants: [{ sku: 'ESP-250', options: { Size: '250 g' }, cost: { EUR: '3.07' } }],
    });
  });

  test('a manager’s own offer needs nobody; what they return goes back to the rep with its reason', async () => {
    const id = await world.requested();
    expect(await world.offer(id, '10.00', { as: people.manager })).toMatchObject({ body: { status: 'offered' } });
    const other = await world.requested();
    await world.offer(other, '10.00');
    expect(await world.act(other, 'returns', { as: people.manager, version: 1 })).toMatchObject({
      body: { code: 'reason_required' },
    });
    expect(await world.act(other, 'returns', { as: people.manager, version: 1, reason: 'Too low' })).toMatchObject({
      body: { status: 'in_work', version: null },
    });
    expect(await world.offer(other, '16.00')).toMatchObject({ body: { version: 2, status: 'offered' } });
    expect(await world.accept(other, 1)).toMatchObject({ body: { code: 'stale_version' } });
  });

  test('another portfolio is not theirs: not to offer, not to reject', async () => {
    const id = await world.requested();
    expect(await world.offer(id, '16.00', { as: people.rep2 })).toMatchObject({
      status: 403,
      body: { code: 'not_yours' },
    });
    expect(await world.act(id, 'rejection', { as: people.rep2, reason: 'no' })).toMatchObject({ status: 403 });
    const open = await world.requested({ company: 'elsewhere', as: people.stranger });
    expect(await world.offer(open, '16.00', { as: people.rep2 })).toMatchObject({ body: { status: 'offered' } });
  });

  test.each([
    ['the rep who made it', people.rep, 'not_yours'],
    ['a member of another company', people.stranger, 'not_yours'],
    ['a member who only looks', people.viewer, 'forbidden'],
  ])('an offer is not accepted by %s', async (_who, as, code) => {
    const id = await world.requested();
    await world.offer(id, '16.00');
    expect(await world.accept(id, 1, { as })).toMatchObject({ status: 403, body: { code } });
    expect((await world.seen(id)).status).toBe('offered');
  });
});

describe('time and endings', () => {
  test('at its last moment an offer is over, whether or not the sweep has been', async () => {
    const id = await world.requested();
    await world.offer(id, '16.00', { valid_until: '2027-01-20T00:00:00Z' });
    world.moveTo('2027-01-20T00:00:00Z');
    expect(await world.seen(id)).toMatchObject({ status: 'expired' });
    expect(await world.accept(id, 1)).toMatchObject({ status: 409, body: { code: 'expired' } });
    expect(await world.counter(id, 1, '15.00')).toMatchObject({ body: { code: 'expired' } });
    await world.sweep();
    const [row] = await db.select({ status: quotes.status }).from(quotes).where(eq(quotes.id, id));
    expect(row?.status).toBe('expired');
    expect(await world.accept(id, 1)).toMatchObject({ body: { code: 'expired' } });
    expect(await world.offer(id, '16.00')).toMatchObject({ body: { code: 'wrong_state' } });
  });

  test('an extension is a version of its own; the old one is no longer accepted', async () => {
    const id = await world.requested();
    await world.offer(id, '16.00', { valid_until: '2027-01-20T00:00:00Z' });
    const extended = await world.act(id, 'extensions', { as: people.rep, valid_until: '2027-03-01T00:00:00Z' });
    expect(extended).toMatchObject({ status: 201, body: { version: 2, valid_until: '2027-03-01T00:00:00.000Z' } });
    expect(await world.accept(id, 1)).toMatchObject({ body: { code: 'stale_version' } });
    world.moveTo('2027-02-01T00:00:00Z');
    expect(await world.accept(id, 2)).toMatchObject({ status: 200 });
  });

  test('a validity that is over cannot be offered', async () => {
    const id = await world.requested();
    expect(await world.offer(id, '16.00', { valid_until: start })).toMatchObject({
      status: 422,
      body: { code: 'validity_past' },
    });
  });

  test('stock and credit are asked again, and a refused acceptance leaves nothing behind', async () => {
    const id = await world.requested({ lines: [{ sku: 'ESP-250', quantity: '25' }] });
    await world.offer(id, '', { lines: [{ sku: 'ESP-250', quantity: '25', unit_price: '5.90' }] });
    await world.api('PUT', '/stock/ESP-250', { stock: '3' });
    const before = await db.$count(purchaseOrders);
    expect(await world.accept(id, 1)).toMatchObject({
      status: 409,
      body: { code: 'out_of_stock', lines: [{ line: 1, sku: 'ESP-250' }] },
    });
    await world.api('PUT', '/stock/ESP-250', { stock: '3000' });
    await world.api('PUT', '/companies/harbour-hotels', { credit_limit: { amount: '10.00', currency: 'EUR' } });
    expect(await world.accept(id, 1)).toMatchObject({ status: 409, body: { code: 'over_credit' } });
    expect(await db.$count(purchaseOrders)).toBe(before);
    expect((await world.seen(id)).status).toBe('offered');
    await world.api('PUT', '/companies/harbour-hotels', { credit_limit: { amount: '900000.00', currency: 'EUR' } });
  });

  test('withdrawn, declined and rejected are the end', async () => {
    const withdrawn = await world.requested();
    expect(await world.act(withdrawn, 'withdrawal', { as: people.buyer })).toMatchObject({
      body: { status: 'withdrawn' },
    });
    expect(await world.offer(withdrawn)).toMatchObject({ body: { code: 'wrong_state' } });
    const declined = await world.requested();
    await world.offer(declined);
    expect(await world.act(declined, 'decline', { as: people.buyer, version: 1, reason: 'Too dear' })).toMatchObject({
      body: { status: 'declined', closed_reason: 'Too dear' },
    });
    expect(await world.accept(declined, 1)).toMatchObject({ body: { code: 'wrong_state' } });
    const rejected = await world.requested();
    expect(await world.act(rejected, 'rejection', { as: people.rep, reason: 'Not made any more' })).toMatchObject({
      body: { status: 'rejected' },
    });
  });

  test('a version that was written never changes, not even by hand', async () => {
    const id = await world.requested();
    await world.offer(id);
    await expect(
      db.update(quoteVersions).set({ totalMinor: 1n }).where(eq(quoteVersions.quoteId, id)),
    ).rejects.toThrow();
    await expect(db.delete(quoteVersions).where(eq(quoteVersions.quoteId, id))).rejects.toThrow();
  });

  test('quotes are told a page at a time, newest first, each once', async () => {
    const told: string[] = [];
    let cursor = '';
    for (let page = 0; page < 50; page += 1) {
      const { body } = await world.api('GET', `/quotes?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      told.push(...(body.items as { id: string }[]).map(({ id }) => id));
      if (body.next_cursor === null) break;
      cursor = body.next_cursor as string;
    }
    expect(new Set(told).size).toBe(told.length);
    expect(told.length).toBe(await db.$count(quotes));
  });
});
