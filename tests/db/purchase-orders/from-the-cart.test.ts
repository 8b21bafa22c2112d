import { beforeAll, expect, test } from 'vitest';
import { action as submit, loader as show } from '#app/routes/company/new-purchase-order.tsx';
import { orderQuickly } from '#app/use-cases/quick-order/order-quickly.server.ts';
import { findOpenCart } from '#db/queries/carts.server.ts';
import { listFiles } from '#db/queries/files.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { type Browser, browserOf } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';
import { findUnitsBySlug } from '#tests/support/units.ts';

const { db } = await testDatabase({ connections: 4 });
const world = await purchaseOrderWorld(db);
const vienna = { country: 'AT', postal_code: '1010', city: 'Wien', address: 'Graben 1' };
const berlin = { country: 'DE', postal_code: '10117', city: 'Berlin', address: 'Unter den Linden 5' };
let companyId = '';
let units: Record<string, string> = {};
let ana: Browser;

beforeAll(async () => {
  companyId = await world.putCompany('harbour-hotels', {
    approval_rules: [],
    units: [
      { slug: 'hq', parent: null },
      { slug: 'north', parent: 'hq', address: vienna },
      { slug: 'pier-9', parent: 'north', address: berlin },
    ],
  });
  units = await findUnitsBySlug(db, companyId);
  ana = await browserOf(world.deps, { email: 'ana@harbour.example', unitId: units['pier-9'] });
});

const ownerOfCart = async () => ({
  cartId: null,
  personId: (await findPersonByEmail(db, { email: 'ana@harbour.example' }))?.id ?? '',
  unitId: units['pier-9'] ?? '',
});
async function cartOf(quantity: string) {
  const buyer = { owner: await ownerOfCart(), companyId, email: 'ana@harbour.example', locale: 'en' } as const;
  const done = await orderQuickly(world.deps, {
    buyer: { ...buyer, market: 'DE', currency: 'EUR' },
    text: `ESP-1K ${quantity}`,
  });
  if (!done.ok) throw new Error(done.code);
}
const page = (query = '') => show({ ...ana.ask(`/company/purchase-orders/new${query}`), params: {} });

async function sent(fields: Record<string, string>, files: File[] = []) {
  const body = new FormData();
  const cart = fields.cart ?? (await page()).cart?.id ?? '';
  for (const [name, value] of Object.entries({ ...fields, cart, buying_as: ana.buyingAs })) body.set(name, value);
  for (const file of files) body.append('files', file);
  const asked = { ...ana.ask('/company/purchase-orders/new', { method: 'POST', body }), params: {} };
  return (await submit(asked)) as Response & { init?: { status?: number } };
}
async function post(fields: Record<string, string>, files: File[] = []) {
  const answer = await sent(fields, files);
  return answer.init?.status ?? answer.status;
}
const stored = () => db.select().from(purchaseOrders);

test('another address of the company shows its own tax before anything is sent', async () => {
  await cartOf('10');
  const here = await page();
  const there = await page(`?ship_to=${units.north ?? ''}`);
  expect(here.shipTo).toBe(units['pier-9']);
  expect(here.places).toHaveLength(2);
  expect(there.shipTo).toBe(units.north);
  expect(there.cart?.total).toEqual(here.cart?.total);
  expect(there.cart?.tax).not.toEqual(here.cart?.tax);
  expect((await page('?ship_to=elsewhere')).shipTo).toBe(units['pier-9']);
});

test('a file that is refused leaves the cart as it was and no purchase order', async () => {
  expect(await post({ number: 'PO-X' }, [new File([new Uint8Array([0x4d, 0x5a, 0, 1])], 'tool.exe')])).toBe(422);
  expect(await stored()).toEqual([]);
  expect(await findOpenCart(db, { owner: await ownerOfCart() })).toMatchObject({ status: 'open' });
});

test('whoever chose another address without seeing its totals is shown them first', async () => {
  const [north, pier] = [units.north ?? '', units['pier-9'] ?? ''];
  const answer = await sent({ number: 'PO-Y', ship_to: north, shown_for: pier });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe(`/company/purchase-orders/new?ship_to=${north}`);
  expect(await stored()).toEqual([]);
});

test('address and files go along with the submission, and what was shown is what it costs', async () => {
  const shown = await page(`?ship_to=${units.north ?? ''}`);
  const plan = new File(['%PDF-1.7 a plan'], 'plan.pdf');
  expect(await post({ number: 'PO-V', ship_to: units.north ?? '' }, [plan])).toBe(303);
  const [order] = await stored();
  expect(await listFiles(db, { owner: { kind: 'purchase_order', id: order?.id ?? '' } })).toMatchObject([
    { name: 'plan.pdf' },
  ]);
  const { payable, status } = await world.seen(order?.id ?? '');
  expect(status).not.toBe('draft');
  expect(payable.amount.replace('.', '')).toBe(String(shown.cart?.payable.minor));
  expect(await findOpenCart(db, { owner: await ownerOfCart() })).toBeNull();
});

test('the form sent once more shows what it became, and leaves a newer cart alone', async () => {
  await cartOf('4');
  const cart = (await page()).cart?.id ?? '';
  const first = await sent({ number: 'PO-TWICE', cart });
  await cartOf('7');
  const again = await sent({ number: 'PO-TWICE', cart });
  expect(again.status).toBe(303);
  expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
  expect(await findOpenCart(db, { owner: await ownerOfCart() })).toMatchObject({ status: 'open' });
  expect((await stored()).filter(({ number }) => number === 'PO-TWICE')).toHaveLength(1);
});
