import { afterAll, describe, expect, test } from 'vitest';
import { toExact } from '#app/domain/money/exact.ts';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { cancelOrder } from '#app/use-cases/orders/cancel-order.server.ts';
import { fulfilOrder } from '#app/use-cases/orders/fulfil-order.server.ts';
import { requestRefund } from '#app/use-cases/orders/request-refund.server.ts';
import { sendLostLink } from '#app/use-cases/orders/send-lost-link.server.ts';
import { searchOrders } from '#db/queries/order-lists.server.ts';
import { findOrder, readHistory, readOrderLines, readRefunds } from '#db/queries/orders.server.ts';
import { listSentEmails } from '#db/queries/outbox.server.ts';
import { readPayments } from '#db/queries/payments.server.ts';
import { readStock } from '#db/queries/stock.server.ts';
import { aCart, aShop, checkoutOf, depsAt, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pay } from '#tests/support/payment-page.ts';
import { paymentsAt } from '#tests/support/paying.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());

const by = { personId: null, via: 'page' };
const parcel = { carrier: 'DHL', trackingNumber: 'JD014600003', trackingUrl: 'https://parcels.example/JD014600003' };

async function aPaidOrder() {
  const { db, url } = await testDatabase({ connections: 4 });
  const clock = testClock();
  const process = processDeps(db, paymentsAt(standIn));
  const deps = depsAt(process, clock);
  const ids = await aShop(db, [
    { sku: 'ESP-1K', prices: { EUR: '3.333333' }, stock: '10' },
    { sku: 'CUP', prices: { EUR: '8.394958' }, stock: '10', taxClass: 'standard' },
  ]);
  const buyer = await aCart(deps, [
    { sku: 'ESP-1K', quantity: '3' },
    { sku: 'CUP', quantity: '2' },
  ]);
  const started = await startPayment(deps, checkoutOf(buyer));
  if (!started.ok || started.value.kind !== 'redirect') throw new Error('the purchase was refused');
  await pay(started.value.url, { number: '4242424242424242' });
  const settled = await settlePayment(deps, { paymentId: started.value.paymentId, via: 'return' });
  const orderId = settled?.orderId ?? '';
  await runDueJobs(process, { url });
  const order = async () => {
    const found = await findOrder(db, { scope: { kind: 'staff' }, id: orderId });
    if (!found) throw new Error('the order is gone');
    return found;
  };
  const subjects = async () => {
    await runDueJobs(process, { url });
    return (await listSentEmails(db, { to: null, limit: 20 })).map(({ subject }) => subject).reverse();
  };
  return { db, deps, url, process, orderId, order, subjects, ids };
}

