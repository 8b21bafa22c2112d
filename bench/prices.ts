import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { toExact } from '#app/domain/money/exact.ts';
import { priceDocument } from '#app/domain/pricing/price-document.ts';
import { type Db, openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { loadPriceTerms } from '#db/queries/price-terms.server.ts';
import { startThrowawayPostgres } from '#tests/support/throwaway-postgres.ts';
import { ensureDatabase } from '#tools/postgres/embedded-server.ts';
import { listShelf } from '#db/queries/shelf.server.ts';
import { ownPrices } from '#app/use-cases/pricing/own-prices.server.ts';
import { depsAt } from '#tests/support/api.ts';
import { measure } from './measure.ts';
import { type WorldSize, largeWorld, makeWorld } from './world.ts';

/** npx tsx bench/prices.ts [--share 0.1]: what a large world of prices costs, beside the plainest read of the same. */
const { values } = parseArgs({
  options: { share: { type: 'string', default: '1' }, seconds: { type: 'string', default: '5' } },
});
const share = Number(values.share);
const forMs = Number(values.seconds) * 1000;
if (!(share > 0 && forMs > 0)) throw new Error('--share and --seconds are numbers above zero');
const size = Object.fromEntries(
  Object.entries(largeWorld).map(([name, count]) => [name, Math.max(10, Math.round(count * share))]),
) as WorldSize;
const at = new Date('2026-06-01T00:00:00Z');
const lines = 100;

const skusOf = (company: number): string[] =>
  Array.from({ length: lines }, (_, index) => `SKU-${(company * 37 + index * 101) % size.variants}`);

async function unitOf(db: Db, company: number) {
  const [row] = await db.execute<{ company_id: string; unit_id: string }>(sql`
    select company_id, id as unit_id from units where slug = 'u2'
      and company_id = (select id from companies where slug = ${`company-${company}`})`);
  if (!row) throw new Error(`there is no company ${company}`);
  return { companyId: row.company_id, unitId: row.unit_id };
}

const server = await startThrowawayPostgres();
await ensureDatabase(server, 'prices');
await migrate(server.url('prices'));
const { db, close } = openDatabase(server.url('prices'), { connections: 2 });
try {
  const began = performance.now();
  await makeWorld(db, size);
  console.log(`${JSON.stringify(size)} made in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  const companies = Math.min(size.companies, 50);
  const buyers = await Promise.all(Array.from({ length: companies }, (_, index) => unitOf(db, index)));
  const plain = (turn: number) =>
    db.execute(sql`select * from variants where sku = any(${sql.param(skusOf(turn % companies))}::text[])`);
  const load = (turn: number) =>
    loadPriceTerms(db, {
      buyer: buyers[turn % companies] ?? null,
      currency: 'EUR',
      at,
      skus: skusOf(turn % companies),
    });
  const resolve = async (turn: number) => {
    const document = skusOf(turn % companies).map((sku, index) => ({
      ...{ line: index + 1, sku, quantity: toExact('10'), choice: { plan: null, modules: [] }, term: null },
    }));
    priceDocument(document, await load(turn), at);
  };
  for (const [what, act] of [
    ['select 100 variants by key', plain],
    ['load what 100 lines are priced with', load],
    ['resolve 100 lines, with reasons', resolve],
  ] as const) {
    await measure({ concurrency: 1, forMs: 500 }, async (turn) => void (await act(turn)));
    const { p50, p95, perSecond } = await measure({ concurrency: 1, forMs }, async (turn) => void (await act(turn)));
    console.log(`${what.padEnd(40)} ${p50.toFixed(2)} ms median, ${p95.toFixed(2)} ms p95, ${perSecond.toFixed(0)}/s`);
  }

  const deps = depsAt(db, at);
  const whose = { public: null, company: buyers[0] ?? null };
  const pricesFor = (buyer: (typeof whose)['company']) => ownPrices(deps, { buyer, currency: 'EUR', at });
  for (const [who, buyer] of Object.entries(whose)) {
    const start = performance.now();
    await pricesFor(buyer);
    console.log(`first look at the prices of the ${who}`.padEnd(40), `${(performance.now() - start).toFixed(0)} ms`);
  }
  const shelf = async (buyer: (typeof whose)['company'], sort: 'popular' | 'price') =>
    listShelf(
      db,
      {
        ...{ categoryIds: null, search: null, taxFactors: {}, sort, locale: 'en' },
        filters: { facets: new Map(), priceLeast: null, priceMost: null },
        prices: await pricesFor(buyer),
      },
      { limit: 24, after: null },
    );
  const shelves = async (meanwhile: string) => {
    for (const sort of ['popular', 'price'] as const)
      for (const [who, buyer] of Object.entries(whose)) {
        const { p50, p95, perSecond } = await measure(
          { concurrency: 1, forMs },
          async () => void (await shelf(buyer, sort)),
        );
        const what = `24 of ${(size.variants / 5).toLocaleString('en')} by ${sort}, ${who}${meanwhile}`;
        console.log(
          `${what.padEnd(56)} ${p50.toFixed(2)} ms median, ${p95.toFixed(2)} ms p95, ${perSecond.toFixed(0)}/s`,
        );
      }
  };
  await shelves('');
  const publish = async () => {
    const start = performance.now();
    await db.transaction(async (tx) => {
      await tx.execute(sql`insert into price_list_revisions (id, list_id, number, status, starts_at, effective_at, kind,
          currency, company_id, unit_id, segment, created_at)
        select md5('published' || id)::uuid, id, 2, 'approved', ${at.toISOString()}, ${at.toISOString()}, kind, currency,
          company_id, unit_id, segment, ${at.toISOString()} from price_lists where code = 'L-1'`);
      await tx.execute(sql`insert into price_entries (id, revision_id, target_kind, target_id, min_quantity, unit_price)
        select md5('new' || v.id)::uuid, r.id, 'variant', v.id, 1, 9 from price_list_revisions r,
          (select id from variants limit 50000) v where r.number = 2`);
    });
    return performance.now() - start;
  };
  const [took] = await Promise.all([publish(), shelves(', while 50,000 are published')]);
  console.log(`50,000 entries published in ${took.toFixed(0)} ms`);
} finally {
  await close();
  await server.stop();
}
