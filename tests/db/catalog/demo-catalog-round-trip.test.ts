import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Deps } from '#app/deps.server.ts';
import { writeLines } from '#app/integrations/csv.server.ts';
import { exportCatalog } from '#app/use-cases/catalog/export-catalog.server.ts';
import { importCatalog } from '#app/use-cases/catalog/import-catalog.server.ts';
import { products } from '#db/seed/demo/catalog/catalog.ts';
import { seed } from '#db/seed/seed.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { testDeps } from '#tests/support/deps.ts';

const folder = mkdtempSync(join(tmpdir(), 'demo-catalog-'));
afterAll(() => rmSync(folder, { recursive: true }));
const exported = async (deps: Deps, name: string) => {
  const file = join(folder, name);
  await writeLines(file, exportCatalog(deps));
  return { file, text: readFileSync(file, 'utf8') };
};
const counts = { products: products.length, variants: products.flatMap(({ variants }) => variants).length };

test('the demo shop goes out, comes in without a change, and fills an empty shop with the same', async () => {
  const full = testDeps((await testDatabase()).db);
  await seed(full.deps, () => {});
  const first = await exported(full.deps, 'first.csv');
  expect(await importCatalog(full.deps, { file: first.file, isDryRun: false })).toMatchObject({
    ...counts,
    unchanged: counts.products,
    errors: [],
  });
  expect((await exported(full.deps, 'second.csv')).text).toBe(first.text);

  const empty = testDeps((await testDatabase()).db);
  expect(await importCatalog(empty.deps, { file: first.file, isDryRun: false })).toMatchObject({
    ...counts,
    created: counts.products,
    errors: [],
  });
  expect((await exported(empty.deps, 'third.csv')).text).toBe(first.text);
});
