import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { type Started, startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { sweepPayments } from '#app/use-cases/checkout/sweep-payments.server.ts';
import { listSentEmails } from '#db/queries/outbox.server.ts';
import { readHistory, readOrderLines } from '#db/queries/orders.server.ts';
import { readStock } from '#db/queries/stock.server.ts';
import { carts } from '#db/schema/carts.ts';
import { stockMovements } from '#db/schema/catalog.ts';
import { aCart, aShop, checkoutOf, depsAt, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pay } from '#tests/support/payment-page.ts';
import { booksOf, paymentsAt } from '#tests/support/paying.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());

async function aPlace() {
  const { db, url } = await testDatabase({ connections: 4 });
  const clock = testClock();
  const process = processDeps(db, paymentsAt(standIn));
  const ids = await aShop(db, [
    { sku: 'ESP-1K', prices: { EUR: '18.00' }, stock: '10', weightGrams: 1050 },
    { sku: 'CUP', prices: { EUR: '8.394958' }, stock: '5', taxClass: 'standard' },
  ]);
  return { db, url, clock, process, deps: depsAt(process, clock), ids };
}

const pageOf = (started: Started) => {
  if (started.kind !== 'redirect') throw new Error('there is no page to pay on');
  return started;
};

describe('a guest buys by card', () => {
  test('cart, payment page, order, mail: each once, and every sum the same', async () => {
    const { deps, process, url, ids } = await aPlace();
    const buyer = await aCart(deps, [
      { sku: 'ESP-1K', quantity: '2' },
      { sku: 'CUP', quantity: '3' },
    ]);
    const started = await startPayment(deps, checkoutOf(buyer));
    if (!started.ok) throw new Error(started.code);
    const { url: page, paymentId } = pageOf(started.value);

    const [held] = await readStock(deps.db, { variantIds: [ids.get('ESP-1K') ?? ''] });
    expect(held).toMatchObject({ onHand: '10.000000', reserved: '2.000000' });

    const back = await pay(page, { number: '4242424242424242' });
    expect(back).toBe(`http://localhost:3000/checkout/return/${paymentId}`);
    const settled = await settlePayment(deps, { paymentId, via: 'return' });
    expect(settled).toMatchObject({ state: 'paid' });

    const [book] = await booksOf(deps);
    // 36.00 at 7 % and three cups shown at 9.99 with 19 %; above 49.00 the parcel is free.
    expect(book).toMatchObject({ status: 'paid', payable: 6849n, paid: 6849n, received: 6849n, payment: 'paid' });
    const lines = await readOrderLines(deps.db, { orderId: book?.order ?? '' });
    expect(lines.map((line) => [line.sku, line.lineTotalMinor, line.taxMinor, line.taxRatePercent])).toEqual([
      ['ESP-1K', 3600n, 252n, '7.0000'],
      ['CUP', 2518n, 479n, '19.0000'],
    ]);
    expect(lines[0]?.reasons).toMatchObject([{ step: 'standard', verdict: 'won', unitPrice: '18' }]);

    const [taken] = await readStock(deps.db, { variantIds: [ids.get('ESP-1K') ?? ''] });
    expect(taken).toMatchObject({ onHand: '8.000000', reserved: '0.000000' });
    const history = await readHistory(deps.db, { orderId: book?.order ?? '' });
    expect(history.map(({ type }) => type)).toEqual(['payment_started', 'paid']);

    await runDueJobs(process, { url });
    const [mail, ...more] = await listSentEmails(deps.db, { to: 'ada@example.org', limit: 5 });
    expect(more).toEqual([]);
    expect(mail?.text).toContain('€68.49');
    expect(mail?.text).toMatch(/http:\/\/localhost:3000\/orders\/[A-Z0-9-]+\?key=/);
  });

  test('return, webhook and sweep at once, many times: one order, one stock movement, one confirmation', async () => {
    const { deps, process, url, clock } = await aPlace();
    const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '1' }]);
    const started = await startPayment(deps, checkoutOf(buyer));
    if (!started.ok) throw new Error(started.code);
    const { url: page, paymentId } = pageOf(started.value);
    await pay(page, { number: '4242424242424242' });
    clock.advance(3);
    await Promise.all([
      ...['return', 'webhook', 'return', 'webhook'].map((via) => settlePayment(deps, { paymentId, via })),
      sweepPayments(deps),
      sweepPayments(deps),
    ]);
    expect((await booksOf(deps)).map(({ status }) => status)).toEqual(['paid']);
    expect(await deps.db.select().from(stockMovements).where(eq(stockMovements.reason, 'ordered'))).toHaveLength(1);
    const [cart] = await deps.db.select().from(carts);
    expect(cart).toMatchObject({ status: 'ordered' });
    await runDueJobs(process, { url });
    expect(await listSentEmails(deps.db, { to: null, limit: 5 })).toHaveLength(1);
    // The same form again answers with that order.
    expect(await startPayment(deps, checkoutOf(buyer))).toMatchObject({ ok: true, value: { kind: 'ordered' } });
  });

  test('two tabs with the same cart are sent to the same page', async () => {
    const { deps } = await aPlace();
    const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '1' }]);
    const both = await Promise.all([startPayment(deps, checkoutOf(buyer)), startPayment(deps, checkoutOf(buyer))]);
    const urls = both.map((started) => started.ok && pageOf(started.value).url);
    expect(new Set(urls).size).toBe(1);
    expect(await booksOf(deps)).toHaveLength(1);
  });

  test('a changed cart ends the old page first, and is paid on a new one', async () => {
    const { deps, ids } = await aPlace();
    const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '1' }]);
    const first = await startPayment(deps, checkoutOf(buyer));
    await aCart(deps, [{ sku: 'ESP-1K', quantity: '1' }], buyer);
    const second = await startPayment(deps, checkoutOf(buyer));
    if (!first.ok || !second.ok) throw new Error('a payment was refused');
    await expect(pay(pageOf(first.value).url, { number: '4242424242424242' })).rejects.toThrow();
    await pay(pageOf(second.value).url, { number: '4242424242424242' });
    await settlePayment(deps, { paymentId: pageOf(second.value).paymentId, via: 'return' });
    const books = await booksOf(deps);
    expect(books.map(({ status }) => status).sort()).toEqual(['lapsed', 'paid']);
    const [stock] = await readStock(deps.db, { variantIds: [ids.get('ESP-1K') ?? ''] });
    expect(stock).toMatchObject({ onHand: '8.000000', reserved: '0.000000' });
  });

  test('paid in the old tab after the cart was changed in another: that order is the answer', async () => {
    const { deps } = await aPlace();
    const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '1' }]);
    const first = await startPayment(deps, checkoutOf(buyer));
    if (!first.ok) throw new Error(first.code);
    await aCart(deps, [{ sku: 'ESP-1K', quantity: '1' }], buyer);
    await pay(pageOf(first.value).url, { number: '4242424242424242' });
    expect(await startPayment(deps, checkoutOf(buyer))).toMatchObject({ ok: true, value: { kind: 'ordered' } });
    expect((await booksOf(deps)).map(({ status }) => status)).toEqual(['paid']);
  });

  test('nobody comes back: after fifteen minutes the page is closed and the stock is free', async () => {
    const { deps, clock, ids } = await aPlace();
    const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '10' }]);
    const started = await startPayment(deps, checkoutOf(buyer));
    if (!started.ok) throw new Error(started.code);
    clock.advance(14);
    await sweepPayments(deps);
    expect(await readStock(deps.db, { variantIds: [ids.get('ESP-1K') ?? ''] })).toMatchObject([
      { reserved: '10.000000' },
    ]);
    clock.advance(1);
    await sweepPayments(deps);
    expect(await readStock(deps.db, { variantIds: [ids.get('ESP-1K') ?? ''] })).toMatchObject([
      { reserved: '0.000000' },
    ]);
    await expect(pay(pageOf(started.value).url, { number: '4242424242424242' })).rejects.toThrow();
    expect((await booksOf(deps)).map(({ status, payment }) => [status, payment])).toEqual([['lapsed', 'expired']]);
  });

  test('paid in the last second before the sweep: the sweep makes the order instead of freeing the stock', async () => {
    const { deps, clock } = await aPlace();
    const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '10' }]);
    const started = await startPayment(deps, checkoutOf(buyer));
    if (!started.ok) throw new Error(started.code);
    await pay(pageOf(started.value).url, { number: '4242424242424242' });
    clock.advance(16);
    await sweepPayments(deps);
    expect((await booksOf(deps)).map(({ status }) => status)).toEqual(['paid']);
  });
});
