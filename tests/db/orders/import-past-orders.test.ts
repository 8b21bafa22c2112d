import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { compare, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { priceWithBreaks, proposeBreaks } from '#app/domain/pricing/propose-breaks.ts';
import { importPastOrders } from '#app/use-cases/orders/import-past-orders.server.ts';
import { listSoldLines } from '#db/queries/sold-lines.server.ts';
import { persons } from '#db/schema/identity.ts';
import { products, stockMovements } from '#db/schema/catalog.ts';
import { orderLines, orders } from '#db/schema/orders.ts';
import { depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const { db } = await testDatabase({ connections: 4 });
const deps = depsAt(db, '2011-04-01T09:00:00Z');
const folder = await mkdtemp(join(tmpdir(), 'orders-'));
afterAll(() => rm(folder, { recursive: true }));
const file = join(folder, 'orders.csv');
const bring = async (text: string, changes: { isDryRun?: boolean; makesProducts?: boolean } = {}) => {
  await writeFile(file, text);
  return importPastOrders(deps, { file, currency: 'GBP', isDryRun: false, makesProducts: true, ...changes });
};
const rows = async () =>
  Promise.all([orders, orderLines, persons, products, stockMovements].map((table) => db.$count(table)));

const text = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
T1,85123A,HEART HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
T1,84406B,"HANGER, WOODEN",8,2010-12-01 08:26:00,0.0125,17850.0,United Kingdom
CT2,85123A,HEART HOLDER,-6,2010-12-01 09:41:00,2.55,17850.0,United Kingdom
T3,85123a,HEART HOLDER,64,2010-12-01 09:41:00,2.10,,EIRE
`;

describe('what another shop sold comes in', () => {
  test('a dry run says what would be, and writes nothing', async () => {
    const before = await rows();
    const report = await bring(text, { isDryRun: true });
    expect(report).toMatchObject({ created: 2, lines: 3, rejected: 1, errors: [{ row: 4, code: 'not_sold' }] });
    expect(await rows()).toEqual(before);
  });

  test('each order once, over and done with, its sums rounded by line; run again it changes nothing', async () => {
    const moved = await db.$count(stockMovements);
    expect(await bring(text)).toMatchObject({ created: 2, unchanged: 0, lines: 3, products: 2 });
    const stored = await db.select().from(orders).orderBy(orders.notes);
    expect(stored).toMatchObject([
      { notes: 'T1', status: 'fulfilled', channel: 'import', totalMinor: 1540n, currency: 'GBP', market: 'GB' },
      { notes: 'T3', personId: null, totalMinor: 13_440n },
    ]);
    const lines = await db.select().from(orderLines).orderBy(orderLines.sku, orderLines.quantity);
    expect(lines.map(({ sku, lineTotalMinor }) => [sku, lineTotalMinor])).toEqual([
      ['84406B', 10n],
      ['85123A', 1530n],
      ['85123A', 13_440n],
    ]);
    expect(await db.$count(stockMovements)).toBe(moved);
    const before = await rows();
    expect(await bring(text)).toMatchObject({ created: 0, unchanged: 2, lines: 0, products: 0 });
    expect(await rows()).toEqual(before);
  });

  test('rows of one order may stand apart, but not too far', async () => {
    const row = (number: string, sku: string) => `${number},${sku},x,1,2011-01-01 08:26:00,2.50,17850,UK\n`;
    const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';
    const apart = header + row('A1', 'S1') + row('A2', 'S1') + row('A1', 'S2');
    expect(await bring(apart)).toMatchObject({ created: 2, lines: 3, rejected: 0 });
    const many = Array.from({ length: 250 }, (_, at) => row(`B${at}`, 'S1')).join('');
    expect(await bring(header + many + row('B0', 'S2'))).toMatchObject({
      ...{ created: 250, lines: 250, rejected: 1 },
      errors: [{ row: 252, code: 'order_split' }],
    });
    const [of] = await db.select().from(orders).where(eq(orders.notes, 'A1'));
    expect(of?.shipTo).toMatchObject({ country: 'GB' });
  });

  test('a file without the columns is refused with what they are called', async () => {
    expect(await bring('a,b\n1,2\n')).toMatchObject({ created: 0, errors: [{ row: 1, code: 'no_header' }] });
  });

  const invoices = sharedData('online-retail/online_retail_2010-12_2011-03.csv.gz');
  test.skipIf(!invoices)('breaks proposed from a wholesaler’s invoices price these very invoices', async () => {
    const [header = '', ...all] = gunzipSync(readFileSync(invoices ?? ''))
      .toString('utf8')
      .split('\n');
    const some = all.filter((row) => /^[^,]*,(22423|85099B|84879),/.test(row));
    const report = await bring([header, ...some].join('\n'), { makesProducts: true });
    expect(report.created).toBeGreaterThan(400);
    expect(report.lines + report.rejected).toBe(some.length);
    const since = new Date('2010-01-01T00:00:00Z');
    const sold = async (sku: string) =>
      (await listSoldLines(db, { sku, currency: 'GBP', since, limit: 20_000 })).map(({ quantity, unitPrice }) => ({
        quantity: toExact(quantity),
        unitPrice: toExact(unitPrice),
      }));
    const lines = await sold('22423');
    const breaks = proposeBreaks(lines);
    expect(breaks.length).toBeGreaterThan(1);
    for (const [at, { minQuantity, unitPrice }] of breaks.slice(1).entries()) {
      expect(compare(minQuantity, breaks[at]?.minQuantity ?? minQuantity)).toBe(1);
      expect(compare(unitPrice, breaks[at]?.unitPrice ?? unitPrice)).toBe(-1);
    }
    const { paid, proposed } = priceWithBreaks(lines, breaks);
    const share = Number(toDecimalString(proposed, 2)) / Number(toDecimalString(paid, 2));
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(1.1);
  });
});
