import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { count, eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { exportCatalog } from '#app/use-cases/catalog/export-catalog.server.ts';
import { importCatalog } from '#app/use-cases/catalog/import-catalog.server.ts';
import { writeLines } from '#app/integrations/csv.server.ts';
import { media, products, variants } from '#db/schema/catalog.ts';
import { priceListRevisions } from '#db/schema/pricing.ts';
import { findPictures, findStockBySku } from '#db/queries/imported-catalog.server.ts';
import { findProductsToSave } from '#db/queries/save-products.server.ts';
import { readStandardPrices } from '#db/queries/standard-prices.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { testDeps } from '#tests/support/deps.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const { db } = await testDatabase();
const { deps } = testDeps(db);
const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
let files = 0;
const asFile = (text: string | Buffer) => {
  const file = join(folder, `${(files += 1)}.csv`);
  writeFileSync(file, text);
  return file;
};
const bring = (text: string | Buffer, isDryRun = false) => importCatalog(deps, { file: asFile(text), isDryRun });
const priceOf = async (sku: string) =>
  Object.fromEntries(
    (await readStandardPrices(db, { skus: [sku], at: deps.now() })).map(({ currency, unitPrice }) => [
      currency,
      Number(unitPrice),
    ]),
  );
const exported = async () => {
  const file = asFile('');
  await writeLines(file, exportCatalog(deps));
  return readFileSync(file, 'utf8');
};
let run = 0;
beforeEach(() => (run += 1));

const header =
  'Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty,Image Src';

describe('importing a catalog', () => {
  test('brings products, variants, prices, stock and pictures in, and again changes nothing', async () => {
    const text = `${header}\r\npot${run},Pot,"<p>Of\r\nclay</p>",Size,S,P${run}-S,9.99,3,https://x.example/1.jpg\r\npot${run},,,,L,P${run}-L,15.5,,\r\n`;
    const first = await bring(text);
    expect(first).toMatchObject({
      products: 1,
      variants: 2,
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      errors: [],
    });
    expect(await priceOf(`P${run}-S`)).toEqual({ EUR: 9.99 });
    expect(Number((await findStockBySku(db, { skus: [`P${run}-S`] })).get(`P${run}-S`))).toBe(3);
    expect((await findPictures(db, { handles: [`pot${run}`] })).get(`pot${run}`)).toHaveLength(1);

    const revisions = await db.select({ n: count() }).from(priceListRevisions);
    expect(await bring(text)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await db.select({ n: count() }).from(priceListRevisions)).toEqual(revisions);
  });

  test('a changed price is a new revision that keeps all other prices', async () => {
    await bring(`${header}\na${run},A,,,,A${run},5,,\nb${run},B,,,,B${run},7,,`);
    const { updated, unchanged } = await bring(`${header}\na${run},A,,,,A${run},6,,\nb${run},B,,,,B${run},7,,`);
    expect([updated, unchanged]).toEqual([1, 1]);
    expect([await priceOf(`A${run}`), await priceOf(`B${run}`)]).toEqual([{ EUR: 6 }, { EUR: 7 }]);
  });

  test('a price that becomes zero asks for a quote and is gone', async () => {
    await bring(`${header}\nq${run},Q,,,,Q${run},5,,`);
    await bring(`${header}\nq${run},Q,,,,Q${run},0,,`);
    expect(await priceOf(`Q${run}`)).toEqual({});
    const [row] = await db
      .select()
      .from(variants)
      .where(eq(variants.sku, `Q${run}`));
    expect(row?.asksForQuote).toBe(true);
    expect(await bring(`${header}\nq${run},Q,,,,Q${run},0,,`)).toMatchObject({ unchanged: 1, updated: 0 });
  });

  test('a dry run tells the same and writes nothing', async () => {
    const text = `${header}\nd${run},D,,,,D${run},5,4,https://x.example/1.jpg\ne${run},E,,,,D${run},5,,\nf${run},F,,,,F${run},x,,`;
    const before = await Promise.all([db.$count(products), db.$count(media), db.$count(priceListRevisions)]);
    const dry = await bring(text, true);
    expect(await Promise.all([db.$count(products), db.$count(media), db.$count(priceListRevisions)])).toEqual(before);
    expect(await bring(text)).toEqual(dry);
    expect(dry.errors.map(({ row, code }) => [row, code])).toEqual([
      [3, 'duplicate_sku'],
      [4, 'bad_price'],
    ]);
  });

  test('names every bad row with column and reason; the good ones are in', async () => {
    await bring(`${header}\nowner${run},O,,,,TAKEN${run},5,,`);
    const report = await bring(
      [
        header,
        `g${run},Good,,,,G${run},5,,`,
        `h${run},${'x'.repeat(301)},,,,H${run},5,,`,
        `i${run},,,,,I${run},5,,`,
        `j${run},J,,,,TAKEN${run},5,,`,
        `k${run},K,,,,K${run},5,many,`,
        `g${run},Again,,,,G2${run},5,,`,
      ].join('\n'),
    );
    expect(report).toMatchObject({ products: 1, created: 1, rejected: 5 });
    expect(report.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'Title', 'bad_value'],
      [4, null, 'missing_title'],
      [5, 'Variant SKU', 'sku_taken'],
      [6, 'Variant Inventory Qty', 'bad_quantity'],
      [7, 'Handle', 'handle_again'],
    ]);
  });

  test.each([
    ['a file of another kind', 'name;price\nx;5', 'unknown_format', 1],
    ['an empty file', '', 'unknown_format', 1],
    ['a quote that never closes', `${header}\na,"A,,,,Z,5,,`, 'bad_csv', 2],
  ])('refuses %s as a whole', async (_case, text, code, row) => {
    const report = await bring(text);
    expect(report).toMatchObject({ products: 0, rejected: 1 });
    expect(report.errors).toMatchObject([{ row, code }]);
  });

  test('refuses the row where bytes are not UTF-8, and no other', async () => {
    const text = `${header}\nu${run},Caf\xe9,,,,U${run},5,,\nv${run},V,,,,V${run},5,,`;
    const report = await bring(Buffer.from(text, 'latin1'));
    expect(report).toMatchObject({ products: 1, rejected: 1 });
    expect(report.errors).toMatchObject([{ row: 2, column: 'Title', code: 'bad_character' }]);
  });

  test('prices per market land in their own lists', async () => {
    await bring(
      `Handle,Title,Variant SKU,Variant Price,Price / United States,Price / Japan\nm${run},M,M${run},10,12.50,1600`,
    );
    expect(await priceOf(`M${run}`)).toEqual({ EUR: 10, USD: 12.5, JPY: 1600 });
  });

  test('a product of 99 variants over three options comes in whole', async () => {
    const rows = Array.from(
      { length: 99 },
      (_, i) =>
        `n${run},${i ? '' : 'N'},A,${i % 11},B,${Math.floor(i / 11) % 3},C,${Math.floor(i / 33)},N${run}-${i},5`,
    );
    const report = await bring(
      [
        'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Price',
        ...rows,
      ].join('\n'),
    );
    expect(report).toMatchObject({ products: 1, variants: 99, rejected: 0 });
  });
});

