import { afterAll, expect, test } from 'vitest';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { sweepPayments } from '#app/use-cases/checkout/sweep-payments.server.ts';
import { readStock } from '#db/queries/stock.server.ts';
import { aCart, aShop, checkoutOf, depsAt, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pay } from '#tests/support/payment-page.ts';
import { booksOf, paymentsAt } from '#tests/support/paying.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());

test('60 buyers race for 10 units: 10 orders, 50 told so by name, and nothing charged that was not ordered', async () => {
  const { db } = await testDatabase({ connections: 20 });
  const clock = testClock();
  const deps = depsAt(processDeps(db, paymentsAt(standIn)), clock);
  const ids = await aShop(db, [
    { sku: 'LAST-TEN', prices: { EUR: '20.00' }, stock: '10' },
    { sku: 'PLENTY', prices: { EUR: '5.00' }, stock: '1000' },
  ]);
  const buyers = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      aCart(deps, [
        // Half of them name the two the other way round: locks are taken in one order all the same.
        ...(index % 2 ? [{ sku: 'PLENTY', quantity: '1' }] : []),
        { sku: 'LAST-TEN', quantity: '1' },
        ...(index % 2 ? [] : [{ sku: 'PLENTY', quantity: '1' }]),
      ]),
    ),
  );

  const started = await Promise.all(buyers.map((buyer) => startPayment(deps, checkoutOf(buyer))));
  const sent = started.flatMap((one) => (one.ok && one.value.kind === 'redirect' ? [one.value] : []));
  const told = started.flatMap((one) => (one.ok ? [] : [one]));
  expect(sent).toHaveLength(10);
  expect(told).toHaveLength(50);
  for (const refusal of told)
    expect(refusal).toMatchObject({ code: 'out_of_stock', detail: { lines: [{ sku: 'LAST-TEN', available: '0' }] } });

  await Promise.all(sent.map(({ url }) => pay(url, { number: '4242424242424242' })));
  await Promise.all([
    ...sent.map(({ paymentId }) => settlePayment(deps, { paymentId, via: 'return' })),
    ...sent.map(({ paymentId }) => settlePayment(deps, { paymentId, via: 'webhook' })),
    sweepPayments(deps),
  ]);

  const books = await booksOf(deps);
  expect(books).toHaveLength(10);
  for (const book of books) expect(book).toMatchObject({ status: 'paid', payment: 'paid', received: book.payable });
  const stock = await readStock(db, { variantIds: [...ids.values()] });
  const of = (sku: string) => stock.find(({ variantId }) => variantId === ids.get(sku));
  expect(of('LAST-TEN')).toMatchObject({ onHand: '0.000000', reserved: '0.000000' });
  expect(of('PLENTY')).toMatchObject({ onHand: '990.000000', reserved: '0.000000' });
});

test('one of ten gives up: the eleventh buyer gets the unit, never two buyers the same one', async () => {
  const { db } = await testDatabase({ connections: 8 });
  const clock = testClock();
  const deps = depsAt(processDeps(db, paymentsAt(standIn)), clock);
  const ids = await aShop(db, [{ sku: 'LAST', prices: { EUR: '20.00' }, stock: '1' }]);
  const [first, second] = [
    await aCart(deps, [{ sku: 'LAST', quantity: '1' }]),
    await aCart(deps, [{ sku: 'LAST', quantity: '1' }]),
  ];
  const held = await startPayment(deps, checkoutOf(first));
  if (!held.ok || held.value.kind !== 'redirect') throw new Error('the first buyer was refused');
  expect(await startPayment(deps, checkoutOf(second))).toMatchObject({ code: 'out_of_stock' });
  clock.advance(15);
  await sweepPayments(deps);
  const now = await startPayment(deps, checkoutOf(second));
  if (!now.ok || now.value.kind !== 'redirect') throw new Error('the second buyer was refused');
  await pay(now.value.url, { number: '4242424242424242' });
  await settlePayment(deps, { paymentId: now.value.paymentId, via: 'return' });
  expect(await readStock(db, { variantIds: [ids.get('LAST') ?? ''] })).toMatchObject([
    { onHand: '0.000000', reserved: '0.000000' },
  ]);
  expect((await booksOf(deps)).map(({ status }) => status).sort()).toEqual(['lapsed', 'paid']);
});
