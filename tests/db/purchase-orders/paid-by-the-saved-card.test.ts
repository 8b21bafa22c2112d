import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eq, sql } from 'drizzle-orm';
import { newId } from '#app/integrations/ids.server.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { sweepPayments } from '#app/use-cases/checkout/sweep-payments.server.ts';
import { begin, placePurchaseOrder } from '#app/use-cases/purchase-orders/place-purchase-order.server.ts';
import { keepCompanyCustomer } from '#db/queries/payment-customers.server.ts';
import { readStock } from '#db/queries/stock.server.ts';
import { stockLevels } from '#db/schema/catalog.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { orders, payments } from '#db/schema/orders.ts';
import { testDatabase } from '#tests/support/database.ts';
import { authenticate, pay } from '#tests/support/payment-page.ts';
import { paymentsAt } from '#tests/support/paying.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());
const { db } = await testDatabase({ connections: 4 });
const world = await purchaseOrderWorld(db);
const deps = { ...world.deps, payments: paymentsAt(standIn) };
let companyId = '';

beforeAll(async () => {
  companyId = await world.putCompany('harbour-hotels', { terms: 'now', approval_rules: [], delegations: [] });
});
beforeEach(() => standIn.calm());

/** As if finance had typed it on the provider's page. */
async function saveCard(number: string) {
  const providerId = await deps.payments.createCustomer({
    email: 'cfo@harbour.example',
    name: 'Harbour Hotels',
    reference: companyId,
    idempotencyKey: newId(),
  });
  const { url } = await deps.payments.openCardSetup({
    customerId: providerId,
    successUrl: 'http://localhost:3000/back',
    cancelUrl: 'http://localhost:3000/away',
    locale: 'en',
    idempotencyKey: newId(),
  });
  const back = await pay(url, { number });
  if (!back.startsWith('http://localhost:3000')) await authenticate(back, 'complete');
  const [card] = await deps.payments.listSavedCards(providerId);
  await keepCompanyCustomer(db, { providerId, companyId, methodId: card?.paymentMethodId ?? null, at: world.at() });
}
const noCard = async () => void (await db.execute(sql`delete from payment_customers`));

const ten = { lines: [{ sku: 'ESP-1K', quantity: '10' }] };
const approved = () => world.submitted(ten);
const books = async (id: string) => {
  const rows = await db
    .select({
      order: orders.status,
      payment: payments.status,
      paid: orders.paidMinor,
      received: payments.receivedMinor,
    })
    .from(orders)
    .leftJoin(payments, eq(payments.orderId, orders.id))
    .where(eq(orders.purchaseOrderId, id));
  return rows.map(({ order, payment }) => `${order}/${payment}`).sort();
};
const stock = async () => {
  const [level] = await db.select().from(stockLevels);
  return (await readStock(db, { variantIds: [level?.variantId ?? ''] }))[0];
};
const news = async (id: string) =>
  (await db.select().from(outboxEmails))
    .filter(({ props }) => JSON.stringify(props).includes(id))
    .map(({ props }) => (props as { news?: string }).news);

