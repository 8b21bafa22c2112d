import { AsyncLocalStorage } from 'node:async_hooks';
import type { Deps } from '#app/deps.server.ts';
import { addToCart } from '#app/use-cases/cart/add-to-cart.server.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { aShop, berlin, checkoutOf, processDeps, visitor } from '#tests/support/checkout-world.ts';
import { startThrowawayPostgres } from '#tests/support/throwaway-postgres.ts';
import { ensureDatabase } from '#tools/postgres/embedded-server.ts';
import postgres from 'postgres';
import { type Measured, type Row, measure } from './measure.ts';
import { paidAtOnce } from './paid-at-once.ts';
import { type Transcript, replay } from './transcript.ts';

const skus = Array.from({ length: 200 }, (_, index) => `SKU-${index}`);
const levels = [1, 8, 32];

/** Add to cart and whole checkouts (cart, payment answered at once, order, mail owed), and beside each what the database
 *  does with the very same statements on a copy of the same shop. */
export async function benchCheckout(p: { forMs: number }): Promise<Row[]> {
  const server = await startThrowawayPostgres();
  const admin = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  try {
    await ensureDatabase(server, 'bench_template');
    await migrate(server.url('bench_template'));
    await fill(server.url('bench_template'));
    const clone = async (name: string) => {
      await admin.unsafe(`create database ${name} template bench_template strategy file_copy`);
      return server.url(name);
    };
    const rows: Row[] = [];
    for (const [what, act] of Object.entries(acts))
      for (const concurrency of levels) {
        const name = `${what.replaceAll(' ', '_')}_${concurrency}`;
        const load = { concurrency, forMs: p.forMs };
        const { shop, transcripts } = await runShop(await clone(`shop_${name}`), load, act);
        const database = await runDatabase(await clone(`alone_${name}`), load, transcripts);
        rows.push({ what, concurrency, shop, database });
      }
    rows.push(await race(await clone('race')));
    return rows;
  } finally {
    await admin.end({ timeout: 5 });
    await server.stop();
  }
}

async function fill(url: string): Promise<void> {
  const { db, close } = openDatabase(url, { connections: 2 });
  await aShop(
    db,
    skus.map((sku) => ({ sku, prices: { EUR: '12.50' }, stock: '100000000', cost: { EUR: '6.00' } })),
  );
  await close();
}

type Act = (deps: Deps, turn: number) => Promise<void>;

const put = async (deps: Deps, turn: number, quantity = '2') => {
  const buyer = visitor();
  const sku = skus[turn % skus.length] ?? '';
  const added = await addToCart(deps, { buyer, sku, quantity, configuration: {} });
  if (!added.ok) throw new Error(added.code);
  return { ...buyer, owner: { ...buyer.owner, cartId: added.value.cartId } };
};

const acts: Readonly<Record<string, Act>> = {
  'add to cart': async (deps, turn) => void (await put(deps, turn)),
  checkout: async (deps, turn) => {
    const buyer = await put(deps, turn);
    const started = await startPayment(deps, checkoutOf(buyer, { shipTo: berlin }));
    if (!started.ok || started.value.kind !== 'redirect') throw new Error('the payment was refused');
    const settled = await settlePayment(deps, { paymentId: started.value.paymentId, via: 'return' });
    if (settled?.state !== 'paid') throw new Error('the payment did not become an order');
  },
};

type Load = { concurrency: number; forMs: number };

async function runShop(url: string, load: Load, act: Act): Promise<{ shop: Measured; transcripts: Transcript[] }> {
  const current = new AsyncLocalStorage<Transcript>();
  const transcripts: Transcript[] = [];
  const onStatement = (text: string, parameters: unknown[]) => void current.getStore()?.push({ text, parameters });
  const recording = openDatabase(url, { connections: Math.min(load.concurrency, 20), onStatement });
  const deps: Deps = { ...processDeps(recording.db, paidAtOnce()), now: () => new Date() };
  await measure({ ...load, forMs: Math.min(1_000, load.forMs) }, (turn) => act(deps, turn));
  const shop = await measure(load, (turn) => {
    const transcript: Transcript = [];
    transcripts.push(transcript);
    return current.run(transcript, () => act(deps, turn));
  });
  await recording.close();
  return { shop, transcripts };
}

async function runDatabase(url: string, load: Load, transcripts: Transcript[]): Promise<Measured> {
  const alone = replay(url, Math.min(load.concurrency, 20));
  const left = [...transcripts].reverse();
  const measured = await measure({ ...load, until: () => left.length === 0 }, async () => {
    const next = left.pop();
    if (next) await alone.act(next);
  });
  await alone.close();
  return measured;
}

/** Sixty buyers want the same ten units at the same moment. */
async function race(url: string): Promise<Row> {
  const { db, close } = openDatabase(url, { connections: 20 });
  const deps: Deps = { ...processDeps(db, paidAtOnce()), now: () => new Date() };
  await db.execute(`update stock_levels set on_hand = 10`);
  const buyers = await Promise.all(Array.from({ length: 60 }, () => put(deps, 0, '1')));
  let orders = 0;
  let next = 0;
  const shop = await measure({ concurrency: 60, forMs: 60_000, until: () => next >= buyers.length }, async () => {
    const buyer = buyers[next];
    next += 1;
    if (!buyer) return;
    const started = await startPayment(deps, checkoutOf(buyer));
    if (!started.ok || started.value.kind !== 'redirect') return;
    await settlePayment(deps, { paymentId: started.value.paymentId, via: 'return' });
    orders += 1;
  });
  await close();
  return { what: `race: ${orders} of 10`, concurrency: 60, shop, database: null };
}
