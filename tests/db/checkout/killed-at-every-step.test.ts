import { spawn } from 'node:child_process';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterAll, expect, test } from 'vitest';
import { makeRefund } from '#app/use-cases/orders/make-refund.server.ts';
import { sweepPayments } from '#app/use-cases/checkout/sweep-payments.server.ts';
import { listDueRefunds } from '#db/queries/payments.server.ts';
import { readStock } from '#db/queries/stock.server.ts';
import { aCart, aShop, depsAt, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { startNoticeReceiver } from '#tests/support/notice-receiver.ts';
import { pay } from '#tests/support/payment-page.ts';
import { booksOf, paymentsAt } from '#tests/support/paying.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const receiver = await startNoticeReceiver();
const standIn = await startStripeStandIn({ webhookUrl: receiver.url, schedule: [0, 0.2, 0.2] });
afterAll(async () => {
  await standIn.stop();
  await receiver.close();
});

type Life = { wasKilled: boolean; page: string | null; steps: number | null };

function live(url: string, cartId: string, dieAt: number): Promise<Life> {
  const root = join(import.meta.dirname, '../../..');
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'tests/support/mortal-checkout.ts',
      url,
      String(standIn.port),
      standIn.secretKey,
      cartId,
      String(dieAt),
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve) =>
    child.once('close', (_code, signal) => {
      const lines = said.split('\n').filter((line) => line.startsWith('{'));
      const told = Object.assign({}, ...lines.map((line) => JSON.parse(line) as object)) as {
        page?: string;
        steps?: number;
      };
      resolve({ wasKilled: signal === 'SIGKILL', page: told.page ?? null, steps: told.steps ?? null });
    }),
  );
}

const isLong = process.env.LONG === '1';

test(
  `killed at ${isLong ? 'every' : 'every eighth'} step, every paid page has one order or its money back`,
  { timeout: 600_000 },
  async () => {
    const { db, url } = await testDatabase({ connections: 4 });
    const clock = testClock();
    const deps = depsAt(processDeps(db, paymentsAt(standIn)), clock);
    const ids = await aShop(db, [{ sku: 'ESP-1K', prices: { EUR: '18.00' }, stock: '1000' }]);
    const aVisitorsCart = async () => (await aCart(deps, [{ sku: 'ESP-1K', quantity: '1' }])).owner.cartId;

    const whole = await live(url, await aVisitorsCart(), 0);
    expect(whole.wasKilled).toBe(false);
    const last = whole.steps ?? 0;
    expect(last).toBeGreaterThan(20);
    const moments = Array.from({ length: last }, (_, index) => index + 1).filter(
      (moment) => isLong || moment % 8 === last % 8,
    );
    // Two shops die side by side.
    const waiting = [...moments];
    const lives: Life[] = [];
    const dying = async () => {
      for (let moment = waiting.shift(); moment !== undefined; moment = waiting.shift())
        lives.push(await live(url, await aVisitorsCart(), moment));
    };
    await Promise.all([dying(), dying()]);
    expect(lives.every(({ wasKilled }) => wasKilled)).toBe(true);

    // The shop is up again. Whoever had a page open pays on it now, also on pages the shop never heard of.
    const stripe = new Stripe(standIn.secretKey, { host: '127.0.0.1', port: standIn.port, protocol: 'http' });
    receiver.answerWith(deps);
    const sessions = await stripe.checkout.sessions.list({ limit: 100 });
    for (const session of sessions.data)
      if (session.status === 'open' && session.url) await pay(session.url, { number: '4242424242424242' });
    await standIn.flush();
    clock.advance(20);
    await sweepPayments(deps);
    for (const { id } of await listDueRefunds(db, { at: deps.now(), limit: 100 }))
      await makeRefund(deps, { refundId: id });

    const books = await booksOf(deps);
    const paid = (await stripe.checkout.sessions.list({ limit: 100 })).data.filter(
      ({ payment_status: status }) => status === 'paid',
    );
    expect(paid.length).toBeGreaterThan(0);
    for (const session of paid) {
      const own = books.filter(({ paymentId }) => paymentId === session.client_reference_id);
      expect(own).toHaveLength(1);
      const [book] = own;
      const back = await deps.payments.refundedSoFar(String(session.payment_intent), 'EUR');
      if (back.minor === 0n)
        expect(book).toMatchObject({ status: 'paid', received: BigInt(session.amount_total ?? 0) });
      else expect(book).toMatchObject({ status: 'lapsed', payment: 'refunded', received: back.minor });
    }
    const orders = books.filter(({ status }) => status === 'paid');
    expect(new Set(orders.map(({ order }) => order)).size).toBe(orders.length);
    expect(books.filter(({ status }) => status === 'awaiting_payment')).toEqual([]);
    const [stock] = await readStock(db, { variantIds: [ids.get('ESP-1K') ?? ''] });
    expect(stock).toMatchObject({ reserved: '0.000000', onHand: `${1000 - orders.length}.000000` });
  },
);
