import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { personId } from '#app/domain/access/ids.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { money } from '#app/domain/money/money.ts';
import { reorderView } from '#app/http/reorder-view.server.ts';
import { commitReorder } from '#app/use-cases/orders/commit-reorder.server.ts';
import { fulfilOrder } from '#app/use-cases/orders/fulfil-order.server.ts';
import { previewReorder } from '#app/use-cases/orders/preview-reorder.server.ts';
import { undoReorder } from '#app/use-cases/orders/undo-reorder.server.ts';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { readPayments } from '#db/queries/payments.server.ts';
import { readStock } from '#db/queries/stock.server.ts';
import { stockLevels } from '#db/schema/catalog.ts';
import { persons } from '#db/schema/identity.ts';
import { orders } from '#db/schema/orders.ts';
import { aCart, aShop, checkoutOf, depsAt, processDeps, testClock, visitor } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pay } from '#tests/support/payment-page.ts';
import { paymentsAt } from '#tests/support/paying.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const eur = (minor: bigint) => money(minor, 'EUR');

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());

/** A consumer who bought two bags by card and let the card be kept. */
async function aReturningConsumer() {
  const { db, url } = await testDatabase({ connections: 4 });
  const clock = testClock();
  const process = processDeps(db, paymentsAt(standIn));
  const deps = depsAt(process, clock);
  const ids = await aShop(db, [{ sku: 'ESP-1K', prices: { EUR: '18.00' }, stock: '10', weightGrams: 1050 }]);
  const person = personId(newId());
  await db
    .insert(persons)
    .values({ id: person, email: 'ada@example.org', name: 'Ada Lovelace', locale: 'en', createdAt: clock.now() });
  const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '2' }], {
    ...visitor(),
    owner: { cartId: null, personId: person, unitId: null },
  });
  const started = await startPayment(deps, checkoutOf(buyer));
  if (!started.ok || started.value.kind !== 'redirect') throw new Error('no page');
  await pay(started.value.url, { number: '4242424242424242', save: true });
  const settled = await settlePayment(deps, { paymentId: started.value.paymentId, via: 'return' });
  if (settled?.state !== 'paid') throw new Error('not paid');
  const actor = { person, via: 'page', member: null, standsInFor: null, staff: null };
  const about = { orderId: settled.orderId, scope: { kind: 'staff' as const }, actor, via: 'page' };
  const preview = async () => {
    const shown = await previewReorder(deps, about);
    if (!shown.ok) throw new Error(shown.code);
    return shown.value.preview;
  };
  const commit = (previewId: string) =>
    commitReorder(deps, {
      ...about,
      previewId,
      choices: new Map(),
      isOneClick: true,
      payment: { origin: 'http://localhost:3000', returnPath: '/checkout/return/{payment}', cancelPath: '/' },
    });
  const click = async () => {
    const done = await commit((await preview()).id);
    if (!done.ok || done.value.kind !== 'ordered') throw new Error('not ordered');
    return done.value;
  };
  const stock = async () => (await readStock(db, { variantIds: [ids.get('ESP-1K') ?? ''] }))[0];
  return { db, url, clock, process, deps, about, actor, preview, commit, click, stock };
}

test('a consumer orders again with one click, by the saved card; two tabs and a slow line make one order', async () => {
  const place = await aReturningConsumer();
  const answers = await Promise.all([place.click(), place.click(), place.click()]);
  expect(new Set(answers.map(({ orderId }) => orderId)).size).toBe(1);
  expect(answers[0]).toMatchObject({ paymentUrl: null });
  const again = await place.db.select().from(orders).where(eq(orders.channel, 'reorder'));
  expect(again).toMatchObject([{ status: 'paid', reorderOfId: place.about.orderId }]);
  expect(await place.stock()).toMatchObject({ onHand: '6.000000', reserved: '0.000000' });
  place.clock.advance(31);
  const later = await place.click();
  expect(later.orderId).not.toBe(answers[0]?.orderId);
});

test('a consumer is shown what has changed at prices with tax, which add up to what is paid', async () => {
  const place = await aReturningConsumer();
  await place.db.update(stockLevels).set({ onHand: '1' });
  const preview = await place.preview();
  const { lines, sums } = reorderView(preview, 'en');
  expect(lines).toMatchObject([
    {
      facts: ['The quantity that can be ordered now is 1.'],
      thenTotal: eur(3852n),
      options: [{ take: 'less', total: eur(1926n) }, { take: 'leave_out' }],
    },
  ]);
  expect(sums).toMatchObject({ isTaxIncluded: true, total: eur(1926n), payable: eur(preview.payableMinor) });
  expect(sums.total.minor + sums.freight.minor).toBe(sums.payable.minor);
  expect(sums.freight).toEqual(eur(441n));
});

test('undone in time, the goods are back and the money is on its way back; twice changes nothing', async () => {
  const place = await aReturningConsumer();
  const { orderId } = await place.click();
  const undo = () => undoReorder(place.deps, { orderId: orderId ?? '', actor: place.actor, via: 'page' });
  const stranger = { ...place.actor, person: personId(newId()) };
  expect(await undoReorder(place.deps, { orderId: orderId ?? '', actor: stranger, via: 'page' })).toMatchObject({
    code: 'not_found',
  });
  expect((await Promise.all([undo(), undo()])).map(({ ok }) => ok)).toEqual([true, true]);
  expect(await place.stock()).toMatchObject({ onHand: '8.000000', reserved: '0.000000' });
  await runDueJobs(place.process, { url: place.url });
  const [order] = await place.db
    .select()
    .from(orders)
    .where(eq(orders.id, orderId ?? ''));
  expect(order).toMatchObject({ status: 'cancelled' });
  expect(order?.refundedMinor).toBe(order?.payableMinor);
  const [payment] = await readPayments(place.db, { orderId: orderId ?? '' });
  expect(payment).toMatchObject({ kind: 'saved_card', status: 'paid' });
});

test('after half an hour it cannot be undone', async () => {
  const place = await aReturningConsumer();
  const { orderId } = await place.click();
  place.clock.advance(30);
  expect(await undoReorder(place.deps, { orderId: orderId ?? '', actor: place.actor, via: 'page' })).toMatchObject({
    code: 'undo_over',
  });
});

test('undo and fulfilment at the same moment: one of them', async () => {
  const place = await aReturningConsumer();
  const { orderId } = await place.click();
  const id = orderId ?? '';
  const [undone, shipped] = await Promise.all([
    undoReorder(place.deps, { orderId: id, actor: place.actor, via: 'page' }),
    fulfilOrder(place.deps, {
      orderId: id,
      lines: null,
      carrier: 'DHL',
      trackingNumber: '1',
      trackingUrl: '',
      personId: null,
      via: 'page',
    }),
  ]);
  expect([undone.ok, shipped.ok].filter(Boolean)).toHaveLength(1);
  const [order] = await place.db.select().from(orders).where(eq(orders.id, id));
  expect(order?.status).toBe(undone.ok ? 'cancelled' : 'fulfilled');
});
