import { and, asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#app/integrations/ids.server.ts';
import { countBoughtTogether } from '#app/use-cases/catalog/count-bought-together.server.ts';
import { saveProducts } from '#db/queries/save-products.server.ts';
import { productLinks, products, variants } from '#db/schema/catalog.ts';
import { orderLines, orders } from '#db/schema/orders.ts';
import { depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';

const { db } = await testDatabase({ connections: 4 });
const deps = depsAt(db, '2027-03-01T09:00:00Z');
const names = ['beans', 'cups', 'tablets', 'kettle', ...Array.from({ length: 25 }, (_, at) => `other-${at}`)];
await db.transaction((tx) =>
  saveProducts(tx, {
    at: deps.now(),
    products: names.map((handle) => ({
      product: { handle, status: 'active', title: { en: handle }, options: [], categoryPath: 'coffee' },
      variants: [
        {
          ...{ sku: handle, options: {}, status: 'active', stockPolicy: 'deny', taxClass: 'standard', weightGrams: 1 },
          ...{ minQuantity: '1', quantityStep: '1', cost: {} },
        },
      ],
      plans: [],
      modules: [],
    })),
  }),
);
const ids = new Map((await db.select().from(variants)).map(({ sku, id }) => [sku, id]));
let placed = 0;
async function bought(email: string, skus: readonly string[], p: Partial<typeof orders.$inferInsert> = {}) {
  const id = newId();
  placed += 1;
  await db.insert(orders).values({
    ...{ id, number: `TP-${placed}`, status: 'fulfilled', channel: 'storefront', email, locale: 'en', market: 'DE' },
    ...{ currency: 'EUR', roundingMode: 'half_away', showsTaxIncluded: true, totalMinor: 0n, freightMinor: 0n },
    ...{ freightTaxMinor: 0n, taxMinor: 0n, payableMinor: 0n, shippingMethod: 'standard' },
    shipTo: { name: 'Ada', address: 'Weg 1', city: 'Berlin', postalCode: '10117', country: 'DE' },
    ...{ placedAt: new Date('2027-02-01T09:00:00Z'), createdAt: new Date('2027-02-01T09:00:00Z'), ...p },
  });
  await db.insert(orderLines).values(
    skus.map((sku, at) => ({
      ...{ id: newId(), orderId: id, line: at + 1, variantId: ids.get(sku) ?? null, sku, title: sku, quantity: '1' },
      ...{ unitPrice: '1', lineTotalMinor: 0n, taxMinor: 0n, taxRatePercent: '0', taxClass: 'standard' },
    })),
  );
}
const others = products;
const together = async (handle: string) => {
  const [product] = await db.select().from(products).where(eq(products.handle, handle));
  const rows = await db
    .select({ handle: others.handle })
    .from(productLinks)
    .innerJoin(others, eq(others.id, productLinks.otherId))
    .where(and(eq(productLinks.productId, product?.id ?? ''), eq(productLinks.kind, 'bought_together')))
    .orderBy(asc(productLinks.position));
  return rows.map((row) => row.handle);
};

test('what three buyers or more put into one cart goes together, the most often first; at the same moment twice is as once', async () => {
  for (const who of ['a', 'b', 'c', 'd']) await bought(`${who}@example.org`, ['beans', 'cups']);
  for (const who of ['a', 'b', 'c']) await bought(`${who}@example.org`, ['beans', 'tablets']);
  await Promise.all([countBoughtTogether(deps), countBoughtTogether(deps)]);
  expect(await together('beans')).toEqual(['cups', 'tablets']);
  expect(await together('cups')).toEqual(['beans']);
});

test('what one company always orders, a whole warehouse at once, old or cancelled orders tell nothing', async () => {
  for (let time = 0; time < 9; time += 1) await bought('One@example.org', ['kettle', 'cups']);
  for (let time = 0; time < 9; time += 1) await bought('one@example.org', ['kettle', 'cups']);
  for (const who of ['a', 'b', 'c']) await bought(`${who}@example.org`, ['kettle', ...names.slice(4)]);
  for (const who of ['a', 'b', 'c']) await bought(`${who}@example.org`, ['kettle', 'beans'], { status: 'cancelled' });
  for (const who of ['a', 'b', 'c'])
    await bought(`${who}@example.org`, ['kettle', 'beans'], { placedAt: new Date('2026-01-01T00:00:00Z') });
  await countBoughtTogether(deps);
  expect(await together('kettle')).toEqual([]);
});

test('what is not bought together any more is forgotten, and what the shop linked itself stays', async () => {
  const [beans, kettle] = await Promise.all(
    ['beans', 'kettle'].map(async (handle) => (await db.select().from(products).where(eq(products.handle, handle)))[0]),
  );
  await db
    .insert(productLinks)
    .values({ productId: beans?.id ?? '', otherId: kettle?.id ?? '', kind: 'related', position: 0 });
  await countBoughtTogether(depsAt(db, '2028-03-01T09:00:00Z'));
  expect(await together('beans')).toEqual([]);
  expect(await db.$count(productLinks)).toBe(1);
});
