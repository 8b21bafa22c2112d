import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { sql } from 'drizzle-orm';
import type { Deps } from '#app/deps.server.ts';
import { noFilters } from '#app/domain/catalog/shelf.ts';
import { pageHandler } from '#app/http/server/page-handler.server.ts';
import { ownPrices } from '#app/use-cases/pricing/own-prices.server.ts';
import { type Db, openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { understandSearch } from '#db/queries/search-words.server.ts';
import { countShelf } from '#db/queries/shelf-facets.server.ts';
import { listShelf } from '#db/queries/shelf.server.ts';
import { apiWithKey, depsAt } from '#tests/support/api.ts';
import { startThrowawayPostgres } from '#tests/support/throwaway-postgres.ts';
import { ensureDatabase } from '#tools/postgres/embedded-server.ts';
import { ensureBuilt } from '#tools/start/build.ts';
import { type Row, measure } from './measure.ts';

const sizes = [10_000, 100_000];
const atOnce = 10;
const at = '2026-06-01T00:00:00Z';

/** Shelves, product pages and searches with ten and with a hundred thousand products, as answers of the API and as the
 *  pages people read, for one visitor and for ten at once; without the wire. Beside each how many statements one sends. */
export async function benchCatalog(p: { forMs: number }): Promise<Row[]> {
  await ensureBuilt();
  const server = await startThrowawayPostgres();
  try {
    const rows: Row[] = [];
    for (const many of sizes) rows.push(...(await catalogOf(server, many, p.forMs)));
    return rows;
  } finally {
    await server.stop();
  }
}

type Server = Awaited<ReturnType<typeof startThrowawayPostgres>>;
type Act = (turn: number) => Promise<unknown>;

async function catalogOf(server: Server, many: number, forMs: number): Promise<Row[]> {
  const name = `bench_catalog_${many}`;
  await ensureDatabase(server, name);
  await migrate(server.url(name));
  let sent = 0;
  const { db, close } = openDatabase(server.url(name), { connections: atOnce, onStatement: () => (sent += 1) });
  try {
    await makeCatalog(db, many);
    const made = depsAt(db, at);
    const deps: Deps = { ...made, settings: { ...made.settings, mode: 'production' } };
    const acts = { ...(await apiActs(deps, many)), ...(await pageActs(deps, many)), ...searchActs(deps) };
    const rows: Row[] = [];
    for (const [what, act] of Object.entries(acts)) {
      await act(0);
      sent = 0;
      await act(1);
      const label = `${what}, ${many.toLocaleString('en')} (${sent} st.)`;
      await measure({ concurrency: atOnce, forMs: Math.min(1_000, forMs) }, async (turn) => void (await act(turn)));
      for (const concurrency of [1, atOnce])
        rows.push({
          ...{ what: label, concurrency, database: null },
          shop: await measure({ concurrency, forMs }, async (turn) => void (await act(turn))),
        });
    }
    return rows;
  } finally {
    await close();
  }
}

const shelfOf = (turn: number) => `hall-${turn % 20}/aisle-${turn % 200}`;
const handleOf = (turn: number, many: number) => `fitting-${(turn * 7_919) % many}`;
const searches = ['brass hinge', 'oak handle', 'steel', 'hinge 1234', 'BENCH-77', 'brss hinge', 'black'];

async function apiActs(deps: Deps, many: number): Promise<Record<string, Act>> {
  const visitor = apiWithKey(deps, null);
  const get = async (path: string) => {
    const { status } = await visitor('GET', path);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
  };
  return {
    'API: shelf of 24': (turn) => get(`/products?limit=24&category=${shelfOf(turn)}`),
    'API: all by price': () => get('/products?limit=24&sort=price'),
    'API: product': (turn) => get(`/products/${handleOf(turn, many)}`),
  };
}

async function pageActs(deps: Deps, many: number): Promise<Record<string, Act>> {
  const file = join(import.meta.dirname, '../build/server/index.js');
  const handle = pageHandler((await import(pathToFileURL(file).href)) as ServerBuild);
  const get = async (path: string) => {
    const context: AppLoadContext = { deps, nonce: 'n', requestId: 'r', clientIp: '127.0.0.1' };
    const answer = await handle(new Request(deps.settings.origin + path), context);
    await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  };
  return {
    'page: shelf of 24': (turn) => get(`/categories/${shelfOf(turn)}`),
    'page: product': (turn) => get(`/products/${handleOf(turn, many)}`),
    'page: search': (turn) => get(`/search?q=${encodeURIComponent(searches[turn % searches.length] ?? '')}`),
  };
}

function searchActs(deps: Deps): Record<string, Act> {
  return {
    'search and counts': async (turn) => {
      const typed = searches[turn % searches.length] ?? '';
      const { asTyped, corrected, anyWord } = await understandSearch(deps.db, { typed });
      const prices = await ownPrices(deps, { buyer: null, currency: 'EUR', at: deps.now() });
      const search = asTyped ?? corrected?.search ?? anyWord;
      const question = { categoryIds: null, search, filters: noFilters, prices, taxFactors: {}, locale: 'en' };
      await Promise.all([
        listShelf(deps.db, { ...question, sort: 'relevance' }, { limit: 24, after: null }),
        countShelf(deps.db, { ...question, sort: 'relevance' }),
      ]);
    },
  };
}

/** A wholesaler's catalog made in the database itself, the same every time: two variants a product, 220 categories, three
 *  attributes, a public price and stock for every variant. */
async function makeCatalog(db: Db, many: number): Promise<void> {
  const id = (kind: string, of: string) => sql.raw(`md5('${kind}' || ${of})::uuid`);
  const one = (words: readonly string[], by: string) =>
    sql.raw(`(array['${words.join("', '")}'])[${by} % ${words.length} + 1]`);
  const metal = one(['brass', 'steel', 'zinc', 'copper', 'oak', 'beech', 'glass'], 'i');
  const thing = one(
    ['hinge', 'handle', 'knob', 'lock', 'bolt', 'bracket', 'castor', 'latch', 'rail', 'hook', 'stay'],
    'i / 7',
  );
  const colour = one(['black', 'white', 'grey', 'natural', 'red'], 'i / 3');
  await db.transaction(async (tx) => {
    await tx.execute(sql`insert into categories (id, path, name)
      select ${id('hall', 'i')}, 'hall-' || i, jsonb_build_object('en', 'Hall ' || i) from generate_series(0, 19) i`);
    await tx.execute(sql`insert into categories (id, path, parent_id, name)
      select ${id('aisle', 'i')}, 'hall-' || i % 20 || '/aisle-' || i, ${id('hall', 'i % 20')},
        jsonb_build_object('en', 'Aisle ' || i) from generate_series(0, 199) i`);
    await tx.execute(sql`insert into products
        (id, handle, status, category_id, title, description, vendor, options, attributes, sold_recently, created_at, updated_at)
      select ${id('product', 'i')}, 'fitting-' || i, 'active', ${id('aisle', 'i % 200')},
        jsonb_build_object('en', initcap(${metal}) || ' ' || ${thing} || ' ' || i, 'de', 'Beschlag ' || i),
        jsonb_build_object('en', '<p>A ' || ${colour} || ' ' || ${thing} || ' of ' || ${metal} || ' for doors and drawers.</p>'),
        'Maker ' || i % 90, array['Size'],
        jsonb_build_object('metal', ${metal}, 'colour', ${colour}, 'series', 'S' || i % 12), (i * 31) % 500,
        ${at}::timestamptz - i * interval '1 minute', ${at} from generate_series(0, ${many - 1}::int) i`);
    await tx.execute(sql`insert into variants (id, product_id, sku, sku_key, status, options, position)
      select ${id('variant', "i || '-' || v")}, ${id('product', 'i')}, 'BENCH-' || i || '-' || v, 'BENCH' || i || v, 'active',
        jsonb_build_object('Size', v || '0 mm'), v from generate_series(0, ${many - 1}::int) i, generate_series(1, 2) v`);
    await tx.execute(sql`insert into stock_levels (variant_id, on_hand, reserved, updated_at)
      select id, 40, 0, ${at} from variants`);
    await tx.execute(sql`insert into price_lists (id, code, name, kind, currency, created_at)
      values (md5('standard')::uuid, 'STANDARD-EUR', 'Standard', 'standard', 'EUR', ${at})`);
    await tx.execute(sql`insert into price_list_revisions
        (id, list_id, number, status, starts_at, effective_at, kind, currency, created_at)
      values (md5('revision')::uuid, md5('standard')::uuid, 1, 'approved', ${at}, ${at}, 'standard', 'EUR', ${at})`);
    await tx.execute(sql`insert into price_entries (id, revision_id, target_kind, target_id, min_quantity, unit_price)
      select gen_random_uuid(), md5('revision')::uuid, 'variant', id, 1, 5 + ('x' || left(md5(sku), 4))::bit(16)::int % 9000 / 100.0
      from variants`);
    await tx.execute(sql`select refresh_product_search(array(select id from products))`);
  });
  await db.execute(sql`vacuum analyze`);
  await ownPrices(depsAt(db, at), { buyer: null, currency: 'EUR', at: new Date(at) });
  await db.execute(sql`vacuum analyze`);
}