describe('exporting a catalog', () => {
  test('export, import, export is a fixed point, and the import finds nothing to change', async () => {
    const hostile = ['=1+1', '+cmd', '-2+3', '@x', "'=1", "it's", 'a "quoted", one', 'tab\there'];
    await bring(
      [
        'Handle,Title,Vendor,Variant SKU,Variant Price',
        ...hostile.map(
          (text, i) =>
            `x${run}-${i},"${text.replaceAll('"', '""')}","${text.replaceAll('"', '""')}",X${run}-${i},${i + 1}`,
        ),
      ].join('\n'),
    );
    const once = await exported();
    const report = await bring(once);
    expect(report).toMatchObject({ created: 0, updated: 0, rejected: 0, errors: [] });
    expect(await exported()).toBe(once);
    for (const record of parse(once) as string[][])
      for (const cell of record) expect(/^[=+\-@\t\r]/.test(cell) && !/^-?[\d.]+$/.test(cell), cell).toBe(false);
    const [first] = await findProductsToSave(db, { handles: [`x${run}-0`] });
    expect(first?.product.title).toEqual({ en: '=1+1' });
  });

  test('carries plans, modules and everything else into an empty shop', async () => {
    const other = await testDatabase();
    const { deps: elsewhere } = testDeps(other.db);
    const once = await exported();
    const file = asFile(once);
    const report = await importCatalog(elsewhere, { file, isDryRun: false });
    expect(report.errors).toEqual([]);
    const again = asFile('');
    await writeLines(again, exportCatalog(elsewhere));
    expect(readFileSync(again, 'utf8')).toBe(once);
  });
});

describe('catalogs nobody here wrote', () => {
  const samples = [
    'packt-product-data',
    'shopifypartners-apparel',
    'shopifypartners-home-and-garden',
    'shopifypartners-jewelery',
  ];
  test.each(samples)('%s comes in with the counts it holds, twice', async (name) => {
    const file = sharedData(`shopify-csv/${name}.csv`);
    if (!file) return;
    const { db: own } = await testDatabase();
    const { deps: ownDeps } = testDeps(own);
    const rows = parse(readFileSync(file), { columns: true, bom: true }) as Record<string, string>[];
    const handles = new Set(rows.map((row) => row.Handle));
    const held = { products: handles.size, variants: rows.filter((row) => row['Variant Price'] !== '').length };
    const report = await importCatalog(ownDeps, { file, isDryRun: false });
    expect(report).toMatchObject({ ...held, created: held.products, rejected: 0, errors: [] });
    expect(await own.$count(variants)).toBe(held.variants);
    expect(await importCatalog(ownDeps, { file, isDryRun: false })).toMatchObject({
      ...held,
      unchanged: held.products,
    });
  });

  test('hostile strings in every field come in harmless or are refused', async () => {
    const file = sharedData('hostile-input/blns.json');
    if (!file) return;
    const strings = JSON.parse(readFileSync(file, 'utf8')) as string[];
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = strings.map((text, i) =>
      ['h' + i, text || 'x', text, text, text, 'Kind', text || 'x', `H-${i}`, '5'].map(cell).join(','),
    );
    const { db: own } = await testDatabase();
    const { deps: ownDeps } = testDeps(own);
    const report = await importCatalog(ownDeps, {
      file: asFile(
        ['Handle,Title,Body (HTML),Vendor,Tags,Option1 Name,Option1 Value,Variant SKU,Variant Price', ...rows].join(
          '\n',
        ),
      ),
      isDryRun: false,
    });
    expect(report.products + new Set(report.errors.map(({ row }) => row)).size).toBe(strings.length);
    expect(report.products).toBeGreaterThan(strings.length * 0.9);
    const stored = await own.select({ description: products.description }).from(products);
    const html = stored.flatMap(({ description }) => Object.values(description)).join('\n');
    expect(html).not.toMatch(/<(script|img|iframe|svg|object|style|form|input)|<[^>]*\son\w+\s*=/i);
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g))
      expect(['http:', 'https:', 'mailto:'], href).toContain(new URL(href, 'https://shop.example').protocol);
  });
});

afterAll(() => rmSync(folder, { recursive: true }));
