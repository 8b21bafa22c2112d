import { beforeAll, expect, test } from 'vitest';
import { createApiKey } from '#app/use-cases/identity/create-api-key.server.ts';
import { readCredit } from '#db/queries/credit.server.ts';
import { exchangeRates } from '#db/schema/companies.ts';
import { apiWithKey } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';

const { db } = await testDatabase({ connections: 4 });
const world = await purchaseOrderWorld(db);
const eur = (amount: string) => ({ amount, currency: 'EUR' });
let companyId = '';

beforeAll(async () => {
  companyId = await world.putCompany();
  await world.putCompany('other-hotels', {
    members: [{ email: 'eve@other.example', name: 'Eve', unit: 'hq', roles: ['admin', 'buyer', 'approver'] }],
    cost_centres: [],
    approval_rules: [],
    delegations: [],
    credit_limit: null,
  });
});

const keyOf = async (companySlug: string) => {
  const made = await createApiKey(world.deps, { companySlug, name: 'erp', createdBy: null });
  if (!made.ok) throw new Error(made.code);
  return apiWithKey(world.deps, made.value.key);
};

test.each([
  ['an unknown SKU', { lines: [{ sku: 'NOPE', quantity: '1' }] }, 422, 'unknown_sku'],
  ['a cost centre the company has not', { cost_centre: 'SPA' }, 422, 'unknown_cost_centre'],
  ['a company that is not there', { company: 'nobody' }, 404, 'not_found'],
  ['a unit that is not there', { unit: 'moon' }, 404, 'not_found'],
  ['a person nobody knows', { as: 'who@harbour.example' }, 404, 'unknown_person'],
  ['a member who may not buy', { as: 'vp@harbour.example' }, 403, 'forbidden'],
  ['a person of another company', { as: 'eve@other.example' }, 403, 'forbidden'],
  ['an unknown field', { colour: 'red' }, 422, 'unknown_field'],
])('a draft with %s is refused', async (_what, more, status, code) => {
  expect(await world.create(more)).toMatchObject({ status, body: { code } });
});

test('a number is used once in a company', async () => {
  expect((await world.create({ number: 'PO-1' })).status).toBe(201);
  expect(await world.create({ number: 'PO-1' })).toMatchObject({ status: 409, body: { code: 'number_taken' } });
});

test('another currency needs a rate, and is measured by it', async () => {
  await world.api('PUT', '/price-lists/STANDARD-USD', { kind: 'standard', currency: 'USD' });
  await world.api('POST', '/price-lists/STANDARD-USD/revisions', {
    starts_at: world.at().toISOString(),
    submit: true,
    entries: [{ sku: 'ESP-1K', min_quantity: '1', unit_price: '20.00' }],
  });
  const made = await world.create({ currency: 'USD', lines: [{ sku: 'ESP-1K', quantity: '60' }] });
  expect(made).toMatchObject({ status: 201, body: { total: { amount: '1200.00', currency: 'USD' } } });
  expect(await world.submit(made.body.id)).toMatchObject({ status: 409, body: { code: 'no_rate' } });

  await db.insert(exchangeRates).values({ base: 'USD', quote: 'EUR', at: world.at(), rate: '0.80' });
  const submitted = await world.submit(made.body.id);
  // 960.00 EUR is above Ana's limit of 500 and below the rule's 1,000
  expect(submitted).toMatchObject({ status: 200, body: { waiting_for: [{ rule: 'Spending limit' }] } });
  await world.act(made.body.id, 'cancellation', { as: 'ana@harbour.example' });
});

test('over the credit limit, on hold, and without credit nothing is submitted and nothing is held', async () => {
  const large = await world.create({ lines: [{ sku: 'ESP-1K', quantity: '1500' }] });
  expect(await world.submit(large.body.id)).toMatchObject({
    status: 409,
    body: { code: 'over_credit', available: eur('20000.00') },
  });
  await world.putCompany('harbour-hotels', { credit_hold: 'Two invoices are late' });
  const held = await world.create();
  expect(await world.submit(held.body.id)).toMatchObject({ status: 409, body: { code: 'credit_hold' } });
  await world.putCompany('harbour-hotels', { credit_hold: null, credit_limit: null });
  expect(await world.submit(held.body.id)).toMatchObject({ status: 409, body: { code: 'no_credit' } });
  await world.putCompany('harbour-hotels', { credit_limit: eur('20000.00') });
  expect((await readCredit(db, { companyId }))?.reservedMinor).toBe(0n);
});

test('over budget is refused, unless a rule is there to decide about just that', async () => {
  const over = { cost_centre: 'BAR', lines: [{ sku: 'ESP-1K', quantity: '400' }] };
  const made = await world.create(over);
  expect(await world.submit(made.body.id)).toMatchObject({
    status: 409,
    body: { code: 'over_budget', left: eur('5000.00') },
  });
  await world.putCompany('harbour-hotels', {
    approval_rules: [
      {
        name: 'Over budget',
        unit: 'hq',
        when: { over_budget: true },
        levels: [{ groups: [{ of: { role: 'finance' }, k: 1 }] }],
      },
    ],
  });
  const submitted = await world.submit(made.body.id);
  expect(submitted).toMatchObject({ status: 200, body: { over_budget: eur('1000.00') } });
  expect(submitted.body.waiting_for.map(({ rule }) => rule)).toContain('Over budget');
  await world.act(made.body.id, 'cancellation', { as: 'ana@harbour.example' });
  await world.putCompany();
});

