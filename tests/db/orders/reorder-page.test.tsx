import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { ReorderLines } from '#app/components/shop/reorder-lines.tsx';
import { reorderUrl } from '#app/integrations/order-link.server.ts';
import { action, loader } from '#app/routes/orders/reorders.tsx';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { findOrder } from '#db/queries/orders.server.ts';
import { orders } from '#db/schema/orders.ts';
import { type Browser, browserOf, visiting } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';
import { render, textOf } from '#tests/support/render.tsx';

const { db } = await testDatabase({ connections: 4 });
const world = await purchaseOrderWorld(db);
let ana: Browser;

const product = async (sku: string, more: object = {}, plans: object[] = []) => {
  const put = await world.api('PUT', `/products/${sku.toLowerCase()}`, {
    title: sku,
    options: [],
    variants: [{ sku, options: {}, stock: '500', tax_class: 'standard', ...more }],
    plans,
  });
  expect(put.status).toBeLessThan(300);
};
const priced = async (prices: Record<string, string>) => {
  world.moveTo(new Date(world.at().getTime() + 60_000).toISOString());
  const entries = Object.entries(prices).map(([sku, price]) => ({ sku, min_quantity: '1', unit_price: price }));
  const revision = { starts_at: world.at().toISOString(), submit: true, entries };
  expect((await world.api('POST', '/price-lists/STANDARD-EUR/revisions', revision)).status).toBe(201);
};
const ordered = async (lines: object[]) => {
  const id = await world.submitted({ lines });
  await world.place(id);
  const order = await findOrder(db, { scope: { kind: 'staff' }, id: (await world.seen(id)).order ?? '' });
  if (!order) throw new Error('not placed');
  return order;
};
const pageOf = async (who: Browser, number: string, query = '') =>
  loader({ ...who.ask(`/orders/${number}/reorders${query}`), params: { number } });
const pressed = (who: Browser, number: string, fields: Record<string, string>) =>
  action({
    ...who.ask(`/orders/${number}/reorders`, {
      method: 'POST',
      body: new URLSearchParams({ buying_as: who.buyingAs, ...fields }),
    }),
    params: { number },
  }) as Promise<Response>;

beforeAll(async () => {
  await world.putCompany('harbour-hotels', {
    approval_rules: [],
    credit_limit: { amount: '100000.00', currency: 'EUR' },
  });
  const company = await findOrderingCompany(db, { slug: 'harbour-hotels', unitSlug: 'pier-9' });
  ana = await browserOf(world.deps, { email: 'ana@harbour.example', unitId: company?.unitId ?? '' });
});

describe('the page of what has changed since', () => {
  const prices = {
    ...{ SAME: '5.00', DEARER: '5.00', SHORT: '5.00', 'SOLD-OUT': '5.00', LATER: '5.00', OLD: '5.00', NEW: '5.50' },
    ...{ BLUE: '5.00', RED: '5.00', GONE: '5.00', PRIVATE: '5.00', MACHINE: '5.00' },
  };
  const skus = Object.keys(prices).filter((sku) => sku !== 'NEW' && sku !== 'RED');
  let lines: Awaited<ReturnType<typeof pageOf>>['lines'];
  let page: Awaited<ReturnType<typeof pageOf>>;

  beforeAll(async () => {
    const care = [{ code: 'care', title: 'Care', price: { EUR: '3.00' } }];
    for (const sku of Object.keys(prices)) await product(sku, {}, sku === 'MACHINE' ? care : []);
    await priced(prices);
    const past = await ordered(skus.map((sku) => ({ sku, quantity: '4', ...(sku === 'MACHINE' && { plan: 'care' }) })));
    await product('SHORT', { stock: '3' });
    await product('SOLD-OUT', { stock: '0' });
    await product('LATER', { stock: '0', stock_policy: 'backorder', lead_time_days: 14 });
    await product('OLD', { status: 'discontinued', replaced_by: 'NEW' });
    await product('BLUE', { status: 'discontinued', equivalents: ['RED'] });
    await product('GONE', { status: 'discontinued' });
    await product('MACHINE');
    const { PRIVATE: _, ...sold } = prices;
    await priced({ ...sold, DEARER: '6.00' });
    page = await pageOf(ana, past.number);
    ({ lines } = page);
  });

  test.each([
    ['DEARER', 'The price for one was €5.00 and is now €6.00.', ['Take 4', 'Leave it out']],
    ['SHORT', 'The quantity that can be ordered now is 3.', ['Take fewer: 3', 'Leave it out']],
    ['SOLD-OUT', 'Sold out for now. It is left out.', []],
    [
      'LATER',
      'Not all of it is in stock. It can leave on 29 January 2027.',
      ['Wait for all 4 until 29 January 2027', 'Leave it out'],
    ],
    ['OLD', 'No longer available, but it has a successor.', ['Take the successor NEW, 4', 'Leave it out']],
    ['BLUE', 'No longer available, but something else is just as good.', ['Take RED instead, 4', 'Leave it out']],
    ['GONE', 'No longer available. It is left out.', []],
    ['PRIVATE', 'Not in your assortment any more. It is left out.', []],
    ['MACHINE', 'It cannot be ordered in this configuration any more. It is left out.', []],
  ])('%s: %s', (sku, fact, choices) => {
    const line = lines.find((each) => each.sku === sku);
    if (!line) throw new Error(`${sku} has no row`);
    const shown = textOf(render(<ReorderLines lines={[line]} />, 'en', ['orders']));
    expect(shown).toContain(fact);
    expect(line.options.map(({ label }) => label)).toEqual(choices);
    for (const choice of choices) expect(shown).toContain(choice);
  });

  test('what is as it was is counted, and no line is without a row', () => {
    expect(page.sameText).toBe('One more line is as it was.');
    expect(lines).toHaveLength(skus.length - 1);
  });
});

describe('the link of the confirmation', () => {
  test('asks a visitor to sign in and leads back; two tabs opened from it make one order', async () => {
    await product('TEA');
    await priced({ TEA: '4.00' });
    const past = await ordered([{ sku: 'TEA', quantity: '6' }]);
    const link = new URL(reorderUrl(world.deps.settings, past));
    const asked = await pageOf(visiting(world.deps), past.number, link.search).catch((answer: Response) => answer);
    expect(asked).toMatchObject({ status: 303 });
    expect((asked as Response).headers.get('Location')).toBe(
      `/sign-in?next=${encodeURIComponent(link.pathname + link.search)}`,
    );

    const tabs = [await pageOf(ana, past.number, link.search), await pageOf(ana, past.number, link.search)];
    expect(tabs.map(({ lines, canBeOrdered }) => [lines.length, canBeOrdered])).toEqual([
      [0, true],
      [0, true],
    ]);
    const again = and(eq(orders.channel, 'purchase_order'), eq(orders.unitId, past.unitId ?? ''));
    const before = (await db.select().from(orders).where(again)).length;
    const answers = await Promise.all([
      ...tabs.map(({ previewId }) => pressed(ana, past.number, { preview: previewId })),
      pressed(ana, past.number, {}),
      pressed(ana, past.number, {}),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.get('Location'))).size).toBe(1);
    expect(await db.select().from(orders).where(again)).toHaveLength(before + 1);
  });
});
