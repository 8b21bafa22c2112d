import { expect, test } from 'vitest';
import { personId } from '#app/domain/access/ids.ts';
import { suggestionsFor } from '#app/http/suggestions-view.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { readSuggestions } from '#app/use-cases/suggestions/read-suggestions.server.ts';
import { addOrder, addOrderLines, readOrderLines } from '#db/queries/orders.server.ts';
import { persons } from '#db/schema/identity.ts';
import { browserOf } from '#tests/support/browser.ts';
import { aShop, berlin, depsAt, monday, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { noPayments } from '#tests/support/no-payments.ts';

let sent = 0;
const { db } = await testDatabase({ connections: 4, onStatement: () => void (sent += 1) });
const deps = depsAt(processDeps(db, noPayments), testClock());
const ids = await aShop(
  db,
  ['BEANS', 'FILTERS', 'MUG', 'POST', 'SOLD-OUT', 'PRICELESS'].map((sku) => ({
    sku,
    prices: sku === 'PRICELESS' ? { JPY: '200' } : { EUR: '2.00' },
    stock: sku === 'SOLD-OUT' ? '0' : '100',
  })),
);
const buyer = async (email: string) => {
  const id = personId(newId());
  await db.insert(persons).values({ id, email, createdAt: monday });
  return id;
};

async function ordered(
  person: string,
  daysAgo: number,
  skus: readonly string[],
  status: 'paid' | 'cancelled' = 'paid',
) {
  const id = newId();
  const placedAt = new Date(monday.getTime() - daysAgo * 86_400_000);
  const sums = { totalMinor: 200n, freightMinor: 0n, freightTaxMinor: 0n, taxMinor: 0n, payableMinor: 200n };
  await db.transaction(async (tx) => {
    await addOrder(tx, {
      order: {
        ...{ id, number: id, status, channel: 'storefront', personId: person, email: 'ada@example.org', locale: 'en' },
        ...{ market: 'DE', currency: 'EUR', roundingMode: 'half_away_from_zero', showsTaxIncluded: true, ...sums },
        ...{ shipTo: berlin, shippingMethod: 'standard', placedAt, createdAt: placedAt },
      },
    });
    await addOrderLines(tx, {
      lines: skus.map((sku, index) => ({
        ...{ id: newId(), orderId: id, line: index + 1, variantId: ids.get(sku) ?? '', sku, title: sku, quantity: '3' },
        ...{ unitPrice: '2.00', lineTotalMinor: 200n, taxMinor: 0n, taxRatePercent: '7', taxClass: 'reduced' },
      })),
    });
  });
  return id;
}

test('a buyer is told what is due by their own rhythm, and nothing of anybody else', async () => {
  const [ada, eve] = [await buyer('ada@example.org'), await buyer('eve@example.org')];
  for (const days of [67, 46, 25]) await ordered(ada, days, ['BEANS', 'POST']);
  for (const days of [62, 32, 2]) await ordered(ada, days, ['FILTERS']);
  await ordered(ada, 300, ['MUG']);
  await ordered(ada, 200, ['MUG'], 'cancelled');
  for (const days of [40, 20]) await ordered(eve, days, ['MUG']);

  const before = sent;
  const told = await readSuggestions(deps, { scope: { kind: 'person', personId: ada }, limit: 6 });
  expect(sent - before).toBe(2);
  expect(told.map(({ sku, everyDays, daysSince }) => [sku, everyDays, daysSince])).toEqual([['BEANS', 21, 25]]);
  expect(told[0]?.variant.quantity).toBe('3.000000');
  const hers = await readSuggestions(deps, { scope: { kind: 'person', personId: eve }, limit: 6 });
  expect(hers.map(({ sku }) => sku)).toEqual(['MUG']);
  const company = { kind: 'company' as const, companyId: newId(), unitIds: [newId()] };
  expect(await readSuggestions(deps, { scope: company, limit: 6 })).toEqual([]);
});

test('the reason is told in words; what is in the cart already, sold out or not sold here is not suggested', async () => {
  const ida = await buyer('ida@example.org');
  for (const days of [46, 32, 18]) await ordered(ida, days, ['BEANS', 'FILTERS', 'SOLD-OUT']);
  for (const days of [90, 60, 32]) await ordered(ida, days, ['MUG', 'PRICELESS']);
  const { request, context } = (await browserOf(deps, { email: 'ida@example.org' })).ask('/cart');
  const viewer = await viewerOf(request, context);
  const told = async (without: string[] = []) =>
    (await suggestionsFor(context, viewer, without)).map(({ sku, quantity, reason }) => [sku, quantity, reason]);
  const often = 'You usually order this every 14 days; last on 11 Feb.';
  expect((await told()).toSorted()).toEqual([
    ['BEANS', '3', often],
    ['FILTERS', '3', often],
    ['MUG', '3', 'You usually order this every 4 weeks; last on 28 Jan.'],
  ]);
  expect((await told(['BEANS', 'MUG'])).map(([sku]) => sku)).toEqual(['FILTERS']);
});

test('an order may have as many lines as a cart', async () => {
  const skus = Array.from({ length: 5_000 }, () => 'BEANS');
  const id = await ordered(await buyer('max@example.org'), 1, skus);
  expect(await readOrderLines(db, { orderId: id })).toHaveLength(5_000);
});
