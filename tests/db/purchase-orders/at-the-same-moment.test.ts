import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { readCredit } from '#db/queries/credit.server.ts';
import { orders, stockReservations } from '#db/schema/orders.ts';
import { invoices } from '#db/schema/invoices.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';

const { db } = await testDatabase({ connections: 12 });
const world = await purchaseOrderWorld(db);
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const approvers = Array.from({ length: 20 }, (_, index) => `approver-${index}@harbour.example`);
let companyId = '';

beforeAll(async () => {
  companyId = await world.putCompany('harbour-hotels', {
    members: [
      { email: 'ana@harbour.example', name: 'Ana', unit: 'pier-9', roles: ['buyer'] },
      { email: 'admin@harbour.example', name: 'Aylin', unit: 'hq', roles: ['admin'] },
      ...approvers.map((email) => ({ email, name: email, unit: 'hq', roles: ['approver'] })),
    ],
    cost_centres: [{ code: 'BAR', owner: null, budget: { ...eur('2000.00'), period: 'month' } }],
    approval_rules: [
      {
        name: 'Everyone',
        unit: 'hq',
        when: { amount_over: eur('1000.00') },
        levels: [{ groups: [{ of: { role: 'approver' }, k: 'all' }] }],
      },
    ],
    delegations: [],
    credit_limit: eur('4000.00'),
  });
});

const reserved = async () => (await readCredit(db, { companyId }))?.reservedMinor;
const codes = (answers: { status: number; body: { code?: string } }[]) =>
  answers.map(({ status, body }) => (status === 200 ? 'ok' : body.code)).sort();

test('twenty approvers decide at once: twenty decisions, one approval, one placement', async () => {
  const id = await world.submitted();
  const answers = await Promise.all(approvers.map((as) => world.approve(id, as)));
  expect(codes(answers)).toEqual(approvers.map(() => 'ok'));
  const seen = await world.seen(id);
  expect(seen.status).toBe('approved');
  expect(seen.decisions).toHaveLength(20);
  const approved = await db.execute(sql`select 1 from trail_entries where document_id = ${id} and event = 'approved'`);
  expect(approved).toHaveLength(1);

  const placed = await Promise.all(Array.from({ length: 5 }, () => world.place(id)));
  expect(new Set(placed.map((each) => (each.ok ? each.value.orderId : each.code))).size).toBe(1);
  expect(await db.$count(orders)).toBe(1);
  expect(await db.$count(invoices)).toBe(1);
  expect(await db.$count(stockReservations)).toBe(1);
});

test('one approver twenty times at once is one decision', async () => {
  const id = await world.submitted();
  const [as = ''] = approvers;
  const answers = await Promise.all(approvers.map(() => world.approve(id, as)));
  expect(codes(answers)).toEqual([...approvers.slice(1).map(() => 'already_decided'), 'ok']);
  await world.act(id, 'cancellation', { as: 'ana@harbour.example' });
});

test('the last approval against a cancellation ends in one of the two, and the loser hears which', async () => {
  for (let round = 0; round < 2; round += 1) {
    const id = await world.submitted();
    for (const as of approvers.slice(1)) await world.approve(id, as);
    const [approval, cancellation] = await Promise.all([
      world.approve(id, approvers[0] ?? ''),
      world.act(id, 'cancellation', { as: 'ana@harbour.example' }),
    ]);
    // approved may still be cancelled before it is placed; what is cancelled is approved by nobody
    expect(cancellation.status).toBe(200);
    expect(approval.status === 200 || approval.body.code === 'not_pending').toBe(true);
    expect((await world.seen(id)).status).toBe('cancelled');
  }
  expect(await reserved()).toBe(0n);
});

test('a cancellation against placement ends in one of the two, with credit to match', async () => {
  const before = await readCredit(db, { companyId });
  const id = await world.submitted({ lines: [{ sku: 'ESP-1K', quantity: '10' }] });
  const [cancelled, placed] = await Promise.all([
    world.act(id, 'cancellation', { as: 'ana@harbour.example' }),
    world.place(id),
  ]);
  const { status } = await world.seen(id);
  const after = await readCredit(db, { companyId });
  expect(['cancelled', 'placed']).toContain(status);
  expect(after?.reservedMinor).toBe(0n);
  if (status === 'cancelled') {
    expect(placed).toMatchObject({ ok: false, code: 'wrong_state' });
    expect(after?.openMinor).toBe(before?.openMinor);
  } else expect(cancelled).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
});

test('of two orders for the last of a budget one is submitted', async () => {
  const drafts = await Promise.all([world.create({ cost_centre: 'BAR' }), world.create({ cost_centre: 'BAR' })]);
  const answers = await Promise.all(drafts.map(({ body }) => world.submit(body.id)));
  expect(codes(answers)).toEqual(['ok', 'over_budget']);
  for (const { body } of drafts) await world.act(body.id, 'cancellation', { as: 'ana@harbour.example' });
  expect(await reserved()).toBe(0n);
});

test('of many orders for the last of the credit as many are submitted as it holds', async () => {
  const before = await readCredit(db, { companyId });
  const drafts = await Promise.all(Array.from({ length: 6 }, () => world.create()));
  const answers = await Promise.all(drafts.map(({ body }) => world.submit(body.id)));
  const payable = BigInt(drafts[0]?.body.payable.amount.replace('.', '') ?? '0');
  const fits = Number((400_000n - (before?.openMinor ?? 0n)) / payable);
  expect(fits).toBeGreaterThan(0);
  expect(codes(answers)).toEqual([
    ...Array.from({ length: fits }, () => 'ok'),
    ...Array.from({ length: 6 - fits }, () => 'over_credit'),
  ]);
  expect(await reserved()).toBe(payable * BigInt(fits));
});

test('the last approval against a change: it counts for the revision that was seen, or is told that it is stale', async () => {
  await world.api('PUT', '/companies/harbour-hotels', { credit_limit: eur('40000.00') });
  for (let round = 0; round < 2; round += 1) {
    const id = await world.submitted();
    for (const as of approvers.slice(1)) await world.approve(id, as);
    const [approval, change] = await Promise.all([
      world.approve(id, approvers[0] ?? ''),
      world.api('PUT', `/purchase-orders/${id}`, {
        as: 'ana@harbour.example',
        lines: [{ line: 1, sku: 'ESP-1K', quantity: '110' }],
      }),
    ]);
    const seen = await world.seen(id);
    if (approval.status === 200) {
      expect(change).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
      expect(seen).toMatchObject({ status: 'approved', revision: 1 });
    } else {
      expect(change.status).toBe(200);
      expect(approval).toMatchObject({
        status: 409,
        body: { code: expect.stringMatching(/^(not_pending|stale_revision)$/) as string },
      });
      expect(approval.body).toMatchObject({ state: 'draft', revision: 2 });
      expect(seen).toMatchObject({ status: 'draft', revision: 2 });
    }
    await world.act(id, 'cancellation', { as: 'ana@harbour.example' });
  }
});

test('the last approval against expiry ends in one of the two, and gives back what was held', async () => {
  const id = await world.submitted();
  for (const as of approvers.slice(1)) await world.approve(id, as);
  world.moveTo('2027-01-24T09:00:00.000Z');
  const [approval] = await Promise.all([world.approve(id, approvers[0] ?? ''), world.sweep()]);
  expect(approval).toMatchObject({ status: 409, body: { code: 'not_pending' } });
  expect(await world.seen(id)).toMatchObject({ status: 'expired' });
  expect(await reserved()).toBe(0n);
});