describe('what leaves', () => {
  test('in two parcels, each told once, with where it is', async () => {
    const { deps, db, orderId, order, subjects } = await aPaidOrder();
    const first = await fulfilOrder(deps, { orderId, lines: [{ line: 1, quantity: '2' }], ...parcel, ...by });
    expect(first).toMatchObject({ ok: true, value: { status: 'partly_fulfilled' } });
    expect(await fulfilOrder(deps, { orderId, lines: null, ...parcel, ...by })).toMatchObject({
      ok: true,
      value: { status: 'fulfilled' },
    });
    expect(await fulfilOrder(deps, { orderId, lines: null, ...parcel, ...by })).toMatchObject({ code: 'wrong_state' });
    const { number } = await order();
    expect(await subjects()).toEqual([
      `Order ${number} is confirmed`,
      `A part of order ${number} is on its way`,
      `Order ${number} is on its way`,
    ]);
    const lines = await readOrderLines(db, { orderId });
    expect(lines.map(({ fulfilledQuantity }) => fulfilledQuantity)).toEqual(['3.000000', '2.000000']);
    const history = await readHistory(db, { orderId });
    expect(history.map(({ type }) => type)).toEqual(['payment_started', 'paid', 'partly_fulfilled', 'fulfilled']);
  });

  test.each([
    ['more than was ordered', [{ line: 1, quantity: '4' }], 'more_than_ordered'],
    ['a line that is not there', [{ line: 7, quantity: '1' }], 'no_such_line'],
    ['nothing', [{ line: 1, quantity: '0' }], 'nothing_to_fulfil'],
  ])('%s does not', async (_case, lines, code) => {
    const { deps, orderId, order } = await aPaidOrder();
    expect(await fulfilOrder(deps, { orderId, lines, ...parcel, ...by })).toMatchObject({ ok: false, code });
    expect((await order()).status).toBe('paid');
  });

  test('two clerks at once send one parcel', async () => {
    const { deps, orderId, subjects } = await aPaidOrder();
    const both = await Promise.all([1, 2].map(() => fulfilOrder(deps, { orderId, lines: null, ...parcel, ...by })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await subjects()).toHaveLength(2);
  });
});

describe('what goes back', () => {
  test('unit by unit until all of it: the provider gave back what was paid, to the cent', async () => {
    const { deps, db, orderId, order, process, url } = await aPaidOrder();
    for (const unit of [1, 1, 1]) {
      const wish = { kind: 'units' as const, units: [{ line: unit, quantity: toExact('1') }], freight: false };
      expect(await requestRefund(deps, { orderId, wish, reason: 'damaged', ...by })).toMatchObject({ ok: true });
      await runDueJobs(process, { url });
    }
    const refunds = await readRefunds(db, { orderId });
    // 10.70 with tax in three parts.
    expect(refunds.map(({ amountMinor, status }) => [amountMinor, status])).toEqual([
      [357n, 'succeeded'],
      [356n, 'succeeded'],
      [357n, 'succeeded'],
    ]);
    expect(await requestRefund(deps, { orderId, wish: { kind: 'rest' }, reason: 'rest', ...by })).toMatchObject({
      ok: true,
    });
    await runDueJobs(process, { url });
    const all = await order();
    expect(all.refundedMinor).toBe(all.paidMinor);
    const [payment] = await readPayments(db, { orderId });
    const given = await deps.payments.refundedSoFar(payment?.intentId ?? '', 'EUR');
    expect(given.minor).toBe(all.paidMinor);
    expect(await requestRefund(deps, { orderId, wish: { kind: 'rest' }, reason: 'again', ...by })).toMatchObject({
      code: 'nothing_to_refund',
    });
  });

  test('two clerks at once never give back more than was paid', async () => {
    const { deps, db, orderId, order, process, url } = await aPaidOrder();
    const { payableMinor } = await order();
    const wish = { kind: 'amount' as const, minor: payableMinor - 100n };
    const both = await Promise.all([1, 2].map(() => requestRefund(deps, { orderId, wish, reason: 'both', ...by })));
    expect(both.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['more_than_paid', 'ok']);
    await Promise.all([runDueJobs(process, { url }), runDueJobs(process, { url })]);
    expect((await readRefunds(db, { orderId })).map(({ status }) => status)).toEqual(['succeeded']);
    expect((await order()).refundedMinor).toBe(payableMinor - 100n);
  });

  test('cancelled before anything left: the shelf is full again and all the money goes back', async () => {
    const { deps, db, orderId, order, subjects, ids } = await aPaidOrder();
    expect(await cancelOrder(deps, { orderId, reason: 'changed my mind', ...by })).toMatchObject({ ok: true });
    expect(await cancelOrder(deps, { orderId, reason: 'twice', ...by })).toMatchObject({ code: 'wrong_state' });
    const { number } = await order();
    expect(await subjects()).toEqual([
      `Order ${number} is confirmed`,
      `Order ${number} is cancelled`,
      `Money back for order ${number}`,
    ]);
    const after = await order();
    expect(after).toMatchObject({ status: 'cancelled', refundedMinor: after.paidMinor });
    const stock = await readStock(db, { variantIds: [...ids.values()] });
    expect(stock.map(({ onHand, reserved }) => [onHand, reserved])).toEqual([
      ['10.000000', '0.000000'],
      ['10.000000', '0.000000'],
    ]);
  });

  test('what has left cannot be cancelled', async () => {
    const { deps, orderId } = await aPaidOrder();
    await fulfilOrder(deps, { orderId, lines: [{ line: 1, quantity: '1' }], ...parcel, ...by });
    expect(await cancelOrder(deps, { orderId, reason: 'late', ...by })).toMatchObject({ code: 'wrong_state' });
  });
});

test('orders are found by number, e-mail and name, never those that were not paid', async () => {
  const { deps, db, order } = await aPaidOrder();
  await startPayment(deps, checkoutOf(await aCart(deps, [{ sku: 'CUP', quantity: '1' }])));
  const { number } = await order();
  for (const words of [number.slice(0, 6).toLowerCase(), 'ADA@', 'lovelace', ''])
    expect((await searchOrders(db, { words, after: null, limit: 9 })).map((found) => found.number)).toEqual([number]);
  expect(await searchOrders(db, { words: '100%', after: null, limit: 9 })).toEqual([]);
});

test('a guest who lost the link gets it at the order’s own e-mail; nobody learns whether there is such an order', async () => {
  const { db, deps, order, subjects } = await aPaidOrder();
  const { number } = await order();
  const links = async () => (await subjects()).filter((subject) => subject.startsWith('The way to your order')).length;
  const asked = (input: { number: string; email: string }) => sendLostLink(deps, { ...input, clientIp: '127.0.0.1' });
  expect(await asked({ number, email: 'somebody@example.org' })).toEqual({ ok: true, value: null });
  expect(await asked({ number: 'AAAA-BBBBB', email: 'ada@example.org' })).toEqual({ ok: true, value: null });
  expect(await links()).toBe(0);
  expect(await asked({ number: ` ${number.toLowerCase()} `, email: 'ADA@example.org' })).toEqual({
    ok: true,
    value: null,
  });
  expect(await links()).toBe(1);
  const [mail] = (await listSentEmails(db, { to: 'ada@example.org', limit: 1 })).slice(0, 1);
  expect(mail?.text).toContain(`/orders/${number}?key=`);
  for (let times = 0; times < 20; times += 1) await asked({ number, email: 'ada@example.org' });
  expect(await asked({ number, email: 'ada@example.org' })).toEqual({ ok: false, code: 'rate_limited' });
});
