import { expect, test } from 'vitest';
import { action as fulfilPage } from '#app/routes/admin/bulk-fulfilments.ts';
import { action as shipPage } from '#app/routes/admin/fulfilments.tsx';
import { loader as orderPage } from '#app/routes/admin/order.tsx';
import { loader as stockPage } from '#app/routes/admin/stock-history.tsx';
import { fulfilSeveral } from '#app/use-cases/orders/fulfil-several.server.ts';
import { openStaffAccount } from '#app/use-cases/identity/open-staff-account.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { findOrderToReview } from '#db/queries/reviews.server.ts';
import { products } from '#db/schema/catalog.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { fulfilments, orders } from '#db/schema/orders.ts';
import { browserOf } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';

const { db } = await testDatabase({ connections: 6 });
const world = await quoteWorld(db);
const { deps } = world;
const personId = (await findPersonByEmail(db, { email: people.manager }))?.id ?? '';

const lines = [{ sku: 'ESP-1K', quantity: '2', unit_price: '17.00' }];
// What was counted at the start came before all that left.
world.moveTo('2027-01-15T09:01:00.000Z');
for (let made = 0; made < 30; made += 1) {
  const id = await world.requested({ lines: [{ sku: 'ESP-1K', quantity: '2' }] });
  await world.act(id, 'offers', { as: people.rep, valid_until: '2027-02-01T00:00:00Z', lines });
  expect((await world.accept(id, 1)).status).toBe(200);
}
const all = (await db.select().from(orders)).map(({ number }) => number).sort();
const shipped = async () =>
  (await db.select().from(orders))
    .filter(({ status }) => status === 'fulfilled')
    .map(({ number }) => number)
    .sort();
const mails = async () =>
  (await db.select().from(outboxEmails)).filter(({ template }) => template === 'order-shipped').length;

const toReview = async () => {
  const [product] = await db.select().from(products);
  const buyer = await findPersonByEmail(db, { email: people.buyer });
  return findOrderToReview(db, { productId: product?.id ?? '', by: { personId: buyer?.id ?? '' } });
};

test('what has not left is not reviewed yet', async () => expect(await toReview()).toBeNull());

test('many orders leave at once, each in one parcel and told once, whoever presses it how often', async () => {
  const some = all.slice(0, 20);
  const answers = await Promise.all([1, 2].map(() => fulfilSeveral(deps, { numbers: some, personId, via: 'page' })));
  expect(answers.flatMap(({ done }) => done).sort()).toEqual(some);
  expect(answers.flatMap(({ left }) => left).every(({ code }) => code === 'wrong_state')).toBe(true);
  expect(await shipped()).toEqual(some);
  expect(await db.$count(fulfilments)).toBe(20);
  expect(await mails()).toBe(20);
  expect(await toReview()).not.toBeNull();
});

test('what cannot leave is named, and stops no other', async () => {
  const numbers = ['XXXX-XXXXX', ...all.slice(18, 22)];
  const { done, left } = await fulfilSeveral(deps, { numbers, personId, via: 'page' });
  expect([...done].sort()).toEqual(all.slice(20, 22));
  expect(left).toHaveLength(3);
  expect(left).toContainEqual({ number: 'XXXX-XXXXX', code: 'not_found' });
});

test('from the page the rest leaves; nothing selected is refused', async () => {
  await openStaffAccount(deps, { email: 'admin@tradepost.example', name: 'Ada', role: 'admin', by: null, via: 'test' });
  const admin = await browserOf(deps, { email: 'admin@tradepost.example', assurance: 2 });
  const post = async (numbers: readonly string[]) => {
    const body = new URLSearchParams(numbers.map((number) => ['selected', number]));
    return fulfilPage({ ...admin.ask('/admin/orders/fulfilments', { method: 'POST', body }), params: {} });
  };
  expect((await post([])).status).toBe(303);
  expect(await shipped()).toHaveLength(22);
  expect((await post(all)).headers.get('Location')).toContain('/admin/orders?show=unshipped');
  expect(await shipped()).toEqual(all);
});

test('its page shows the mails of an order and the shelf, and the stock tells what left for which order', async () => {
  const admin = await browserOf(deps, { email: 'admin@tradepost.example', assurance: 2 });
  const number = all[0] ?? '';
  const { data } = await orderPage({ ...admin.ask(`/admin/orders/${number}`), params: { number } });
  expect(data.mails.map(({ subject, state }) => [subject, state])).toContainEqual(['order shipped', 'waiting']);
  expect(data.shelf).toEqual([{ sku: 'ESP-1K', onHand: '4,940', free: '4,940' }]);
  const stock = await stockPage({ ...admin.ask('/admin/stock/ESP-1K'), params: { sku: 'ESP-1K' } });
  expect(stock.rows).toHaveLength(31);
  expect(stock.rows).toContainEqual(expect.objectContaining({ order: number, change: '-2', why: 'move_ordered' }));
  expect(stock.rows.at(-1)).toMatchObject({ change: '5,000', isIn: true, why: 'move_counted' });
});

test('what was typed of a parcel that may not leave stays in its form, with why', async () => {
  const admin = await browserOf(deps, { email: 'admin@tradepost.example', assurance: 2 });
  const number = all[0] ?? '';
  const post = async (more: Record<string, string>) => {
    const body = new URLSearchParams({ 'lines.0.line': '1', 'lines.0.quantity': '1', carrier: 'DHL', ...more });
    const asked = admin.ask(`/admin/orders/${number}/fulfilments`, { method: 'POST', body });
    const answer = await shipPage({ ...asked, params: { number } });
    if (answer instanceof Response) throw new Error('it left');
    return { ...answer.data.form, status: answer.init?.status };
  };
  const wrong = await post({ trackingUrl: 'somewhere' });
  expect([wrong.status, Object.keys(wrong.fields), wrong.values.carrier]).toEqual([400, ['trackingUrl'], 'DHL']);
  const late = await post({});
  expect([late.status, late.messages.length, late.values.carrier]).toEqual([409, 1, 'DHL']);
});
