import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { codeKey } from '#app/domain/catalog/code-key.ts';
import { quickOrderRows, typedRows } from '#app/domain/orders/quick-order.ts';
import { parseTypedQuantity } from '#app/domain/orders/typed-quantity.ts';
import { sharedData } from '#tests/support/shared-data.ts';

describe('a quantity as people type it', () => {
  test.each([
    ['12', '12', null],
    [' 12 pcs', '12', 'C62'],
    ['12 Stück', '12', 'C62'],
    ['12 Stk.', '12', 'C62'],
    ['x12', '12', null],
    ['12x', '12', null],
    ['12 x', '12', null],
    ['1,200', '1200', null],
    ['1.200', '1200', null],
    ["1'200", '1200', null],
    ['1 200', '1200', null],
    ['1.200,50', '1200.5', null],
    ['1,200.50', '1200.5', null],
    ['1.234.567', '1234567', null],
    ['2,5 kg', '2.5', 'KGM'],
    ['2.5', '2.5', null],
    ['0,125', '0.125', null],
    ['0.500', '0.5', null],
    ['500 g', '0.5', 'KGM'],
    ['75cl', null, null],
    ['250 ml', '0.25', 'LTR'],
    ['30 cm', '0.3', 'MTR'],
    ['0', null, null],
    ['', null, null],
    ['-3', null, null],
    ['1,2,3', null, null],
    ['1.20,300.4', null, null],
    ['12 boxes', null, null],
    ['ESP-1K', null, null],
    ['1e3', null, null],
    ['9999999999', null, null],
    ['=1+1', null, null],
  ])('%j', (text, quantity, unit) => {
    const read = parseTypedQuantity(text);
    expect(read && toDecimalString(read.quantity, 6)).toBe(quantity);
    expect(read?.unit ?? null).toBe(unit);
  });
});

const articles = new Set(['ESP-1K', 'ESP-250', '4711', 'CUP 6'].map(codeKey));
const read = (text: string) =>
  quickOrderRows(typedRows(text), (code) => articles.has(codeKey(code))).map(
    ({ row, code, quantity, quantityText }) => [
      row,
      code,
      quantity ? toDecimalString(quantity.quantity, 6) : `? ${quantityText}`,
    ],
  );

describe('what was typed, pasted or uploaded', () => {
  test.each([
    [
      'a spreadsheet',
      'ESP-1K\t12\nESP-250\t6',
      [
        [1, 'ESP-1K', '12'],
        [2, 'ESP-250', '6'],
      ],
    ],
    [
      'columns the other way round',
      '12\tESP-1K\n6\tESP-250',
      [
        [1, 'ESP-1K', '12'],
        [2, 'ESP-250', '6'],
      ],
    ],
    [
      'a heading, and columns nobody asked for',
      'Name;Menge;Artikel;Preis\nHaus;1.200;ESP-1K;18,00\nHaus klein;24 Stk;esp250;6,00',
      [
        [2, 'ESP-1K', '1200'],
        [3, 'esp250', '24'],
      ],
    ],
    [
      'numbers as article numbers',
      '4711,3\nESP-1K,10',
      [
        [1, '4711', '3'],
        [2, 'ESP-1K', '10'],
      ],
    ],
    [
      'quoted cells',
      '"ESP-1K","1,200"\n"ESP-250","6"',
      [
        [1, 'ESP-1K', '1200'],
        [2, 'ESP-250', '6'],
      ],
    ],
    [
      'typed with blanks',
      'ESP-1K 12\nCUP 6 24 pcs\n3 x ESP-250',
      [
        [1, 'ESP-1K', '12'],
        [2, 'CUP 6', '24'],
        [3, 'ESP-250', '3'],
      ],
    ],
    [
      'no quantity means one',
      'ESP-1K\nESP-250',
      [
        [1, 'ESP-1K', '1'],
        [2, 'ESP-250', '1'],
      ],
    ],
    [
      'empty lines keep the count',
      '\nESP-1K\t2\r\n\r\nESP-250\t3',
      [
        [2, 'ESP-1K', '2'],
        [4, 'ESP-250', '3'],
      ],
    ],
    [
      'a quantity that is none stays to be seen',
      'ESP-1K\tmany\nESP-250\t2',
      [
        [1, 'ESP-1K', '? many'],
        [2, 'ESP-250', '2'],
      ],
    ],
    [
      'an article nobody knows stays too',
      'ESP-1K\t1\nNOPE\t2',
      [
        [1, 'ESP-1K', '1'],
        [2, 'NOPE', '2'],
      ],
    ],
    ['a mark at the beginning of a file', '\uFEFFESP-1K\t2', [[1, 'ESP-1K', '2']]],
    [
      'thousands with a comma beside tabs',
      'ESP-1K\t1,200\nESP-250\t2,400',
      [
        [1, 'ESP-1K', '1200'],
        [2, 'ESP-250', '2400'],
      ],
    ],
    [
      'typed thousands',
      'ESP-1K 1,200\nESP-250 2,400',
      [
        [1, 'ESP-1K', '1200'],
        [2, 'ESP-250', '2400'],
      ],
    ],
    ['nothing', '  \n ', []],
  ])('%s', (_case, text, rows) => expect(read(text)).toEqual(rows));

  test('five thousand rows are read at once', () => {
    const text = Array.from({ length: 5_000 }, (_, at) => `ESP-1K\t${at + 1}`).join('\n');
    expect(read(text)).toHaveLength(5_000);
  });
});

const hostile = sharedData('hostile-input/blns.json');
test.skipIf(hostile === null)('strings that break things break nothing here', () => {
  for (const text of JSON.parse(hostile ? readFileSync(hostile, 'utf8') : '[]') as string[]) {
    expect(() => read(`${text}\t1\nESP-1K\t2`)).not.toThrow();
    expect(() => parseTypedQuantity(text)).not.toThrow();
  }
});