describe('a purchase order without payment terms', () => {
  test('is charged to the company’s card once it is approved, whoever places it and however often', async () => {
    await saveCard('4242424242424242');
    const id = await approved();
    const before = await stock();
    await Promise.all([1, 2, 3].map(() => placePurchaseOrder(deps, { id })));
    await sweepPayments(deps);
    expect(await placePurchaseOrder(deps, { id })).toMatchObject({ ok: true, value: { status: 'placed' } });
    const seen = await world.seen(id);
    expect(seen).toMatchObject({ status: 'placed' });
    expect(await books(id)).toEqual(['paid/paid']);
    const [order] = await db
      .select()
      .from(orders)
      .where(eq(orders.id, seen.order ?? ''));
    expect(order?.paidMinor).toBe(order?.payableMinor);
    expect(Number(before?.onHand) - Number((await stock())?.onHand)).toBe(10);
    expect(await news(id)).toEqual(['placed']);
  });

  test('a declined card fails it with the reason; another card pays it', async () => {
    await saveCard('4000000000000341');
    const id = await approved();
    expect(await placePurchaseOrder(deps, { id })).toMatchObject({ value: { status: 'failed' } });
    expect(await world.seen(id)).toMatchObject({ status: 'failed', failure: 'generic_decline', order: null });
    expect(await stock()).toMatchObject({ reserved: '0.000000' });
    expect(await news(id)).toEqual(['failed']);
    await saveCard('4242424242424242');
    expect(await placePurchaseOrder(deps, { id })).toMatchObject({ value: { status: 'placed' } });
    expect(await books(id)).toEqual(['lapsed/failed', 'paid/paid']);
  });

  test('a bank that wants to see somebody is waited for: the page leads there', async () => {
    await saveCard('4000002760003184');
    const id = await approved();
    const placed = await placePurchaseOrder(deps, { id });
    const url = placed.ok ? (placed.value.url ?? '') : '';
    expect(placed).toMatchObject({ value: { status: 'placing' } });
    expect(await news(id)).toEqual(['to_confirm']);
    // meanwhile the sweep and the button lead to the same payment
    expect(await placePurchaseOrder(deps, { id })).toMatchObject({ value: { status: 'placing', url } });
    await authenticate(url, 'complete');
    const [payment] = await db.select().from(payments).where(eq(payments.purchaseOrderId, id));
    await Promise.all([1, 2].map(() => settlePayment(deps, { paymentId: payment?.id ?? '', via: 'return' })));
    expect(await world.seen(id)).toMatchObject({ status: 'placed' });
    expect(await books(id)).toEqual(['paid/paid']);
  });

  test('without a card it stays approved until somebody pays it on the page, and the card is kept', async () => {
    await noCard();
    const id = await approved();
    expect(await placePurchaseOrder(deps, { id })).toMatchObject({ value: { status: 'approved' } });
    await placePurchaseOrder(deps, { id });
    expect(await news(id)).toEqual(['to_pay']);
    const opened = await placePurchaseOrder(deps, { id, pay: { with: 'checkout', origin: 'http://localhost:3000' } });
    await pay(opened.ok ? (opened.value.url ?? '') : '', { number: '4242424242424242', save: true });
    world.moveTo('2027-01-15T09:03:00.000Z');
    await sweepPayments({ ...deps, now: world.deps.now });
    expect(await world.seen(id)).toMatchObject({ status: 'placed' });
    const next = await approved();
    expect(await placePurchaseOrder(deps, { id: next })).toMatchObject({ value: { status: 'placed' } });
  });

  test('a page nobody pays on ends after a quarter of an hour; money that comes later goes back', async () => {
    await noCard();
    const id = await approved();
    const opened = await placePurchaseOrder(deps, { id, pay: { with: 'checkout', origin: 'http://localhost:3000' } });
    expect(opened).toMatchObject({ value: { status: 'placing' } });
    world.moveTo('2027-01-15T09:30:00.000Z');
    await sweepPayments(deps);
    expect(await world.seen(id)).toMatchObject({ status: 'failed', failure: 'payment_expired' });
    expect(await books(id)).toEqual(['lapsed/expired']);
    expect(await stock()).toMatchObject({ reserved: '0.000000' });
  });
});

describe('the process dies', () => {
  test.each([['after the payment was written down'], ['after the provider was asked']])(
    '%s: afterwards there is one order and one charge',
    async (when) => {
      await saveCard('4242424242424242');
      const id = await approved();
      const begun = await begin(deps, { id });
      if (!begun.ok || begun.value.kind !== 'pay') throw new Error('nothing was begun');
      if (when.includes('provider')) {
        const [payment] = await db.select().from(payments).where(eq(payments.purchaseOrderId, id));
        if (!payment) throw new Error('nothing is paid');
        await deps.payments.prepareCardPayment({
          customerId: payment.customerId ?? '',
          paymentMethodId: payment.methodId ?? '',
          amount: { minor: payment.amountMinor, currency: payment.currency },
          orderRef: payment.id,
          idempotencyKey: `prepare:${payment.id}`,
          metadata: {
            order_number: (await db.select().from(orders).where(eq(orders.id, payment.orderId)))[0]?.number ?? '',
          },
        });
      }
      await sweepPayments(deps);
      await placePurchaseOrder(deps, { id });
      expect(await world.seen(id)).toMatchObject({ status: 'placed' });
      expect(await books(id)).toEqual(['paid/paid']);
    },
  );
});
