import { beforeEach, describe, expect, test } from 'vitest';
import { depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';
import { priceListWorld, sellers } from '#tests/support/price-list-world.ts';
import { outboxEmails } from '#db/schema/jobs.ts';

const today = '2027-01-15T09:00:00.000Z';
const later = '2027-02-01T00:00:00.000Z';

describe('a price list is drafted by one seller and approved by another', async () => {
  const { db } = await testDatabase({ connections: 4 });
  const { api, must } = await priceListWorld(depsAt(db, today), db);
  let count = 0;
  let code = '';

  beforeEach(async () => {
    code = `HARBOUR-${(count += 1)}`;
    await must('PUT', `/price-lists/${code}`, { kind: 'contract', currency: 'EUR', company: 'harbour-hotels' });
  });
  const draft = (as: string, unit_price: string, more: object = {}) =>
    api('POST', `/price-lists/${code}/revisions`, {
      as,
      starts_at: later,
      submit: true,
      entries: [{ sku: 'ESP-1K', unit_price }],
      ...more,
    });
  const approve = (as: string, more: object = {}) =>
    api('POST', `/price-lists/${code}/revisions/1/approvals`, { as, ...more });
  const revision = async () => (await api('GET', `/price-lists/${code}/revisions/1`)).body;

  test('rep2 drafts within the limits, rep approves, and it starts on its date', async () => {
    expect(await draft(sellers.rep2, '17.00')).toMatchObject({
      status: 201,
      body: { revision: 1, status: 'submitted' },
    });
    const done = await approve(sellers.rep);
    expect(done).toMatchObject({ status: 200, body: { status: 'approved', phase: 'scheduled', effective_at: later } });
    const priced = async (at: string) =>
      (
        await api('POST', '/prices', {
          company: 'harbour-hotels',
          unit: 'pier-9',
          currency: 'EUR',
          at,
          lines: [{ sku: 'ESP-1K', quantity: '1' }],
        })
      ).body.lines;
    expect(await priced(today)).toMatchObject([{ unit_price: '20.00', list: 'STANDARD-EUR' }]);
    const [line] = (await priced(later)) as { reasons: { list: string; approved_by: string }[] }[];
    expect(line).toMatchObject({ unit_price: '17.00', list: code });
    expect(line?.reasons.find(({ list }) => list === code)?.approved_by).toBe('rep');
  });

  test.each([
    ['15 % off is within a rep’s limit', '17.00', 200],
    ['a hair more is not', '16.999999', 403],
    ['a dearer price is no discount', '25.00', 200],
    ['20 % margin is within, were it not for the discount', '11.25', 403],
  ])('%s', async (_case, price, status) => {
    await draft(sellers.rep2, price);
    const reply = await approve(sellers.rep);
    expect(reply.status).toBe(status);
    if (status === 403) expect(reply.body).toMatchObject({ code: 'above_your_limit', status: 'submitted' });
  });

  test('below the margin floor of 20 % a manager must, even where nothing is taken off', async () => {
    await must('POST', '/price-lists/STANDARD-EUR/revisions', {
      submit: true,
      entries: [
        { sku: 'ESP-1K', unit_price: '11.20' },
        { sku: 'ESP-250', unit_price: '6.00' },
      ],
    });
    await draft(sellers.rep2, '11.20');
    expect(await approve(sellers.rep)).toMatchObject({
      status: 403,
      body: { code: 'above_your_limit', highest_discount: '0' },
    });
    expect(await approve(sellers.manager)).toMatchObject({ status: 200, body: { status: 'approved' } });
    await must('POST', '/price-lists/STANDARD-EUR/revisions', {
      submit: true,
      entries: [
        { sku: 'ESP-1K', unit_price: '20.00' },
        { sku: 'ESP-250', unit_price: '6.00' },
      ],
    });
  });

  test('a variant without a recorded cost is not held to the floor', async () => {
    await draft(sellers.rep2, '17.00', { entries: [{ sku: 'ESP-250', unit_price: '5.10' }] });
    expect((await approve(sellers.rep)).status).toBe(200);
  });

  test('beyond the limit the manager decides', async () => {
    await draft(sellers.rep2, '14.00');
    expect((await approve(sellers.rep)).body.code).toBe('above_your_limit');
    expect(await approve(sellers.manager)).toMatchObject({ status: 200, body: { status: 'approved' } });
  });

  test('nobody approves their own, not even the manager beyond whose limits nothing is', async () => {
    await draft(sellers.manager, '17.00');
    expect(await approve(sellers.manager)).toMatchObject({ status: 403, body: { code: 'own_request' } });
    expect((await approve(sellers.rep)).status).toBe(200);
  });

  test('who submits somebody else’s draft is one of its makers', async () => {
    await draft(sellers.rep2, '17.00', { submit: false });
    const submitted = await api('POST', `/price-lists/${code}/revisions/1/submission`, { as: sellers.rep });
    expect(submitted).toMatchObject({ status: 200, body: { status: 'submitted' } });
    expect((await approve(sellers.rep)).body.code).toBe('own_request');
    expect((await approve(sellers.rep2)).body.code).toBe('own_request');
    expect((await approve(sellers.manager)).status).toBe(200);
  });

  test('a manager’s list beyond the limits is decided by a store admin when there is no other manager', async () => {
    await draft(sellers.manager, '12.00');
    expect((await approve(sellers.rep)).body.code).toBe('above_your_limit');
    expect(await approve(sellers.admin)).toMatchObject({ status: 200, body: { status: 'approved' } });
  });

  test('twice changes nothing, and the third is too late', async () => {
    await draft(sellers.rep2, '17.00');
    await approve(sellers.rep);
    const before = await revision();
    expect(await approve(sellers.rep)).toMatchObject({
      status: 409,
      body: { code: 'already_decided', status: 'approved' },
    });
    expect(await approve(sellers.manager)).toMatchObject({ status: 409, body: { code: 'not_pending' } });
    expect(await revision()).toEqual(before);
  });

  test('two at once: one decides, the other is too late', async () => {
    await draft(sellers.rep2, '17.00');
    const replies = await Promise.all([approve(sellers.rep), approve(sellers.manager)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('what is sent back needs its reason, may be submitted again, and then is another version', async () => {
    await draft(sellers.rep2, '17.00');
    const seen = await revision();
    const back = (body: object) => api('POST', `/price-lists/${code}/revisions/1/changes-requested`, body);
    expect((await back({ as: sellers.rep })).status).toBe(422);
    expect(await back({ as: sellers.rep, reason: 'Too dear' })).toMatchObject({
      status: 200,
      body: { status: 'returned' },
    });
    expect((await approve(sellers.rep)).body.code).toBe('already_decided');
    await api('POST', `/price-lists/${code}/revisions/1/submission`, { as: sellers.rep2 });
    expect(await approve(sellers.rep, { version: seen.version })).toMatchObject({
      status: 409,
      body: { code: 'stale_revision' },
    });
    expect((await approve(sellers.rep)).status).toBe(200);
  });

  test('only its makers and managers take it back, and then nobody approves it', async () => {
    await draft(sellers.rep2, '17.00');
    const withdraw = (as: string) => api('POST', `/price-lists/${code}/revisions/1/withdrawal`, { as });
    expect(await withdraw(sellers.rep)).toMatchObject({ status: 403, body: { code: 'not_yours' } });
    expect(await withdraw(sellers.rep2)).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
    expect((await withdraw(sellers.rep2)).status).toBe(200);
    expect((await approve(sellers.rep)).body.code).toBe('not_pending');
  });

  test('a list of another rep’s company is not there for a rep', async () => {
    await must('PUT', '/price-lists/LINDENHOF', { kind: 'contract', currency: 'EUR', company: 'cafe-lindenhof' });
    const made = { starts_at: later, submit: true, entries: [{ sku: 'ESP-1K', unit_price: '17.00' }] };
    const of = (as: string) => api('POST', '/price-lists/LINDENHOF/revisions', { as, ...made });
    expect((await of(sellers.rep2)).status).toBe(404);
    expect((await of(sellers.rep)).status).toBe(201);
    const approveIt = (as: string) => api('POST', '/price-lists/LINDENHOF/revisions/1/approvals', { as });
    expect((await approveIt(sellers.rep2)).status).toBe(404);
    expect((await approveIt(sellers.manager)).status).toBe(200);
  });

  test.each([
    ['nobody on the staff', 'ana@harbour.example', 'not_an_approver'],
    ['an unknown address', 'nobody@tradepost.example', 'not_an_approver'],
  ])('a key does not approve as %s', async (_case, as, refusal) => {
    await draft(sellers.rep2, '17.00');
    expect(await approve(as)).toMatchObject({ status: 403, body: { code: refusal } });
  });

  test('options are copied at submission: changing the list later does not change what waits', async () => {
    await draft(sellers.rep2, '17.00');
    await must('PUT', `/price-lists/${code}`, { options: ['lowest'], priority: 3 });
    await approve(sellers.rep);
    expect(await revision()).toMatchObject({ options: [] });
  });

  test('a start more than five minutes before submission is refused as backdated', async () => {
    await must('PUT', `/price-lists/${code}`, { company: 'harbour-hotels', unit: 'north' });
    const late = await draft(sellers.rep2, '17.00', { starts_at: '2027-01-15T08:54:59.999Z' });
    expect(late).toMatchObject({ status: 422, body: { code: 'backdated' } });
    expect((await draft(sellers.rep2, '17.00', { starts_at: '2027-01-15T08:55:00.000Z' })).status).toBe(201);
    expect(await approve(sellers.rep)).toMatchObject({ body: { effective_at: today, phase: 'active' } });
  });

  test('the diff names old, new, change, cost, margin and cliff', async () => {
    await draft(sellers.rep2, '17.00', {
      entries: [
        { sku: 'ESP-1K', unit_price: '18.00' },
        { sku: 'ESP-1K', min_quantity: '10', unit_price: '15.00' },
        { product: 'house-espresso', module: 'grinder-service', unit_price: '1.20' },
      ],
    });
    const { body } = await api('GET', `/price-lists/${code}/revisions/1/diff`);
    expect(body).toEqual({
      items: [
        {
          sku: 'ESP-1K',
          quantity: '1',
          old: '20.00',
          new: '18.00',
          public: '20.00',
          change_percent: '-10',
          cost: '9.00',
          margin_percent: '50',
          cliff: { quantity: '10', saved: { amount: '12.00', currency: 'EUR' } },
        },
        {
          sku: 'ESP-1K',
          quantity: '10',
          old: '20.00',
          new: '15.00',
          public: '20.00',
          change_percent: '-25',
          cost: '9.00',
          margin_percent: '40',
          cliff: null,
        },
        {
          sku: 'ESP-1K',
          module: 'grinder-service',
          quantity: '1',
          old: '1.50',
          new: '1.20',
          public: null,
          change_percent: '-20',
          cost: null,
          margin_percent: null,
          cliff: null,
        },
      ],
      next_cursor: null,
    });
  });

  test('reviewers are written to once, and the makers hear what came of it', async () => {
    await draft(sellers.rep2, '17.00');
    await approve(sellers.rep);
    const mails = (await db.select().from(outboxEmails)).filter(({ props }) => String(props.url).includes(`/${code}/`));
    expect(mails.map(({ recipient, template }) => `${template} ${recipient}`).sort()).toEqual([
      `price-list-approved ${sellers.rep2}`,
      `price-list-submitted ${sellers.manager}`,
      `price-list-submitted ${sellers.rep}`,
    ]);
  });
});
