import { expect, test } from 'vitest';
import type { Payments } from '#app/integrations/stripe/payments.ts';
import { money } from '#app/domain/money/money.ts';
import { firstSettings, shopRulesOf } from '#app/domain/settings/shop-rules.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { viewCart } from '#app/use-cases/cart/view-cart.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { aCart, aShop, checkoutOf, depsAt, payableOf, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { noPayments } from '#tests/support/no-payments.ts';
import { testDatabase } from '#tests/support/database.ts';

/** Read once a page, with whoever looks. */
const rules = shopRulesOf(firstSettings);

test('a cart of thirty lines asks the database no more often than a cart of one, on a pool of one', async () => {
  const { url } = await testDatabase();
  let sent = 0;
  const { db, close } = openDatabase(url, { connections: 1, onStatement: () => (sent += 1) });
  let payable = 0n;
  let pages = 0;
  const paidAtOnce: Payments = Object.assign(Object.create(noPayments) as Payments, {
    openCheckout: async () => ({ sessionId: `cs_${(pages += 1)}`, url: 'https://pay.example/' }),
    readCheckout: async (sessionId: string) => ({
      sessionId,
      status: 'paid',
      paymentIntentId: `pi_${sessionId}`,
      amount: money(payable, 'EUR'),
      customerId: null,
      savedPaymentMethodId: null,
      paymentStatus: 'paid',
      email: null,
      orderRef: null,
    }),
  } satisfies Partial<Payments>);
  const deps = depsAt(processDeps(db, paidAtOnce), testClock());
  const skus = Array.from({ length: 30 }, (_, index) => `SKU-${index}`);
  await aShop(
    db,
    skus.map((sku) => ({ sku, prices: { EUR: '12.50' }, stock: '100' })),
  );
  const counted = async (act: () => Promise<unknown>) => {
    sent = 0;
    await act();
    return sent;
  };
  const costs = [];
  for (const lines of [1, 30]) {
    const buyer = await aCart(
      deps,
      skus.slice(0, lines).map((sku) => ({ sku, quantity: '1' })),
    );
    payable = await payableOf(deps, buyer);
    const view = await counted(() => viewCart(deps, { owner: buyer.owner, rules }));
    let paymentId = '';
    const start = await counted(async () => {
      const started = await startPayment(deps, checkoutOf(buyer));
      if (!started.ok || started.value.kind !== 'redirect') throw new Error('the payment was refused');
      paymentId = started.value.paymentId;
    });
    const settle = await counted(() => settlePayment(deps, { paymentId, via: 'return' }));
    costs.push({ view, start, settle });
  }
  expect(costs[1]).toEqual(costs[0]);
  expect(costs[0]?.view).toBeLessThanOrEqual(5);
  expect(costs[0]?.start).toBeLessThanOrEqual(20);
  expect(costs[0]?.settle).toBeLessThanOrEqual(24);
  await close();
});
