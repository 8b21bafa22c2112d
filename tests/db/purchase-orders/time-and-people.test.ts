import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { begin } from '#app/use-cases/purchase-orders/place-purchase-order.server.ts';
import { readCredit } from '#db/queries/credit.server.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { orders } from '#db/schema/orders.ts';
import { invoices } from '#db/schema/invoices.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';

const { db } = await testDatabase({ connections: 4 });
const world = await purchaseOrderWorld(db);
const monday = '2027-01-18T09:00:00.000Z';
let companyId = '';

const people = [
  { email: 'ana@harbour.example', name: 'Ana', unit: 'pier-9', roles: ['buyer'] },
  { email: 'ben@harbour.example', name: 'Ben', unit: 'north', roles: ['approver'] },
  { email: 'admin@harbour.example', name: 'Aylin', unit: 'hq', roles: ['admin'] },
];
const rule = {
  name: 'Over 1,000',
  unit: 'hq',
  when: { amount_over: { amount: '1000.00', currency: 'EUR' } },
  levels: [{ groups: [{ of: { role: 'approver' }, k: 1 }], deadline_hours: 48 }],
};
const company = (changes: object = {}) =>
  world.putCompany('harbour-hotels', { members: people, approval_rules: [rule], delegations: [], ...changes });

beforeEach(async () => {
  world.moveTo(monday);
  companyId = await company();
});

const mailsTo = async (email: string, template: string) =>
  (await db.select().from(outboxEmails)).filter((mail) => mail.recipient === email && mail.template === template);
const askEverybody = async () => {
  for (const { id } of await db.execute<{ id: string }>(sql`select id from persons`)) await world.ask(id);
};

test('half way it is reminded of, at the end it is escalated, and at three times the deadline it expires', async () => {
  const id = await world.submitted();
  await askEverybody();
  const before = (await mailsTo('ben@harbour.example', 'approvals-waiting')).length;

  world.moveTo('2027-01-19T08:59:00.000Z');
  await world.sweep();
  await askEverybody();
  expect(await mailsTo('ben@harbour.example', 'approvals-waiting')).toHaveLength(before);

  world.moveTo('2027-01-19T09:00:00.000Z');
  await world.sweep();
  await askEverybody();
  await world.sweep();
  await askEverybody();
  expect(await mailsTo('ben@harbour.example', 'approvals-waiting')).toHaveLength(before + 1);

  expect((await world.seen(id)).waiting_for[0]?.people).toEqual(['ben@harbour.example']);
  world.moveTo('2027-01-20T09:00:00.000Z');
  await world.sweep();
  await askEverybody();
  expect((await world.seen(id)).waiting_for[0]?.people.sort()).toEqual([
    'admin@harbour.example',
    'ben@harbour.example',
  ]);
  expect(await mailsTo('admin@harbour.example', 'approvals-waiting')).toHaveLength(1);

  world.moveTo('2027-01-24T08:59:59.000Z');
  await world.sweep();
  expect((await world.seen(id)).status).toBe('awaiting_approval');
  world.moveTo('2027-01-24T09:00:00.000Z');
  expect(await world.approve(id, 'ben@harbour.example')).toMatchObject({ body: { code: 'not_pending' } });
  await world.sweep();
  expect((await world.seen(id)).status).toBe('expired');
  expect((await readCredit(db, { companyId }))?.reservedMinor).toBe(0n);
});

test('whoever waits for someone who left is blocked visibly, judged again when people come, and never approved by itself', async () => {
  const id = await world.submitted();
  await company({ members: people.slice(0, 1) });
  await world.judge(companyId);
  expect(await world.seen(id)).toMatchObject({ status: 'blocked', waiting_for: [{ people: [] }] });
  expect(await mailsTo('ana@harbour.example', 'purchase-order-news')).toMatchObject([
    {},
    { props: { news: 'blocked' } },
  ]);
  expect(await world.approve(id, 'ben@harbour.example')).toMatchObject({ body: { code: 'not_pending' } });

  await company();
  await world.judge(companyId);
  expect(await world.seen(id)).toMatchObject({
    status: 'awaiting_approval',
    waiting_for: [{ people: ['ben@harbour.example'] }],
  });
  expect(await world.approve(id, 'ben@harbour.example')).toMatchObject({ body: { status: 'approved' } });
});

test('rules changed meanwhile do not touch what was submitted', async () => {
  const id = await world.submitted();
  await company({ approval_rules: [] });
  await world.judge(companyId);
  expect(await world.seen(id)).toMatchObject({ status: 'awaiting_approval', waiting_for: [{ rule: 'Over 1,000' }] });
});

test('a placement that died after it began is finished by the sweep, once', async () => {
  const id = await world.submitted({ lines: [{ sku: 'ESP-1K', quantity: '10' }] });
  await begin(world.deps, { id });
  expect((await world.seen(id)).status).toBe('placing');
  await world.sweep();
  expect((await world.seen(id)).status).toBe('placing');
  world.moveTo('2027-01-18T09:02:00.000Z');
  await world.sweep();
  await world.sweep();
  expect((await world.seen(id)).status).toBe('placed');
  expect(await db.$count(orders, eq(orders.purchaseOrderId, id))).toBe(1);
  expect(await db.$count(invoices, eq(invoices.purchaseOrderId, id))).toBe(1);
});

test('what is no longer in stock is not placed, says so, and can be placed again once it is there', async () => {
  const id = await world.submitted({ lines: [{ sku: 'ESP-1K', quantity: '20' }] });
  await world.api('PUT', '/stock/ESP-1K', { stock: '5' });
  expect(await world.place(id)).toMatchObject({ ok: true, value: { status: 'failed' } });
  expect(await world.api('GET', `/purchase-orders/${id}`)).toMatchObject({ body: { failure: 'out_of_stock' } });
  await world.api('PUT', '/stock/ESP-1K', { stock: '5000' });
  expect(await world.place(id)).toMatchObject({ ok: true, value: { status: 'placed' } });
});

test('an approver of many documents gets a few mails in an hour, and every document is in one of them', async () => {
  const known = (await mailsTo('ben@harbour.example', 'approvals-waiting')).length;
  world.moveTo('2027-01-25T12:00:00.000Z');
  const numbers = Array.from({ length: 8 }, (_, index) => `MANY-${index}`);
  for (const number of numbers) {
    await world.submitted({ number });
    await askEverybody();
  }
  const mails = (await mailsTo('ben@harbour.example', 'approvals-waiting')).slice(known);
  expect(mails.length).toBeLessThanOrEqual(4);
  world.moveTo('2027-01-25T13:00:00.000Z');
  await world.sweep();
  const all = (await mailsTo('ben@harbour.example', 'approvals-waiting')).slice(known);
  expect(all).toHaveLength(mails.length + 1);
  const named = all.flatMap(({ props }) =>
    (props as { items: { number: string }[] }).items.map(({ number }) => number),
  );
  expect(named.filter((number) => number.startsWith('MANY-')).sort()).toEqual(numbers);
});
