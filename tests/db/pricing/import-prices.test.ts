import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importPrices } from '#app/use-cases/pricing/import-prices.server.ts';
import { priceEntries, priceListRevisions } from '#db/schema/pricing.ts';
import { depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';
import { priceListWorld } from '#tests/support/price-list-world.ts';

describe('prices come in from CSV', async () => {
  const { db } = await testDatabase();
  const deps = depsAt(db, '2027-01-15T09:00:00Z');
  const { api, must } = await priceListWorld(deps, db);
  await must('PUT', '/price-lists/HARBOUR', { kind: 'contract', currency: 'EUR', company: 'harbour-hotels' });
  await must('POST', '/price-lists/HARBOUR/revisions', {
    submit: true,
    entries: [
      { sku: 'ESP-1K', unit_price: '18.00' },
      { category: 'coffee', percent_off: '5' },
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), 'prices-'));
  afterAll(() => rm(folder, { recursive: true }));
  const run = async (text: string, p: { isDryRun?: boolean; at?: string } = {}) => {
    const file = join(folder, 'prices.csv');
    await writeFile(file, text);
    return importPrices(depsAt(db, p.at ?? '2027-01-15T10:00:00Z'), { file, isDryRun: p.isDryRun ?? false });
  };
  const rows = () => Promise.all([db.$count(priceListRevisions), db.$count(priceEntries)]);

  const file = `list,sku,category,min_quantity,unit_price,percent_off
HARBOUR,ESP-1K,,1,18.00,
HARBOUR,ESP-1K,,10,"16,50",
HARBOUR,NOPE,,1,3.00,
HARBOUR,,coffee,1,,7.5%
NOWHERE,ESP-1K,,1,18.00,
HARBOUR,ESP-250,,0,5.00,
HARBOUR,ESP-250,,1,1.234.567,
HARBOUR,ESP-250,,1,5.1234567,
HARBOUR,ESP-1K,,10,16.40,
HARBOUR,ESP-250,,1,,
`;
  const told = {
    created: 1,
    updated: 1,
    unchanged: 1,
    rejected: 7,
    errors: expect.arrayContaining([
      expect.objectContaining({ row: 4, column: 'sku', code: 'unknown_sku', message: 'There is no SKU NOPE' }),
      expect.objectContaining({ row: 6, column: 'list', code: 'unknown_list' }),
      expect.objectContaining({ row: 7, column: 'min_quantity', code: 'not_above_zero' }),
      expect.objectContaining({ row: 8, column: 'unit_price', code: 'not_a_number' }),
      expect.objectContaining({ row: 9, column: 'unit_price', code: 'too_many_decimals' }),
      expect.objectContaining({ row: 10, column: 'min_quantity', code: 'duplicate_entry' }),
      expect.objectContaining({ row: 11, column: 'unit_price', code: 'no_price' }),
    ]) as unknown,
  };

  test('a dry run tells everything and changes nothing', async () => {
    const before = await rows();
    expect(await run(file, { isDryRun: true })).toMatchObject({ ...told, revisions: {} });
    expect(await rows()).toEqual(before);
  });

  test('good rows go in as one new revision, what they do not name stays', async () => {
    expect(await run(file)).toMatchObject({ ...told, revisions: { HARBOUR: 2 } });
    const { body } = await api('GET', '/price-lists/HARBOUR/revisions/2/entries');
    expect(body.items).toEqual(
      expect.arrayContaining([
        { sku: 'ESP-1K', min_quantity: '1', unit_price: '18' },
        { sku: 'ESP-1K', min_quantity: '10', unit_price: '16.5' },
        { category: 'coffee', min_quantity: '1', percent_off: '7.5' },
      ]),
    );
    expect(body.items).toHaveLength(3);
  });

  test('run again it changes nothing', async () => {
    const before = await rows();
    const again = await run(file, { at: '2027-01-15T11:00:00Z' });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3, rejected: 7, revisions: {} });
    expect(await rows()).toEqual(before);
  });

  test('a file without a header, or with nothing in it, is refused as a whole', async () => {
    expect(await run('HARBOUR,ESP-1K,1,18.00\n')).toMatchObject({
      rejected: 0,
      errors: [{ row: 1, code: 'no_header' }],
    });
    expect(await run('')).toMatchObject({ created: 0, errors: [] });
  });
});
