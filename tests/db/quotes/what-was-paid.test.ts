import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readPaidPrices } from '#db/queries/quote-facts.server.ts';
import { variants } from '#db/schema/catalog.ts';
import { orders } from '#db/schema/orders.ts';
import { testDatabase } from '#tests/support/database.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';

const { db } = await testDatabase({ connections: 4 });
const world = await quoteWorld(db);

test('a seller sees what this company paid, the latest first, each with its quantity and day', async () => {
  for (const [at, unitPrice] of ['17.50', '17.00', '16.90', '16.80', '16.75'].entries()) {
    const lines = [{ sku: 'ESP-1K', quantity: String(at + 1), unit_price: unitPrice }];
    const id = await world.requested({ lines: [{ sku: 'ESP-1K', quantity: String(at + 1) }] });
    await world.act(id, 'offers', { as: people.rep, valid_until: '2027-02-01T00:00:00Z', lines });
    expect((await world.accept(id, 1)).status).toBe(200);
  }
  const [variant] = await db.select().from(variants).where(eq(variants.sku, 'ESP-1K'));
  const bought = await db.select().from(orders).orderBy(orders.placedAt);
  const days = bought.map((_, at) => new Date(Date.UTC(2026, 9, 1 + at)));
  for (const [at, { id }] of bought.entries())
    await db.update(orders).set({ placedAt: days[at] }).where(eq(orders.id, id));
  const companyId = bought[0]?.companyId ?? '';
  const asked = { variantIds: [variant?.id ?? ''], currency: 'EUR' as const, at: new Date('2027-01-01T00:00:00Z') };
  const paid = await readPaidPrices(db, { ...asked, companyId, since: new Date('2026-01-01T00:00:00Z') });
  const seen = paid.get(variant?.id ?? '');
  expect(seen?.paid).toHaveLength(4);
  expect(seen?.paid.map(({ at }) => at)).toEqual([...days].reverse().slice(0, 4));
  expect(seen?.paid.every(({ unitPrice }) => Number(unitPrice) < 18)).toBe(true);
  const late = await readPaidPrices(db, { ...asked, companyId, since: days[3] ?? asked.at });
  expect(late.get(variant?.id ?? '')?.paid).toHaveLength(2);
});
