import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readReturningBuyer } from '#app/use-cases/checkout/returning-buyer.server.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { type StartPayment, startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { sweepPayments } from '#app/use-cases/checkout/sweep-payments.server.ts';
import { createAccountFromOrder } from '#app/use-cases/orders/create-account-from-order.server.ts';
import { findOrder } from '#db/queries/orders.server.ts';
import { readStock } from '#db/queries/stock.server.ts';
import { persons } from '#db/schema/identity.ts';
import {
  aCart,
  aShop,
  checkoutOf,
  depsAt,
  payableOf,
  processDeps,
  testClock,
  visitor,
} from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { authenticate, pay } from '#tests/support/payment-page.ts';
import { booksOf, paymentsAt } from '#tests/support/paying.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());
beforeEach(() => standIn.calm());

/** Someone who bought as a guest, kept the card and made the account: now they come back. */
async function aReturningBuyer(card: string) {
  const { db } = await testDatabase({ connections: 4 });
  const clock = testClock();
  const deps = depsAt(processDeps(db, paymentsAt(standIn)), clock);
  const ids = await aShop(db, [{ sku: 'ESP-1K', prices: { EUR: '18.00' }, stock: '10' }]);
  const guest = await aCart(deps, [{ sku: 'ESP-1K', quantity: '1' }]);
  const started = await startPayment(deps, checkoutOf(guest));
  if (!started.ok || started.value.kind !== 'redirect') throw new Error('the first purchase was refused');
  const back = await pay(started.value.url, { number: card, save: true });
  if (back.includes('/3ds/') || !back.startsWith('http://localhost:3000')) await authenticate(back, 'complete');
  const settled = await settlePayment(deps, { paymentId: started.value.paymentId, via: 'return' });
  const order = await findOrder(db, { scope: { kind: 'staff' }, id: settled?.orderId ?? '' });
  if (!order) throw new Error('there is no first order');
  const made = await createAccountFromOrder(deps, { order, password: 'a quiet cup of coffee', userAgent: 'test' });
  expect(made.ok).toBe(true);
  const [person] = await db.select().from(persons);
  const buyer = {
    ...visitor(),
    owner: { cartId: null, personId: person?.id ?? '', unitId: null },
    email: person?.email ?? null,
  };
  const cart = await aCart(deps, [{ sku: 'ESP-1K', quantity: '2' }], buyer);
  const known = await readReturningBuyer(deps, { owner: buyer.owner });
  if (!known) throw new Error('nobody remembers the card');
  const checkout = async (more: Partial<StartPayment> = {}): Promise<StartPayment> =>
    checkoutOf(
      { ...cart, owner: { ...buyer.owner, cartId: cart.owner.cartId } },
      {
        owner: buyer.owner,
        shipTo: known.shipTo,
        seen: { total: null, payable: await payableOf(deps, buyer) },
        pay: { with: 'saved_card', customerId: known.customerId, methodId: known.methodId },
        ...more,
      },
    );
  const stock = async () => (await readStock(db, { variantIds: [...ids.values()] }))[0];
  return { db, deps, clock, checkout, order, stock };
}

const ofStatus = async (deps: Parameters<typeof booksOf>[0], status: string) =>
  (await booksOf(deps)).filter((book) => book.status === status);

describe('whoever kept a card reviews and pays', () => {
  test('the order is there at once', async () => {
    const { deps, checkout, stock } = await aReturningBuyer('4242424242424242');
    expect(await startPayment(deps, await checkout())).toMatchObject({ ok: true, value: { kind: 'ordered' } });
    expect(await ofStatus(deps, 'paid')).toHaveLength(2);
    expect(await stock()).toMatchObject({ onHand: '7.000000', reserved: '0.000000' });
  });

  test('the button pressed twice at once pays once', async () => {
    const { deps, checkout } = await aReturningBuyer('4242424242424242');
    const form = await checkout();
    await Promise.all([startPayment(deps, form), startPayment(deps, form)]);
    await sweepPayments(deps);
    expect(await ofStatus(deps, 'paid')).toHaveLength(2);
    expect(await booksOf(deps)).toHaveLength(2);
  });

  test('a price that moved since the review is pointed out, and nothing is charged', async () => {
    const { deps, checkout } = await aReturningBuyer('4242424242424242');
    const form = await checkout({ seen: { total: null, payable: 1n } });
    expect(await startPayment(deps, form)).toMatchObject({ ok: false, code: 'price_changed' });
    expect(await ofStatus(deps, 'paid')).toHaveLength(1);
  });

  test('a card that is refused frees the stock and keeps the cart', async () => {
    const { deps, checkout, stock } = await aReturningBuyer('4242424242424242');
    const { pay: kept } = await checkout();
    const other = await deps.payments.listSavedCards(kept.with === 'saved_card' ? kept.customerId : '');
    expect(other).toHaveLength(1);
    await standIn.chaos({ failNext: 9, onlyPath: '/v1/payment_intents' });
    expect(await startPayment(deps, await checkout())).toMatchObject({ ok: false, code: 'payment_unavailable' });
    expect(await stock()).toMatchObject({ onHand: '9.000000', reserved: '0.000000' });
    await standIn.calm();
    expect(await startPayment(deps, await checkout())).toMatchObject({ ok: true, value: { kind: 'ordered' } });
  });

  test('the bank wants to see the buyer: they go there, complete it and come back to the order', async () => {
    const { deps, checkout } = await aReturningBuyer('4000002760003184');
    const started = await startPayment(deps, await checkout());
    if (!started.ok || started.value.kind !== 'redirect') throw new Error('nobody was sent to the bank');
    const again = await startPayment(deps, await checkout());
    expect(again).toEqual(started);
    const back = await authenticate(started.value.url, 'complete');
    expect(back).toContain(`/checkout/return/${started.value.paymentId}`);
    expect(await settlePayment(deps, { paymentId: started.value.paymentId, via: 'return' })).toMatchObject({
      state: 'paid',
    });
  });

  test('the buyer fails at the bank: nothing is ordered and the stock is free', async () => {
    const { deps, checkout, stock } = await aReturningBuyer('4000002760003184');
    const started = await startPayment(deps, await checkout());
    if (!started.ok || started.value.kind !== 'redirect') throw new Error('nobody was sent to the bank');
    await authenticate(started.value.url, 'fail');
    expect(await settlePayment(deps, { paymentId: started.value.paymentId, via: 'return' })).toMatchObject({
      state: 'failed',
    });
    expect(await stock()).toMatchObject({ onHand: '9.000000', reserved: '0.000000' });
  });

  test.each([
    ['answers 500 after it was made', { failAfterExecuting: 1 }],
    ['goes dead after it was made', { hangUpAfterExecuting: 1 }],
  ])('the charge %s: one order, charged once', async (_what, chaos) => {
    const { deps, checkout, clock } = await aReturningBuyer('4242424242424242');
    const form = await checkout();
    await standIn.chaos({ ...chaos, onlyPath: '/v1/payment_intents/pi_' });
    await startPayment(deps, form);
    await standIn.calm();
    clock.advance(3);
    await sweepPayments(deps);
    await startPayment(deps, form);
    const paid = await ofStatus(deps, 'paid');
    expect(paid).toHaveLength(2);
    expect(await ofStatus(deps, 'awaiting_payment')).toEqual([]);
  });
});
