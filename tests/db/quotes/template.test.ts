import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { storeScope } from '#app/domain/access/company-scope.ts';
import { quoteDocument } from '#app/documents/quote.server.ts';
import { printDocument } from '#app/documents/print-document.server.ts';
import { readQuote } from '#app/use-cases/quotes/read-quote.server.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { orders } from '#db/schema/orders.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { quoteOrders } from '#db/schema/quotes.ts';
import { takeTurn } from '#db/queries/quote-orders.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pdfPages } from '#tests/support/pdf-text.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';

const { db } = await testDatabase({ connections: 6 });
const world = await quoteWorld(db);
beforeEach(() => world.moveTo('2027-01-15T09:00:00.000Z'));

/** Until and including 31 March in Berlin. */
const until = '2027-03-31T22:00:00.000Z';
const offered = async (times: number, more: object = {}, request: object = {}) => {
  const id = await world.requested(request);
  const made = await world.offer(id, '16.00', { template: { times, until }, ...more });
  expect(made.body).toMatchObject({ version: 1, status: 'offered' });
  return id;
};
const ordersOf = (id: string) => db.$count(orders, eq(orders.quoteId, id));
const templateSeen = async (id: string) => (await world.seen(id)) as unknown as { template: unknown };

describe('a template for repeat orders', () => {
  test('is offered with its times and its end, and accepting it is the first order', async () => {
    const id = await offered(4);
    expect(await templateSeen(id)).toMatchObject({ template: { times: 4, until }, orders: [] });
    const first = await world.accept(id, 1);
    expect(first).toMatchObject({ status: 200, body: { order: expect.any(String) } });
    expect(await templateSeen(id)).toMatchObject({
      status: 'accepted',
      template: { times: 4, until, ordered: 1, left: 3, next_turn: 2 },
      orders: [{ turn: 1, order: first.body.order, by: people.buyer, status: 'placed' }],
    });
  });

  test('each order after it costs what was offered, freight included, whatever the lists say by then', async () => {
    const id = await offered(3, { freight: { amount: '12.00', currency: 'EUR' } });
    const first = await world.accept(id, 1);
    await world.setPrices('99.00', '2027-01-15T09:00:01.000Z');
    world.moveTo('2027-02-20T09:00:00Z');
    const second = await world.accept(id, 1);
    expect(second.body.order).not.toBe(first.body.order);
    const [a, b] = await Promise.all([first, second].map(({ body }) => world.api('GET', `/orders/${body.order}`)));
    expect(a?.body).toMatchObject({ total: { amount: '1018.00' }, freight: { amount: '12.00' } });
    for (const of of ['total', 'freight', 'tax', 'payable'] as const)
      expect((b?.body as Record<string, unknown>)[of]).toEqual((a?.body as Record<string, unknown>)[of]);
    await world.setPrices('18.00', '2027-02-20T09:00:01.000Z');
  });

  test('two clicks on the same order are one; two people at once take two turns and never a third of two', async () => {
    const id = await offered(3);
    await world.accept(id, 1);
    const same = await Promise.all([1, 2, 3].map(() => world.accept(id, 1, { turn: 2 })));
    expect(new Set(same.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await ordersOf(id)).toBe(2);
    const raced = await Promise.all([1, 2, 3, 4].map(() => world.accept(id, 1)));
    expect(raced.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect(raced.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'template_used_up',
      ...{ times: 3, ordered: 3, left: 0 },
    });
    expect(await ordersOf(id)).toBe(3);
  });

  test('the acceptance itself, twice at once, is one order where its turn is named', async () => {
    const id = await offered(3);
    const [one, two] = await Promise.all([world.accept(id, 1, { turn: 1 }), world.accept(id, 1, { turn: 1 })]);
    expect(one.body).toEqual(two.body);
    expect(await ordersOf(id)).toBe(1);
  });

  test('on its last day it is ordered, at midnight of the company no longer, and it says what was left', async () => {
    const id = await offered(4);
    await world.accept(id, 1);
    world.moveTo('2027-03-31T21:59:59.999Z');
    expect(await world.accept(id, 1)).toMatchObject({ status: 200 });
    world.moveTo(until);
    expect(await world.accept(id, 1)).toMatchObject({
      status: 409,
      body: { code: 'template_over', times: 4, ordered: 2, left: 2 },
    });
    expect(await ordersOf(id)).toBe(2);
  });

  test('only the lines that were accepted are ordered again', async () => {
    const id = await offered(2, { part_acceptance: true });
    await world.accept(id, 1, { lines: [2] });
    const again = await world.accept(id, 1);
    expect((await world.api('GET', `/orders/${again.body.order}`)).body).toMatchObject({
      total: { amount: '58.00' },
      lines: [{ sku: 'ESP-250' }],
    });
  });

  test('stock and credit are asked again each time, and a refusal takes no turn', async () => {
    const id = await offered(3);
    await world.accept(id, 1);
    await world.api('PUT', '/stock/ESP-250', { stock: '3' });
    expect(await world.accept(id, 1)).toMatchObject({ status: 409, body: { code: 'out_of_stock' } });
    await world.api('PUT', '/stock/ESP-250', { stock: '3000' });
    await world.api('PUT', '/companies/harbour-hotels', { credit_limit: { amount: '10.00', currency: 'EUR' } });
    expect(await world.accept(id, 1)).toMatchObject({ status: 409, body: { code: 'over_credit' } });
    await world.api('PUT', '/companies/harbour-hotels', { credit_limit: { amount: '900000.00', currency: 'EUR' } });
    expect(await templateSeen(id)).toMatchObject({ template: { ordered: 1, left: 2, next_turn: 2 } });
    expect(await world.accept(id, 1, { turn: 2 })).toMatchObject({ status: 200 });
  });

  test('where a rule asks somebody each turn is a purchase order; a rejected one gives its turn back', async () => {
    await world.putCompany('ruled', {
      approval_rules: [
        {
          name: 'Over 500',
          unit: 'hq',
          when: { amount_over: { amount: '500.00', currency: 'EUR' } },
          levels: [{ groups: [{ of: { role: 'approver' }, k: 1 }] }],
        },
      ],
    });
    const id = await offered(2, {}, { company: 'ruled' });
    const first = await world.accept(id, 1);
    const second = await world.accept(id, 1, { number: 'PO-AGAIN-2' });
    expect(second.body).toEqual({ purchase_order: expect.any(String) });
    expect(second.body).not.toEqual(first.body);
    expect(await world.accept(id, 1)).toMatchObject({ body: { code: 'template_used_up' } });
    const rejected = await world.api('POST', `/purchase-orders/${second.body.purchase_order}/rejections`, {
      ...{ as: people.approver, revision: 1, reason: 'Not this month' },
    });
    expect(rejected.status).toBe(200);
    expect(await templateSeen(id)).toMatchObject({ template: { ordered: 1, left: 1, next_turn: 3 } });
    expect(await world.accept(id, 1, { turn: 2 })).toEqual(second);
    expect((await world.accept(id, 1, { turn: 3 })).status).toBe(200);
    expect(await world.accept(id, 1)).toMatchObject({ body: { code: 'template_used_up' } });
    expect(await db.$count(purchaseOrders, eq(purchaseOrders.quoteId, id))).toBe(3);
  });

  test.each([
    ['the rep who made it', people.rep, 'not_yours'],
    ['a member of another company', people.stranger, 'not_yours'],
    ['a member who only looks', people.viewer, 'forbidden'],
  ])('is not ordered from by %s', async (_who, as, code) => {
    const id = await offered(2);
    await world.accept(id, 1);
    expect(await world.accept(id, 1, { as })).toMatchObject({ status: 403, body: { code } });
    expect(await ordersOf(id)).toBe(1);
  });

  test('an offer that is none is ordered once, however often it is accepted and whatever turn is named', async () => {
    const id = await world.requested();
    await world.offer(id);
    const first = await world.accept(id, 1);
    expect(await world.accept(id, 1)).toEqual(first);
    expect(await world.accept(id, 1, { turn: 2 })).toEqual(first);
    expect(await ordersOf(id)).toBe(1);
  });

  test('one that ends before the offer does is not offered, and an extension keeps it', async () => {
    const id = await world.requested();
    const short = { template: { times: 3, until: '2027-01-20T00:00:00Z' } };
    expect(await world.offer(id, '16.00', short)).toMatchObject({ status: 422, body: { code: 'template_too_short' } });
    expect(await world.offer(id, '16.00', { template: { times: 1, until } })).toMatchObject({ status: 422 });
    await world.offer(id, '16.00', { template: { times: 3, until } });
    await world.act(id, 'extensions', { as: people.rep, valid_until: '2027-02-10T00:00:00Z' });
    expect(await templateSeen(id)).toMatchObject({ version: 2, template: { times: 3, until } });
    expect(await world.act(id, 'extensions', { as: people.rep, valid_until: '2027-04-10T00:00:00Z' })).toMatchObject({
      body: { code: 'template_too_short' },
    });
  });

  test('beyond the limit its manager decides, and what goes out is the same template', async () => {
    const id = await world.requested();
    await world.offer(id, '15.00', { template: { times: 5, until } });
    expect(await templateSeen(id)).toMatchObject({ template: null });
    await world.act(id, 'approvals', { as: people.manager, version: 1 });
    expect(await templateSeen(id)).toMatchObject({ template: { times: 5, until } });
  });

  test('the database itself lets no turn be taken twice, skipped, taken too late or too often', async () => {
    const id = await offered(2);
    const first = await world.accept(id, 1);
    const [row] = await db.select().from(quoteOrders).where(eq(quoteOrders.quoteId, id));
    expect(row).toMatchObject({ turn: 1, isOrderedAtOnce: true });
    const take = (turn: number, at = '2027-01-15T09:00:00Z') =>
      db.transaction((tx) =>
        takeTurn(tx, { taken: { ...row!, turn, at: new Date(at), purchaseOrderId: other(turn) } }),
      );
    const other = (turn: number) => `00000000-0000-4000-8000-00000000000${turn}`;
    expect(await take(1)).toBe(false);
    expect(await take(3)).toBe(false);
    expect(await take(2, until)).toBe(false);
    await world.accept(id, 1);
    expect(await take(3)).toBe(false);
    expect(first.status).toBe(200);
  });

  test('its paper and its mail say how many, until when, and of what', async () => {
    const id = await offered(4);
    const seen = await readQuote(world.deps, { scope: storeScope(), id });
    const [version] = seen!.versions;
    const document = quoteDocument({ quote: seen!.quote, version: version!, locale: 'en', seller: [] });
    const text = pdfPages(await printDocument(document)).join('\n');
    expect(text).toContain('4 orders, until 31 Mar 2027');
    expect(text).toContain('Each order is of the accepted lines in these quantities');
    const [mail] = await db
      .select()
      .from(outboxEmails)
      .where(eq(outboxEmails.key, `quote:${id}:1:offered:${seen!.quote.buyerId}`));
    expect(mail?.props).toMatchObject({ times: '4', lastDay: '31 Mar 2027' });
  });
});
