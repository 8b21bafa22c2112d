import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { readCredit } from '#db/queries/credit.server.ts';
import { stockLevels, variants } from '#db/schema/catalog.ts';
import { orders } from '#db/schema/orders.ts';
import { budgetUses } from '#db/schema/purchase-orders.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';

const { db } = await testDatabase({ connections: 4 });
const world = await purchaseOrderWorld(db);
const ana = 'ana@harbour.example';
let companyId = '';

type Preview = {
  preview_version: string;
  differences: boolean;
  code?: string;
  total: { amount: string };
  order?: string;
  purchase_order?: string;
  undo_until?: string;
  lines: { line: number; sku: string; quantity: string; status: string; also: string[]; then: string; now: string }[];
};

const reorders = async (order: string, body: object) => {
  const answer = await world.api('POST', `/orders/${order}/reorders`, { as: ana, ...body });
  return { status: answer.status, body: answer.body as unknown as Preview };
};
const preview = async (order: string) => (await reorders(order, { preview: true })).body;
const product = (sku: string, more: object = {}) =>
  world.api('PUT', `/products/${sku.toLowerCase()}`, {
    title: sku,
    options: [],
    variants: [{ sku, options: {}, stock: '500', tax_class: 'standard', ...more }],
  });
const priced = async (prices: Record<string, string>) => {
  world.moveTo(new Date(world.at().getTime() + 60_000).toISOString());
  const entries = Object.entries(prices).map(([sku, price]) => ({ sku, min_quantity: '1', unit_price: price }));
  const made = await world.api('POST', '/price-lists/STANDARD-EUR/revisions', {
    starts_at: world.at().toISOString(),
    submit: true,
    entries,
  });
  expect(made.status).toBe(201);
};
const ordered = async (lines: object[]) => {
  const id = await world.submitted({ lines });
  await world.place(id);
  const { order } = await world.seen(id);
  if (!order) throw new Error('not placed');
  return order;
};
const count = async () => (await db.select({ id: orders.id }).from(orders)).length;
const onHand = async (sku: string) => {
  const [row] = await db
    .select({ onHand: stockLevels.onHand })
    .from(stockLevels)
    .innerJoin(variants, eq(variants.id, stockLevels.variantId))
    .where(eq(variants.sku, sku));
  return Number(row?.onHand);
};

const spent = async () => {
  const uses = await db.select().from(budgetUses).where(eq(budgetUses.status, 'spent'));
  return uses.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
};

beforeAll(async () => {
  companyId = await world.putCompany('harbour-hotels', { approval_rules: [] });
  for (const sku of ['CUP', 'BEAN', 'MILK']) await product(sku);
  await priced({ CUP: '2.00', BEAN: '10.00', MILK: '1.50', 'ESP-1K': '18.00' });
});

