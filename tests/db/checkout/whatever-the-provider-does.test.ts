import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { makeRefund } from '#app/use-cases/orders/make-refund.server.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { sweepPayments } from '#app/use-cases/checkout/sweep-payments.server.ts';
import { listEventsOf } from '#db/queries/events.server.ts';
import { listSentEmails } from '#db/queries/outbox.server.ts';
import { readRefunds } from '#db/queries/orders.server.ts';
import { listDueRefunds } from '#db/queries/payments.server.ts';
import { readStock } from '#db/queries/stock.server.ts';
import { stockLevels } from '#db/schema/catalog.ts';
import { payments as paymentRows } from '#db/schema/orders.ts';
import { aCart, aShop, checkoutOf, depsAt, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { startNoticeReceiver } from '#tests/support/notice-receiver.ts';
import { pay } from '#tests/support/payment-page.ts';
import { booksOf, paymentsAt } from '#tests/support/paying.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const receiver = await startNoticeReceiver();
const standIn = await startStripeStandIn({ webhookUrl: receiver.url, schedule: [0, 0.1, 0.2, 0.4] });
afterAll(async () => {
  await standIn.stop();
  await receiver.close();
});
beforeEach(() => standIn.calm());

const card = '4242424242424242';

async function aPlace() {
  const { db, url } = await testDatabase({ connections: 6 });
  const clock = testClock();
  const process = processDeps(db, paymentsAt(standIn));
  const deps = depsAt(process, clock);
  const ids = await aShop(db, [{ sku: 'ESP-1K', prices: { EUR: '18.00' }, stock: '5', weightGrams: 1050 }]);
  receiver.answerWith(deps);
  const stock = async () => (await readStock(db, { variantIds: [ids.get('ESP-1K') ?? ''] }))[0];
  return { db, url, clock, process, deps, stock };
}

/** As a buyer does it: again, when the shop says that the provider does not answer. */
async function startStubbornly(...given: Parameters<typeof startPayment>) {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const started = await startPayment(...given);
    if (started.ok && started.value.kind === 'redirect') return started.value;
    if (!started.ok && started.code !== 'payment_unavailable') throw new Error(started.code);
  }
  throw new Error('the payment was never opened');
}

describe('whatever the provider does, there is one order of the right amount', () => {
  test.each([
    ['events come twice', { duplicateEvents: true }],
    ['events come in the wrong order', { reorderEvents: true }],
    ['events come late', { delayEventsMs: 300 }],
    ['events are lost', { dropEvents: 20 }],
    ['events are held back', { holdEvents: true }],
    ['the provider fails twice and does nothing', { failNext: 2 }],
    ['it opens the page, and answers 500', { failAfterExecuting: 1, onlyPath: '/v1/checkout/sessions' }],
    ['it opens the page, and the line goes dead', { hangUpAfterExecuting: 1, onlyPath: '/v1/checkout/sessions' }],
    ['it is slow', { latencyMs: 150 }],
  ])('%s', async (_what, chaos) => {
    const { deps, process, url, clock, stock } = await aPlace();
    const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '2' }]);
    await standIn.chaos(chaos);
    const { url: page } = await startStubbornly(deps, checkoutOf(buyer));
    await pay(page, { number: card });
    // Nobody comes back: the browser was closed. Notices do what they can, the sweep does the rest.
    await new Promise((resolve) => setTimeout(resolve, 50));
    clock.advance(3);
    await Promise.all([sweepPayments(deps), sweepPayments(deps)]);
    await standIn.calm();
    await standIn.flush();
    clock.advance(20);
    await sweepPayments(deps);

    const books = await booksOf(deps);
    // 36.00 and 6.64 of freight for 2.1 kg, both with 7 %.
    expect(books.filter(({ status }) => status === 'paid')).toMatchObject([{ payable: 4562n, received: 4562n }]);
    expect(books.filter(({ status }) => status === 'awaiting_payment')).toEqual([]);
    expect(await stock()).toMatchObject({ onHand: '3.000000', reserved: '0.000000' });
    await runDueJobs(process, { url });
    const mails = await listSentEmails(deps.db, { to: null, limit: 9 });
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/is confirmed/)]);
  });
});

