import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { decideOnReturn } from '#app/use-cases/orders/decide-on-return.server.ts';
import { fulfilOrder } from '#app/use-cases/orders/fulfil-order.server.ts';
import { receiveReturn } from '#app/use-cases/orders/receive-return.server.ts';
import { requestRefund } from '#app/use-cases/orders/request-refund.server.ts';
import { requestReturn } from '#app/use-cases/orders/request-return.server.ts';
import { listCreditNotes } from '#db/queries/invoices.server.ts';
import { findOrder, readHistory, readOrderLines, readRefunds } from '#db/queries/orders.server.ts';
import { listSentEmails } from '#db/queries/outbox.server.ts';
import { stockLevels } from '#db/schema/catalog.ts';
import { aCart, aShop, checkoutOf, depsAt, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pay } from '#tests/support/payment-page.ts';
import { paymentsAt } from '#tests/support/paying.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());

const by = { personId: null, via: 'page' };
const parcel = { carrier: 'DHL', trackingNumber: '1', trackingUrl: '' };
const why = { reason: 'changed_mind', note: '' } as const;

async function aDeliveredOrder() {
  const { db, url } = await testDatabase({ connections: 6 });
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
  await fulfilOrder(deps, { orderId, lines: null, ...parcel, ...by });
  const order = async () => {
    const found = await findOrder(db, { scope: { kind: 'staff' }, id: orderId });
    if (!found) throw new Error('the order is gone');
    return found;
  };
  const jobs = () => runDueJobs(process, { url });
  const shelf = async (sku: string) => {
    const [row] = await db
      .select()
      .from(stockLevels)
      .where(eq(stockLevels.variantId, ids.get(sku) ?? ''));
    return Number(row?.onHand);
  };
  const announce = (line: number, quantity: string) =>
    requestReturn(deps, { orderId, units: [{ line, quantity }], ...why, ...by });
  return { db, deps, clock, orderId, order, jobs, shelf, announce };
}

describe('a return', () => {
  test('is announced, approved, received, restocked or written off, paid back in exact shares, credited and told', async () => {
    const { db, deps, orderId, order, jobs, shelf, announce } = await aDeliveredOrder();
    const first = await announce(1, '1');
    if (!first.ok) throw new Error(first.code);
    const act = { orderId, returnId: first.value.returnId, ...by };
    expect(await decideOnReturn(deps, { ...act, event: 'approve', answer: '' })).toMatchObject({ ok: true });
    expect(await receiveReturn(deps, { ...act, restock: [1] })).toMatchObject({
      ok: true,
      value: { status: 'partly_returned' },
    });
    expect(await shelf('ESP-1K')).toBe(8);
    const rest = await requestReturn(deps, {
      orderId,
      units: [
        { line: 1, quantity: '2' },
        { line: 2, quantity: '2' },
      ],
      ...why,
      ...by,
    });
    if (!rest.ok) throw new Error(rest.code);
    // Nothing of it is fit to be sold again.
    await receiveReturn(deps, { orderId, returnId: rest.value.returnId, ...by, restock: [] });
    expect([await shelf('ESP-1K'), await shelf('CUP')]).toEqual([8, 8]);
    await jobs();
    await jobs();

    const paidBack = await order();
    expect(paidBack).toMatchObject({ status: 'returned' });
    expect(paidBack.refundedMinor).toBe(paidBack.paidMinor);
    const notes = await listCreditNotes(db, { orderId });
    expect(notes.reduce((sum, note) => sum + note.amountMinor, 0n)).toBe(paidBack.payableMinor);
    const told = (await listSentEmails(db, { to: null, limit: 30 })).map(({ subject }) => subject);
    for (const words of ['Your return for', 'Please send it back', 'has arrived', 'Money back'])
      expect(
        told.some((subject) => subject.includes(words)),
        words,
      ).toBe(true);
    const trail = (await readHistory(db, { orderId })).map(({ type }) => type);
    expect(trail).toEqual(
      expect.arrayContaining(['return_requested', 'return_approved', 'partly_returned', 'returned', 'refunded']),
    );
  });

  test('of more than was bought, or after the period, is refused; two clicks at once are one return', async () => {
    const { clock, announce } = await aDeliveredOrder();
    expect(await announce(1, '4')).toMatchObject({ code: 'more_than_delivered' });
    const both = await Promise.all([announce(2, '2'), announce(2, '2')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'more_than_delivered' });
    clock.advance(60 * 24 * 60);
    expect(await announce(1, '1')).toMatchObject({ code: 'return_period_over' });
  });

  test('that comes in while all is paid back elsewhere is paid back once', async () => {
    const { db, deps, orderId, order, jobs, announce } = await aDeliveredOrder();
    const asked = await announce(1, '3');
    if (!asked.ok) throw new Error(asked.code);
    const act = { orderId, returnId: asked.value.returnId, ...by };
    await Promise.all([
      receiveReturn(deps, { ...act, restock: [1] }),
      receiveReturn(deps, { ...act, restock: [1] }),
      requestRefund(deps, { orderId, wish: { kind: 'rest' }, reason: 'goodwill', ...by }),
    ]);
    await jobs();
    await jobs();
    const settled = await order();
    expect(settled.refundedMinor).toBe(settled.paidMinor);
    const refunds = await readRefunds(db, { orderId });
    expect(refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(settled.paidMinor);
    const [line] = await readOrderLines(db, { orderId });
    expect(Number(line?.returnedQuantity)).toBe(3);
  });
});
