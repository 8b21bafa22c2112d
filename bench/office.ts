import { sql } from 'drizzle-orm';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { findPeople, findSkus } from '#db/queries/everything.server.ts';
import { searchOrders } from '#db/queries/order-lists.server.ts';
import { searchProducts } from '#db/queries/product-edits.server.ts';
import { searchStock } from '#db/queries/stock-lists.server.ts';
import { countTasks, sumSales } from '#db/queries/today.server.ts';
import { quoteWorld } from '#tests/support/quote-world.ts';
import { startThrowawayPostgres } from '#tests/support/throwaway-postgres.ts';
import { ensureDatabase } from '#tools/postgres/embedded-server.ts';
import { type Row, measure } from './measure.ts';

/** The back office's lists with a hundred orders and products, and with a hundred thousand of each; fifty orders wait to be
 *  shipped in both. Beside each how many statements one of it sends. */
export async function benchOffice(p: { forMs: number }): Promise<Row[]> {
  const server = await startThrowawayPostgres();
  try {
    const rows: Row[] = [];
    for (const many of [100, 100_000]) rows.push(...(await listsOf(server, many, p.forMs)));
    return rows;
  } finally {
    await server.stop();
  }
}

type Server = Awaited<ReturnType<typeof startThrowawayPostgres>>;

async function listsOf(server: Server, many: number, forMs: number): Promise<Row[]> {
  const name = `bench_office_${many}`;
  await ensureDatabase(server, name);
  const url = server.url(name);
  await migrate(url);
  let sent = 0;
  const { db, close } = openDatabase(url, { connections: 4, onStatement: () => (sent += 1) });
  try {
    const world = await quoteWorld(db);
    const id = await world.requested({ lines: [{ sku: 'ESP-1K', quantity: '1' }] });
    const lines = [{ sku: 'ESP-1K', quantity: '1', unit_price: '17.00' }];
    await world.act(id, 'offers', { as: 'rep@tradepost.example', valid_until: '2027-02-01T00:00:00Z', lines });
    await world.accept(id, 1);
    await db.execute(sql`create unlogged table copies as
      select gen_random_uuid() as id, gen_random_uuid() as variant_id, n from generate_series(1, ${many}) n`);
    const copy = (table: string, changes: string, where: string) =>
      db.execute(
        sql.raw(`insert into ${table} select made.* from ${table} t, copies,
          jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${changes})) made where ${where}`),
      );
    await copy(
      'orders',
      `'id', copies.id, 'number', 'BENCH-' || copies.n, 'email', 'buyer' || copies.n || '@bench.example', 'quote_id', null,
       'purchase_order_id', null, 'placed_at', t.placed_at - copies.n * interval '5 minutes',
       'status', case when copies.n % ${many / 50} = 0 then 'paid' else 'fulfilled' end`,
      'true',
    );
    await copy(
      'products',
      `'id', copies.id, 'handle', 'product-' || copies.n, 'created_at', t.created_at - copies.n * interval '1 minute'`,
      `t.handle = 'house-espresso'`,
    );
    await copy(
      'variants',
      `'id', copies.variant_id, 'product_id', copies.id, 'sku', 'BENCH-' || copies.n, 'sku_key', 'bench' || copies.n`,
      `t.sku = 'ESP-1K'`,
    );
    await copy(
      'stock_levels',
      `'variant_id', copies.variant_id`,
      `t.variant_id = (select id from variants where sku = 'ESP-1K')`,
    );
    await copy(
      'persons',
      `'id', copies.id, 'email', 'person' || copies.n || '@bench.example'`,
      `t.email = 'ana@harbour.example'`,
    );
    await db.execute(sql`vacuum analyze`);

    const day = 24 * 3_600_000;
    const now = world.deps.now();
    const before = (days: number) => new Date(now.getTime() - days * day);
    const periods = { today: { from: before(1), until: now }, weekAgo: { from: before(8), until: before(7) } };
    const first = { words: '', after: null, limit: 51 };
    const acts: Record<string, () => Promise<unknown>> = {
      'newest orders': () => searchOrders(db, first),
      'orders to ship': () => searchOrders(db, { ...first, task: 'unshipped', limit: 201 }),
      'orders by part of an address': () => searchOrders(db, { ...first, words: 'buyer77@' }),
      'newest products': () => searchProducts(db, { ...first, status: null }),
      'products by part of a SKU': () => searchProducts(db, { ...first, words: 'bench-77', status: null }),
      stock: () => searchStock(db, first),
      'people by part of an address': () => findPeople(db, { words: 'person77@', limit: 8 }),
      'SKUs by a part': () => findSkus(db, { words: 'bench-77', limit: 8 }),
      'what waits': () => countTasks(db),
      'the day’s sales': () => sumSales(db, periods),
    };
    const rows: Row[] = [];
    for (const [what, act] of Object.entries(acts)) {
      sent = 0;
      await act();
      const name = `${what}, ${many.toLocaleString('en')} (${sent} st.)`;
      rows.push({
        what: name,
        concurrency: 1,
        shop: await measure({ concurrency: 1, forMs }, async () => void (await act())),
        database: null,
      });
    }
    return rows;
  } finally {
    await close();
  }
}
