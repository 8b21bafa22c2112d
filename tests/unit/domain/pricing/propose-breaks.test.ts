import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type SoldLine, priceWithBreaks, proposeBreaks } from '#app/domain/pricing/propose-breaks.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const sold = (text: string): SoldLine[] =>
  text.split(' ').flatMap((part) => {
    const [line = '', times = '1'] = part.split('*');
    const [quantity = '', unitPrice = ''] = line.split('@');
    return Array.from({ length: Number(times) }, () => ({
      quantity: toExact(quantity),
      unitPrice: toExact(unitPrice),
    }));
  });
const shown = (lines: readonly SoldLine[]) =>
  proposeBreaks(lines)
    .map(({ minQuantity, unitPrice }) => `${toDecimalString(minQuantity, 6)}: ${toDecimalString(unitPrice, 6, 2)}`)
    .join(', ');

describe('quantity breaks proposed from what was really paid', () => {
  test.each([
    ['the lower price goes with the larger quantity', '1@2.95*5 2@2.95*5 10@2.55*6 20@2.55*4', '1: 2.95, 10: 2.55'],
    ['one price all along is one break', '1@4.25*6 50@4.25*3', '1: 4.25'],
    ['an exception is no habit', '1@2.95*9 12@2.10*2', '1: 2.95'],
    ['cancellations, blanks and gifts do not count', '1@2.95*4 -1@2.95*9 5@0*9', '1: 2.95'],
    ['too little sold proposes nothing', '1@2.95*2', ''],
    ['decimals of a metre', '0.5@12.345678*4 10.25@11.1*4', '0.5: 12.345678, 10.25: 11.10'],
    ['of two prices from one quantity the one that sold more counts', '1@3*3 1@2*30', '1: 2.00'],
    ['one early exception does not move a break', '1@2.95*10 2@2.55 12@2.55*19', '1: 2.95, 12: 2.55'],
  ])('%s', (_case, lines, breaks) => {
    expect(shown(sold(lines))).toBe(breaks);
  });

  test('past invoices are priced with them', () => {
    const lines = sold('1@2.95*5 10@2.55*6 10@2.95');
    const { paid, proposed } = priceWithBreaks(lines, proposeBreaks(lines));
    expect([toDecimalString(paid, 2), toDecimalString(proposed, 2)]).toEqual(['197.25', '193.25']);
  });

  const file = sharedData('online-retail/online_retail_2010-12_2011-03.csv.gz');
  test.skipIf(!file)('in a wholesaler’s invoices larger quantities are proposed at lower prices', () => {
    const text = gunzipSync(readFileSync(file ?? '')).toString();
    const bySku = new Map<string, SoldLine[]>();
    const [header = '', ...rows] = text.split(/\r?\n/);
    const at = Object.fromEntries(header.split(',').map((name, index) => [name.toLowerCase(), index]));
    const column = (...names: string[]) => names.map((name) => at[name]).find((index) => index !== undefined) ?? -1;
    const [sku, quantity, price] = [
      column('stockcode', 'stock_code'),
      column('quantity'),
      column('unitprice', 'unit_price'),
    ];
    expect([sku, quantity, price].every((index) => index >= 0)).toBe(true);
    for (const row of rows) {
      const cells = row
        .match(/("([^"]|"")*"|[^,]*)(,|$)/g)
        ?.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, ''));
      const [code, many, paid] = [cells?.[sku], cells?.[quantity], cells?.[price]];
      if (!code || !/^\d+$/.test(many ?? '') || !/^\d+(\.\d+)?$/.test(paid ?? '')) continue;
      bySku.set(code, [...(bySku.get(code) ?? []), { quantity: toExact(many ?? ''), unitPrice: toExact(paid ?? '') }]);
    }
    const proposals = [...bySku.values()].map(proposeBreaks).filter((breaks) => breaks.length > 1);
    expect(proposals.length).toBeGreaterThan(100);
    for (const breaks of proposals)
      for (const [index, { unitPrice, minQuantity }] of breaks.entries()) {
        const before = breaks[index - 1];
        if (!before) continue;
        expect(unitPrice.num * before.unitPrice.den).toBeLessThan(before.unitPrice.num * unitPrice.den);
        expect(minQuantity.num * before.minQuantity.den).toBeGreaterThan(before.minQuantity.num * minQuantity.den);
      }
  });
});
