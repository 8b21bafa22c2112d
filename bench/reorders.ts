import { eq } from 'drizzle-orm';
import { toExact } from '#app/domain/money/exact.ts';
import { personId } from '#app/domain/access/ids.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { previewReorder } from '#app/use-cases/orders/preview-reorder.server.ts';
import type { CartBuyer } from '#app/use-cases/cart/cart-buyer.ts';
import { checkQuickOrder } from '#app/use-cases/quick-order/check-quick-order.server.ts';
import { orderQuickly } from '#app/use-cases/quick-order/order-quickly.server.ts';
import { createList } from '#app/use-cases/shopping-lists/change-list.server.ts';
import { priceListLines } from '#app/use-cases/shopping-lists/price-list-lines.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { readListLines } from '#db/queries/shopping-lists.server.ts';
import { carts } from '#db/schema/carts.ts';
import { persons } from '#db/schema/identity.ts';
import { orderLines, orders } from '#db/schema/orders.ts';
import { aShop, berlin, depsAt, monday, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { noPayments } from '#tests/support/no-payments.ts';
import { startThrowawayPostgres } from '#tests/support/throwaway-postgres.ts';
import { ensureDatabase } from '#tools/postgres/embedded-server.ts';

const variants = 5_000;
const times = 7;

/** npx tsx bench/reorders.ts: what ordering again costs at the sizes buyers really have, with the statements sent. */
const server = await startThrowawayPostgres();
await ensureDatabase(server, 'reorders');
await migrate(server.url('reorders'));
let sent = 0;
const { db, close } = openDatabase(server.url('reorders'), { connections: 4, onStatement: () => void (sent += 1) });

async function row(what: string, act: () => Promise<unknown>) {
  const took: number[] = [];
  let statements = 0;
  for (let turn = 0; turn < times; turn += 1) {
    sent = 0;
    const began = performance.now();
    await act();
    took.push(performance.now() - began);
    statements = sent;
  }
  took.sort((a, b) => a - b);
  const [median, slowest] = [took[Math.floor(times / 2)] ?? 0, took.at(-1) ?? 0];
  console.log(
    `${what.padEnd(44)} ${median.toFixed(0).padStart(6)} ms median, ${slowest.toFixed(0).padStart(6)} ms slowest, ${statements} statements`,
  );
}

try {
  const deps = depsAt(processDeps(db, noPayments), testClock());
  const skus = Array.from({ length: variants }, (_, index) => `SKU-${index}`);
  const ids = await aShop(
    db,
    skus.map((sku) => ({ sku, prices: { EUR: '2.00' }, stock: '100000' })),
  );
  const person = personId(newId());
  await db.insert(persons).values({ id: person, email: 'ada@example.org', createdAt: monday });
  const actor = { person, via: 'page', member: null, standsInFor: null, staff: null };
  const pastOrder = async (count: number) => {
    const id = newId();
    const sums = { totalMinor: 200n, freightMinor: 0n, freightTaxMinor: 0n, taxMinor: 0n, payableMinor: 200n };
    await db.insert(orders).values({
      ...{ id, number: id, status: 'paid', channel: 'storefront', personId: person, email: 'ada@example.org' },
      ...{ locale: 'en', market: 'DE', currency: 'EUR', roundingMode: 'half_away_from_zero', showsTaxIncluded: true },
      ...{ ...sums, shipTo: berlin, shippingMethod: 'standard', placedAt: monday, createdAt: monday },
    });
    await db.insert(orderLines).values(
      skus.slice(0, count).map((sku, index) => ({
        ...{ id: newId(), orderId: id, line: index + 1, variantId: ids.get(sku) ?? '', sku, title: sku, quantity: '1' },
        ...{ unitPrice: '2.00', lineTotalMinor: 200n, taxMinor: 0n, taxRatePercent: '7', taxClass: 'reduced' },
      })),
    );
    return id;
  };
  const preview = async (orderId: string) => {
    const shown = await previewReorder(deps, { orderId, scope: { kind: 'staff' }, actor, via: 'page' });
    if (!shown.ok) throw new Error(shown.code);
  };
  for (const count of [1, 100, 1_114]) {
    const id = await pastOrder(count);
    await row(`preview of an order of ${count.toLocaleString('en')} lines`, () => preview(id));
  }
  const textOf = (count: number) =>
    skus
      .slice(0, count)
      .map((sku, index) => `${sku}\t${(index % 9) + 1}`)
      .join('\n');
  const buyer: CartBuyer = {
    owner: { cartId: null, personId: person, unitId: null },
    companyId: null,
    email: 'ada@example.org',
    market: 'DE',
    currency: 'EUR',
    locale: 'en',
  };
  for (const count of [10, 300, 5_000]) {
    const text = textOf(count);
    await row(`quick order of ${count.toLocaleString('en')} lines, checked`, () =>
      checkQuickOrder(deps, { text, buyer: null, currency: 'EUR' }),
    );
    await row(`quick order of ${count.toLocaleString('en')} lines, into the cart`, async () => {
      await db.update(carts).set({ status: 'ordered' }).where(eq(carts.personId, person));
      const done = await orderQuickly(deps, { buyer, text });
      if (!done.ok) throw new Error(done.code);
    });
  }
  const made = await createList(deps, {
    reader: { kind: 'person', personId: person },
    ...{ unitId: null, name: 'Everything', isShared: false },
    entries: skus.slice(0, 1_000).map((sku) => ({ sku, quantity: '2', configuration: {} })),
  });
  if (!made.ok) throw new Error(made.code);
  await row('a list of 1,000 lines, read and priced', async () => {
    const lines = await readListLines(db, { listId: made.value.id });
    const wanted = lines.map((line) => ({ ...line, wanted: toExact(line.quantity) }));
    await priceListLines(db, { lines: wanted, buyer: null, currency: 'EUR', at: monday });
  });
} finally {
  await close();
  await server.stop();
}
