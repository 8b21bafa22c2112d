import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { verifyTrail } from '#app/domain/purchase-orders/trail.ts';
import { sha256 } from '#app/use-cases/approvals/record-trail.server.ts';
import { verifyTrails } from '#app/use-cases/approvals/verify-trails.server.ts';
import { readCredit } from '#db/queries/credit.server.ts';
import { findTrailHead, listTrail } from '#db/queries/trail.server.ts';
import { trailEntries } from '#db/schema/approvals.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { orderLines, orders, stockReservations } from '#db/schema/orders.ts';
import { invoices } from '#db/schema/invoices.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';

const { db } = await testDatabase();
const world = await purchaseOrderWorld(db);
let companyId = '';

beforeAll(async () => {
  companyId = await world.putCompany();
});

const credit = async () => {
  const { openMinor, reservedMinor } = (await readCredit(db, { companyId })) ?? {};
  return { openMinor, reservedMinor };
};

test('a buyer submits on terms, the approvers of both levels release it, and it is an order with an invoice', async () => {
  const made = await world.create({ number: 'PO-7', cost_centre: 'BAR' });
  expect(made).toMatchObject({
    status: 201,
    body: { status: 'draft', revision: 1, number: 'PO-7', total: { amount: '1500.00', currency: 'EUR' }, order: null },
  });
  const { id } = made.body;

  const submitted = await world.submit(id);
  expect(submitted).toMatchObject({
    status: 200,
    body: {
      status: 'awaiting_approval',
      waiting_for: [
        { rule: 'Over 1,000', level: 1, needed: 1 },
        { rule: 'Spending limit', level: 1, needed: 1, people: ['admin@harbour.example'] },
      ],
    },
  });
  expect(submitted.body.waiting_for[0]?.people.sort()).toEqual([
    'ben@harbour.example',
    'cfo@harbour.example',
    'vp@harbour.example',
  ]);
  const payable = BigInt(submitted.body.payable.amount.replace('.', ''));
  expect(await credit()).toEqual({ openMinor: 0n, reservedMinor: payable });
  expect(await world.submit(id)).toMatchObject({ status: 200, body: { status: 'awaiting_approval', revision: 1 } });

  expect(await world.approve(id, 'ana@harbour.example')).toMatchObject({ status: 403, body: { code: 'own_request' } });
  expect(await world.approve(id, 'ben@harbour.example', 2)).toMatchObject({ body: { code: 'stale_revision' } });
  expect(await world.approve(id, 'ben@harbour.example')).toMatchObject({
    status: 200,
    body: { status: 'awaiting_approval', decisions: [{ by: 'ben@harbour.example', for: null, decision: 'approved' }] },
  });
  expect(await world.approve(id, 'ben@harbour.example')).toMatchObject({
    status: 409,
    body: { code: 'already_decided' },
  });
  expect(await world.approve(id, 'cfo@harbour.example')).toMatchObject({ body: { status: 'awaiting_approval' } });
  expect(await world.approve(id, 'vp@harbour.example')).toMatchObject({
    body: { status: 'awaiting_approval', waiting_for: [{ people: ['admin@harbour.example'] }] },
  });
  expect(await world.approve(id, 'admin@harbour.example')).toMatchObject({
    body: { status: 'approved', waiting_for: [] },
  });
  expect(await world.approve(id, 'admin@harbour.example')).toMatchObject({ body: { code: 'not_pending' } });

  expect(await world.place(id)).toMatchObject({ ok: true, value: { status: 'placed' } });
  const seen = await world.seen(id);
  expect(seen.status).toBe('placed');
  const [order] = await db
    .select()
    .from(orders)
    .where(eq(orders.id, seen.order ?? ''));
  expect(order).toMatchObject({ status: 'placed', terms: 'net30', totalMinor: 150000n, purchaseOrderId: id });
  expect(order?.payableMinor).toBe(payable);
  expect(await db.$count(orderLines, eq(orderLines.orderId, seen.order ?? ''))).toBe(1);
  expect(await db.select().from(stockReservations)).toMatchObject([{ status: 'committed', quantity: '100.000000' }]);
  expect(await db.select().from(invoices)).toMatchObject([
    { number: 'INV-2027-00001', payableMinor: payable, parts: [{ part: 'whole', dueOn: '2027-02-14' }] },
  ]);
  expect(await credit()).toEqual({ openMinor: payable, reservedMinor: 0n });
  expect(await world.place(id)).toEqual({ ok: true, value: { orderId: seen.order, status: 'placed' } });
  expect(await db.$count(orders)).toBe(1);
});

test('its trail names every act, and shows tampering', async () => {
  const [head] = (await db.execute<{ id: string }>(sql`select document_id as id from trail_heads limit 1`)) as {
    id: string;
  }[];
  const documentId = head?.id ?? '';
  const entries = await listTrail(db, { documentId });
  expect(entries.map(({ event }) => event)).toEqual([
    'created',
    'submitted',
    'approval_given',
    'approval_given',
    'approval_given',
    'approval_given',
    'approved',
    'placed',
  ]);
  const end = await findTrailHead(db, { documentId });
  expect(verifyTrail(documentId, entries, end, sha256)).toEqual({ isIntact: true, entries: 8 });
  await expect(
    db.update(trailEntries).set({ event: 'rejected' }).where(eq(trailEntries.documentId, documentId)),
  ).rejects.toThrow();
  await expect(db.delete(trailEntries)).rejects.toThrow();

  expect(await verifyTrails(world.deps)).toEqual({ documents: 1, broken: [] });
  await db.execute(sql`alter table trail_entries disable trigger trail_entries_only_grow`);
  await db.update(trailEntries).set({ event: 'rejected' }).where(eq(trailEntries.number, 3));
  expect(await verifyTrails(world.deps)).toEqual({
    documents: 1,
    broken: [{ document: documentId, number: 3, because: 'altered' }],
  });
  await db.update(trailEntries).set({ event: 'approval_given' }).where(eq(trailEntries.number, 3));
  await db.execute(sql`alter table trail_entries enable trigger trail_entries_only_grow`);
});

test('approvers and requester are written to, in mails that name the purchase order', async () => {
  const waiting = await world.submitted({ number: 'PO-8' });
  const people = await db.execute<{ id: string; email: string }>(sql`select id, email from persons`);
  for (const { id } of people) await world.ask(id);
  const mails = await db.select().from(outboxEmails);
  const to = (recipient: string, template: string) =>
    mails.filter((mail) => mail.recipient === recipient && mail.template === template);
  expect(to('ana@harbour.example', 'purchase-order-news')).toMatchObject([
    { props: { news: 'placed', number: 'PO-7' } },
  ]);
  expect(to('ben@harbour.example', 'approvals-waiting')).toMatchObject([{ props: { items: [{ number: 'PO-8' }] } }]);
  expect(to('admin@harbour.example', 'approvals-waiting')).toHaveLength(1);
  expect(to('ana@harbour.example', 'approvals-waiting')).toHaveLength(0);
  expect((await world.seen(waiting)).status).toBe('awaiting_approval');
});

test('below every limit nobody is asked, and the trail says which rules were looked at', async () => {
  const id = await world.submitted({ lines: [{ sku: 'ESP-1K', quantity: '10' }] });
  expect(await world.seen(id)).toMatchObject({ status: 'approved', total: { amount: '165.00' }, waiting_for: [] });
  const entries = await listTrail(db, { documentId: id });
  expect(entries[1]?.facts).toMatchObject({ rules: [{ matches: false }, { matches: false }] });
});
