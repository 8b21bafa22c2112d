import { expect, test } from 'vitest';
import { personId } from '#app/domain/access/ids.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { previewReorder } from '#app/use-cases/orders/preview-reorder.server.ts';
import { persons } from '#db/schema/identity.ts';
import { orderLines, orders } from '#db/schema/orders.ts';
import { aShop, depsAt, monday, processDeps, testClock, berlin } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { noPayments } from '#tests/support/no-payments.ts';

let sent = 0;
const { db } = await testDatabase({ connections: 4, onStatement: () => void (sent += 1) });
const deps = depsAt(processDeps(db, noPayments), testClock());

test('the preview of an order of 1,114 lines sends as many statements as that of one', async () => {
  const skus = Array.from({ length: 1_114 }, (_, index) => `SKU-${index}`);
  const ids = await aShop(
    db,
    skus.map((sku) => ({ sku, prices: { EUR: '2.00' }, stock: '100' })),
  );
  const person = personId(newId());
  await db.insert(persons).values({ id: person, email: 'ada@example.org', createdAt: monday });
  const actor = { person, via: 'page', member: null, standsInFor: null, staff: null };
  const pastOrder = async (count: number) => {
    const id = newId();
    await db.insert(orders).values({
      id,
      number: id,
      status: 'paid',
      channel: 'storefront',
      personId: person,
      email: 'ada@example.org',
      locale: 'en',
      market: 'DE',
      currency: 'EUR',
      roundingMode: 'half_away_from_zero',
      showsTaxIncluded: true,
      totalMinor: 200n * BigInt(count),
      freightMinor: 0n,
      freightTaxMinor: 0n,
      taxMinor: 0n,
      payableMinor: 200n * BigInt(count),
      shipTo: berlin,
      shippingMethod: 'standard',
      placedAt: monday,
      createdAt: monday,
    });
    await db.insert(orderLines).values(
      skus.slice(0, count).map((sku, index) => ({
        id: newId(),
        orderId: id,
        line: index + 1,
        variantId: ids.get(sku) ?? '',
        sku,
        title: sku,
        quantity: '1',
        unitPrice: '2.00',
        lineTotalMinor: 200n,
        taxMinor: 0n,
        taxRatePercent: '7',
        taxClass: 'reduced',
      })),
    );
    return id;
  };
  const statementsOf = async (orderId: string) => {
    sent = 0;
    const shown = await previewReorder(deps, { orderId, scope: { kind: 'staff' }, actor, via: 'page' });
    expect(shown.ok && shown.value.preview.lines.every(({ status }) => status === 'same')).toBe(true);
    return sent;
  };
  const one = await statementsOf(await pastOrder(1));
  const many = await pastOrder(1_114);
  expect(await statementsOf(many)).toBe(one);
});