describe('money that cannot become an order goes back in full, and is reported', () => {
  test('late money whose stock is gone', async () => {
    const { deps, db, process, url, stock } = await aPlace();
    const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '5' }]);
    const { url: page, paymentId } = await startStubbornly(deps, checkoutOf(buyer));
    // A shop that lost its memory of the page: the reservation ends, the page stays open.
    const [row] = await db.update(paymentRows).set({ sessionId: null }).returning();
    await settlePayment(deps, { paymentId, via: 'test', isOver: true });
    await db.update(paymentRows).set({ sessionId: row ? page.match(/cs_[A-Za-z0-9_]+/)?.[0] : null });
    await db.update(stockLevels).set({ onHand: '1' });
    await standIn.chaos({ holdEvents: true });
    await pay(page, { number: card });
    expect(await settlePayment(deps, { paymentId, via: 'webhook' })).toMatchObject({ state: 'given_back' });

    const [due] = await listDueRefunds(db, { at: deps.now(), limit: 5 });
    await Promise.all([makeRefund(deps, { refundId: due?.id ?? '' }), makeRefund(deps, { refundId: due?.id ?? '' })]);
    const [book] = await booksOf(deps);
    expect(book).toMatchObject({ status: 'lapsed', payment: 'refunded', paid: 0n });
    const refunds = await readRefunds(db, { orderId: book?.order ?? '' });
    expect(refunds).toMatchObject([{ status: 'succeeded', amountMinor: book?.received, reason: 'late' }]);
    const events = await listEventsOf(db, { subjectId: book?.order ?? '', companyId: null });
    expect(events.map(({ type }) => type)).toEqual(['payment.given_back', 'order.refunded']);
    expect(await stock()).toMatchObject({ onHand: '1.000000', reserved: '0.000000' });
    await runDueJobs(process, { url });
    const mails = await listSentEmails(db, { to: null, limit: 5 });
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/Money back/)]);
    const intent = await deps.payments.refundedSoFar((await db.select().from(paymentRows))[0]?.intentId ?? '', 'EUR');
    expect(intent.minor).toBe(book?.received);
  });

  test('late money whose stock is still there makes the order after all', async () => {
    const { deps, db, stock } = await aPlace();
    const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '5' }]);
    const { url: page, paymentId } = await startStubbornly(deps, checkoutOf(buyer));
    await db.update(paymentRows).set({ sessionId: null });
    await settlePayment(deps, { paymentId, via: 'test', isOver: true });
    expect((await booksOf(deps)).map(({ status }) => status)).toEqual(['lapsed']);
    // The notice of the payment brings back what it is called.
    await pay(page, { number: card });
    await standIn.flush();
    expect((await booksOf(deps)).map(({ status, payment }) => [status, payment])).toEqual([['paid', 'paid']]);
    expect(await stock()).toMatchObject({ onHand: '0.000000', reserved: '0.000000' });
  });

  test('less than the order costs was paid', async () => {
    const { deps, db, stock } = await aPlace();
    const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '1' }]);
    const { url: page, paymentId } = await startStubbornly(deps, checkoutOf(buyer));
    await standIn.chaos({ holdEvents: true });
    await pay(page, { number: card });
    await db.update(paymentRows).set({ amountMinor: 999_999n });
    expect(await settlePayment(deps, { paymentId, via: 'return' })).toMatchObject({ state: 'given_back' });
    const [book] = await booksOf(deps);
    expect(book).toMatchObject({ status: 'lapsed', payment: 'refund_due' });
    expect(await readRefunds(db, { orderId: book?.order ?? '' })).toMatchObject([
      { status: 'due', amountMinor: book?.received, reason: 'underpaid' },
    ]);
    expect(await stock()).toMatchObject({ onHand: '5.000000', reserved: '0.000000' });
  });

  test('more than the order costs was paid: it is an order, and the excess goes back', async () => {
    const { deps, db } = await aPlace();
    const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '1' }]);
    const { url: page, paymentId } = await startStubbornly(deps, checkoutOf(buyer));
    await standIn.chaos({ holdEvents: true });
    await pay(page, { number: card });
    await db.update(paymentRows).set({ amountMinor: 1_000n });
    expect(await settlePayment(deps, { paymentId, via: 'return' })).toMatchObject({ state: 'paid' });
    const [book] = await booksOf(deps);
    expect(await readRefunds(db, { orderId: book?.order ?? '' })).toMatchObject([
      { status: 'due', amountMinor: (book?.received ?? 0n) - 1_000n, reason: 'overpaid' },
    ]);
  });
});

test('a notice with a wrong signature changes nothing', async () => {
  const { deps } = await aPlace();
  const answer = await fetch(receiver.url, {
    method: 'POST',
    headers: { 'Stripe-Signature': 't=1,v1=00' },
    body: '{"id":"evt_1","object":"event","type":"payment_intent.succeeded"}',
  });
  expect(answer.status).toBe(400);
  expect(await booksOf(deps)).toEqual([]);
});
