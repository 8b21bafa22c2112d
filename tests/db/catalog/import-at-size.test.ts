import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { writeLines } from '#app/integrations/csv.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { largeCatalog, largeCatalogLines } from '#tests/support/large-catalog.ts';
import { root } from '#tests/support/running-shop.ts';

const isLong = process.env.LONG === '1';
const size = largeCatalog(isLong ? 600_000 : 2_000);
const mostMegabytes = 600;

const folder = mkdtempSync(join(tmpdir(), 'large-catalog-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { db, url } = await testDatabase();

type Run = { words: string; lines: string[]; megabytes: number; seconds: number };

/** As an operator types it, in a process of its own, which says at its end how much memory it ever took. */
async function importCatalog(file: string): Promise<Run> {
  const began = performance.now();
  const atItsEnd = 'process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))';
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', '--import', `data:text/javascript,${encodeURIComponent(atItsEnd)}`],
      ...['tools/shop/shop.ts', 'import', 'catalog', file],
    ],
    { cwd: root, env: { ...process.env, DATABASE_URL: url, DATA_DIR: join(folder, 'data') } },
  );
  let [said, words] = ['', ''];
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  child.stdout.on('data', (text: Buffer) => (words += text.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code, said).toBe(0);
  const lines = said.trim().split('\n');
  const peak = Number(/^peak (\d+)$/.exec(lines.pop() ?? '')?.[1]);
  const run = { words, lines, megabytes: peak / 1024, seconds: (performance.now() - began) / 1000 };
  process.stdout.write(`${run.words.trim()} ${run.seconds.toFixed(1)} s, at most ${run.megabytes.toFixed(0)} MB\n`);
  return run;
}

/** All that an import writes, in numbers that change when anything is written. */
const written = async () => {
  const [row] = await db.execute(sql`select
    (select count(*)::int from products) as products, (select count(*)::int from variants) as variants,
    (select count(*)::int from categories) as categories, (select count(*)::int from media) as pictures,
    (select count(*)::int from stock_levels where on_hand > 0) as in_stock,
    (select sum(version)::int from products) as versions,
    (select count(*)::int from stock_movements) as movements,
    (select count(*)::int from price_list_revisions where status = 'approved') as revisions,
    (select count(*)::int from price_list_revisions where status <> 'approved') as drafts,
    (select count(*)::int from price_entries) as prices`);
  return row;
};

test(
  `a catalog of ${size.skus.toLocaleString('en')} SKUs comes in whole with little memory, tells how far it is, and again changes nothing`,
  async () => {
    const file = join(folder, 'large.csv');
    await writeLines(file, largeCatalogLines(size.skus));
    const first = await importCatalog(file);
    expect(first.words).toContain(
      `${size.products} products with ${size.skus} variants: ${size.products} were created, 0 updated, 0 are as they were; 0 rows were refused.`,
    );
    expect(first.megabytes).toBeLessThan(mostMegabytes);
    const after = await written();
    expect(after).toEqual({
      products: size.products,
      variants: size.skus,
      categories: 12 + 240,
      pictures: Math.ceil(size.products / 3),
      in_stock: size.skus - Math.ceil(size.skus / 500),
      versions: size.products,
      movements: size.skus - Math.ceil(size.skus / 500),
      revisions: 2,
      drafts: 0,
      prices: 2 * size.skus,
    });

    // it reads a little ahead of what is done
    const shares = first.lines.flatMap((line) => /^\[[#.]{20}\] (\d+) %/.exec(line)?.[1] ?? []).map(Number);
    expect(shares.length).toBeGreaterThan(isLong ? 50 : 0);
    expect(shares.at(-1)).toBe(100);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));

    const again = await importCatalog(file);
    expect(again.words).toContain(`0 were created, 0 updated, ${size.products} are as they were`);
    expect(again.megabytes).toBeLessThan(mostMegabytes);
    expect(await written()).toEqual(after);
  },
  isLong ? 100 * 60_000 : 120_000,
);