test('a past order that costs the same is previewed without differences and placed on terms, once', async () => {
  const past = await ordered([{ sku: 'BEAN', quantity: '10' }]);
  const shown = await preview(past);
  expect(shown).toMatchObject({
    differences: false,
    total: { amount: '100.00' },
    lines: [{ line: 1, sku: 'BEAN', quantity: '10', status: 'same', also: [], then: '10.00', now: '10.00' }],
  });
  const stock = await onHand('BEAN');
  const before = await count();
  const commit = { preview_version: shown.preview_version };
  const answers = await Promise.all([reorders(past, commit), reorders(past, commit), reorders(past, commit)]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const last = await reorders(past, commit);
  expect(last.body.order).toBeTruthy();
  expect(last.body.undo_until).toBe(new Date(world.at().getTime() + 30 * 60_000).toISOString());
  expect(await count()).toBe(before + 1);
  expect(await onHand('BEAN')).toBe(stock - 10);
});

test('cheaper since the preview is placed at the lower price; dearer is answered with a fresh preview', async () => {
  const past = await ordered([{ sku: 'CUP', quantity: '20' }]);
  const shown = await preview(past);
  await priced({ CUP: '1.80', BEAN: '10.00', MILK: '1.50' });
  const cheaper = await reorders(past, { preview_version: shown.preview_version });
  expect(cheaper.status).toBe(201);
  const placed = await world.api('GET', `/orders/${cheaper.body.order ?? ''}`);
  expect(placed.body).toMatchObject({ total: { amount: '36.00' } });

  const again = await preview(past);
  expect(again.lines[0]).toMatchObject({ status: 'repriced', then: '2.00', now: '1.80' });
  await priced({ CUP: '2.50', BEAN: '10.00', MILK: '1.50' });
  const before = await count();
  const dearer = await reorders(past, { preview_version: again.preview_version });
  expect(dearer).toMatchObject({
    status: 409,
    body: { code: 'preview_stale', lines: [{ status: 'repriced', then: '2.00', now: '2.50' }] },
  });
  expect(await count()).toBe(before);
  const fresh = await reorders(past, { preview_version: dearer.body.preview_version });
  expect(fresh.status).toBe(201);
});

test('something discontinued offers its successor, which is taken only when chosen; the rest follows choices', async () => {
  await product('OLD');
  await product('NEW');
  await priced({ CUP: '2.00', BEAN: '10.00', MILK: '1.50', OLD: '5.00', NEW: '6.00' });
  const past = await ordered([
    { sku: 'OLD', quantity: '4' },
    { sku: 'MILK', quantity: '100' },
    { sku: 'BEAN', quantity: '1' },
  ]);
  await product('OLD', { status: 'discontinued', replaced_by: 'NEW' });
  await world.api('PUT', '/stock/MILK', { stock: '30' });
  await product('BEAN', { status: 'discontinued' });
  const shown = await preview(past);
  expect(shown).toMatchObject({
    differences: true,
    lines: [
      { sku: 'OLD', status: 'successor_offered', successor: 'NEW', quantity: '4', now: '6.00' },
      { sku: 'MILK', status: 'quantity_adjusted', quantity: '30' },
      { sku: 'BEAN', status: 'gone', now: null },
    ],
  });
  const { preview_version } = shown;
  const open = await reorders(past, { preview_version });
  expect(open).toMatchObject({
    status: 409,
    body: { code: 'choice_needed', differences: true, lines: [{ status: 'successor_offered', choice: null }, {}, {}] },
  });
  expect(open.body.preview_version).not.toBe(preview_version);
  expect(await reorders(past, { preview_version, choices: [{ line: 3, take: 'wait' }] })).toMatchObject({
    status: 422,
    body: { code: 'choice_impossible' },
  });
  const done = await reorders(past, {
    preview_version,
    choices: [
      { line: 1, take: 'successor' },
      { line: 2, take: 'less', quantity: '12' },
    ],
  });
  expect(done.status).toBe(201);
  expect((await world.api('GET', `/orders/${done.body.order ?? ''}`)).body).toMatchObject({
    total: { amount: '42.00' },
    lines: [
      { line: 1, sku: 'NEW', quantity: '4' },
      { line: 2, sku: 'MILK', quantity: '12' },
    ],
  });
  await product('BEAN');
  await world.api('PUT', '/stock/MILK', { stock: '500' });
});

test('what the rules of the company ask to approve waits for it; a lapse of credit orders nothing', async () => {
  const past = await ordered([{ sku: 'CUP', quantity: '100' }]);
  await world.putCompany('harbour-hotels');
  await priced({ CUP: '12.00', BEAN: '10.00', MILK: '1.50' });
  const shown = await preview(past);
  const done = await reorders(past, { preview_version: shown.preview_version });
  expect(done).toMatchObject({ status: 201 });
  expect(done.body.order).toBeUndefined();
  expect(await world.seen(done.body.purchase_order ?? '')).toMatchObject({
    status: 'awaiting_approval',
    total: { amount: '1200.00' },
  });
  await world.putCompany('harbour-hotels', { credit_limit: { amount: '1.00', currency: 'EUR' } });
  const credit = await readCredit(db, { companyId });
  const next = await preview(past);
  expect(await reorders(past, { preview_version: next.preview_version })).toMatchObject({
    status: 409,
    body: { code: 'over_credit' },
  });
  expect(await readCredit(db, { companyId })).toEqual(credit);
  expect((await world.api('GET', '/purchase-orders?status=draft')).body.items).toEqual([]);
});

test('only who may order for the unit may order again', async () => {
  const past = await db.select({ id: orders.id }).from(orders).limit(1);
  const id = past[0]?.id ?? '';
  const as = 'ben@harbour.example';
  expect(await reorders(id, { preview: true, as })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  const shown = await preview(id);
  expect(await reorders(id, { preview_version: shown.preview_version, as })).toMatchObject({ status: 404 });
  expect(await reorders(id, { preview: true, preview_version: shown.preview_version })).toMatchObject({ status: 422 });
});

test('undone, what was ordered on terms gives back goods, credit and budget, and its invoice is credited', async () => {
  await world.putCompany('harbour-hotels', { approval_rules: [] });
  await priced({ CUP: '2.00', BEAN: '10.00', MILK: '1.50' });
  const first = await world.submitted({ lines: [{ sku: 'MILK', quantity: '10' }], cost_centre: 'BAR' });
  await world.place(first);
  const past = (await world.seen(first)).order ?? '';
  const before = [await readCredit(db, { companyId }), await onHand('MILK'), await spent()];
  const shown = await preview(past);
  const done = await reorders(past, { preview_version: shown.preview_version });
  expect(done.status).toBe(201);
  expect(await readCredit(db, { companyId })).not.toEqual(before[0]);
  expect(await spent()).toBeGreaterThan(before[2] as bigint);
  const undo = () => world.api('POST', `/orders/${done.body.order ?? ''}/undo`, { as: ana });
  expect((await undo()).body).toMatchObject({ status: 'cancelled' });
  expect((await undo()).status).toBe(200);
  expect([await readCredit(db, { companyId }), await onHand('MILK'), await spent()]).toEqual(before);
});