test('a rejection ends it with its reason, and gives back what it held', async () => {
  const id = await world.submitted();
  expect(await world.act(id, 'rejections', { as: 'ben@harbour.example', revision: 1 })).toMatchObject({
    status: 422,
    body: { code: 'reason_required' },
  });
  const rejected = await world.act(id, 'rejections', { as: 'ben@harbour.example', revision: 1, reason: 'Too much.' });
  expect(rejected).toMatchObject({ status: 200, body: { status: 'rejected', waiting_for: [] } });
  expect((await readCredit(db, { companyId }))?.reservedMinor).toBe(0n);
  expect(await world.approve(id, 'cfo@harbour.example')).toMatchObject({ body: { code: 'not_pending' } });
  expect(await world.submit(id)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
});

test('sent back and submitted again it is a new revision, and what was decided on the old one counts no more', async () => {
  const id = await world.submitted();
  await world.approve(id, 'ben@harbour.example');
  const sent = await world.act(id, 'changes-requested', { as: 'vp@harbour.example', revision: 1, reason: 'Half.' });
  expect(sent).toMatchObject({ status: 200, body: { status: 'changes_requested', waiting_for: [] } });
  expect((await readCredit(db, { companyId }))?.reservedMinor).toBe(0n);
  expect(await world.submit(id)).toMatchObject({ status: 200, body: { status: 'awaiting_approval', revision: 2 } });
  expect(await world.approve(id, 'ben@harbour.example', 1)).toMatchObject({
    status: 409,
    body: { code: 'stale_revision' },
  });
  expect(await world.approve(id, 'ben@harbour.example', 2)).toMatchObject({ status: 200 });
  await world.act(id, 'cancellation', { as: 'ana@harbour.example' });
});

test('changed after submission it is a new revision: nobody is asked, nothing is held, what is unchanged keeps its price', async () => {
  const lines = [
    { line: 1, sku: 'ESP-1K', quantity: '100' },
    { line: 2, sku: 'ESP-1K', quantity: '9' },
  ];
  const id = await world.submitted({ lines });
  await world.approve(id, 'ben@harbour.example');
  const put = (body: object) => world.api('PUT', `/purchase-orders/${id}`, body);
  expect(await put({ as: 'ana@harbour.example', notes: 'Ring twice' })).toMatchObject({ body: { code: 'decided_on' } });
  expect(await put({ as: 'eve@other.example', lines })).toMatchObject({ status: 403, body: { code: 'forbidden' } });

  const changed = await put({ as: 'vp@harbour.example', lines: [lines[0], { ...lines[1], quantity: '20' }] });
  expect(changed).toMatchObject({
    status: 200,
    body: {
      status: 'draft',
      revision: 2,
      total: eur('1830.00'),
      waiting_for: [],
      lines: [{}, { unit_price: '16.50' }],
    },
  });
  expect((await readCredit(db, { companyId }))?.reservedMinor).toBe(0n);
  expect(await world.approve(id, 'cfo@harbour.example', 1)).toMatchObject({ body: { code: 'not_pending' } });

  await world.submit(id);
  // whoever edited it made this revision, and approves it no more
  expect(await world.approve(id, 'vp@harbour.example', 2)).toMatchObject({
    status: 403,
    body: { code: 'own_request' },
  });
  await world.act(id, 'cancellation', { as: 'ana@harbour.example' });
  expect(await put({ as: 'ana@harbour.example', lines })).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
});

test('a delegate decides for the delegator within days and ceiling, and both are named', async () => {
  await world.putCompany('harbour-hotels', {
    approval_rules: [
      {
        name: 'The VP',
        unit: 'hq',
        when: { amount_over: eur('1000.00') },
        levels: [{ groups: [{ of: { people: ['vp@harbour.example'] }, k: 1 }] }],
      },
    ],
    delegations: [
      {
        from: 'vp@harbour.example',
        to: 'ben@harbour.example',
        kinds: ['purchase_order'],
        starts_at: '2027-01-01T00:00:00Z',
        ends_at: '2027-02-01T00:00:00Z',
        ceiling: eur('2000.00'),
      },
    ],
  });
  const small = await world.submitted();
  expect(await world.approve(small, 'ben@harbour.example', 1, { for: 'vp@harbour.example' })).toMatchObject({
    status: 200,
    body: { decisions: [{ by: 'ben@harbour.example', for: 'vp@harbour.example' }] },
  });
  const large = await world.submitted({ lines: [{ sku: 'ESP-1K', quantity: '200' }] });
  expect(await world.approve(large, 'ben@harbour.example')).toMatchObject({
    status: 403,
    body: { code: 'not_an_approver' },
  });
  await world.putCompany();
});

test("another company's key finds nothing, and its own only what is its own", async () => {
  const id = await world.submitted();
  const theirs = await keyOf('other-hotels');
  const ours = await keyOf('harbour-hotels');
  const as = 'eve@other.example';
  for (const [method, path, body] of [
    ['GET', `/purchase-orders/${id}`, undefined],
    ['POST', `/purchase-orders/${id}/submission`, { as }],
    ['POST', `/purchase-orders/${id}/approvals`, { as, revision: 1 }],
    ['POST', `/purchase-orders/${id}/rejections`, { as, revision: 1, reason: 'No' }],
    ['POST', `/purchase-orders/${id}/changes-requested`, { as, revision: 1, reason: 'No' }],
    ['POST', `/purchase-orders/${id}/cancellation`, { as }],
  ] as const)
    expect(await theirs(method, path, body)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect((await theirs('GET', '/purchase-orders')).body).toEqual({ items: [], next_cursor: null });
  expect(await ours('GET', `/purchase-orders/${id}`)).toMatchObject({ status: 200, body: { id } });
  expect(await world.approve(id, as)).toMatchObject({ status: 403, body: { code: 'not_an_approver' } });
});
