import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asSlug,
  madeSku,
  mayBeHandle,
  mayBePicture,
  readGrams,
  readMoney,
  readNumber,
} from '#app/domain/catalog/import/cells.ts';
import { forSpreadsheet, fromSpreadsheet } from '#app/domain/catalog/import/spreadsheet-cell.ts';

describe('a number in a cell', () => {
  test.each([
    ['a plain one', '12.50', '12.5'],
    ['with thousands, the English way', '1,299.00', '1299'],
    ['with thousands, the German way', '1.299,00', '1299'],
    ['one comma before three digits is a thousand', '1,299', '1299'],
    ['one comma before two digits is a decimal', '12,50', '12.5'],
    ['several thousands', '1,299,000', '1299000'],
    ['points as thousands', '1.299.000', '1299000'],
    ['the Swiss way', "1'299.50", '1299.5'],
    ['with a narrow space', '1\u202f299,5', '1299.5'],
    ['below zero', '-3', '-3'],
    ['six decimals', '0.012345', '0.012345'],
    ['seven decimals are too many', '0.0123456', null],
    ['letters are none', '12a', null],
    ['two decimal signs are none', '1.2,3.4', null],
    ['the Indian way', '1,00,000.50', '100000.5'],
    ['nothing is none', '', null],
    ['a sign alone is none', '-', null],
    ['an exponent is none', '1e9', null],
  ])('%s: %s', (_case, text, value) => expect(readNumber(text)).toBe(value));

  test('written plainly it comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 6 }),
        (digits, decimals) => {
          const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0');
          const whole = text.slice(0, text.length - decimals);
          const fraction = text.slice(text.length - decimals).replace(/0+$/, '');
          const plain = `${digits < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
          expect(readNumber(plain)).toBe(plain);
        },
      ),
    );
  });
});

describe('a price in a cell', () => {
  test.each([
    ['$12.50', { amount: '12.5', currency: 'USD' }],
    ['12,50 €', { amount: '12.5', currency: 'EUR' }],
    ['£1,299.00', { amount: '1299', currency: 'GBP' }],
    ['¥1480', { amount: '1480', currency: 'JPY' }],
    ['EUR 12', { amount: '12', currency: 'EUR' }],
    ['69.99', { amount: '69.99', currency: null }],
    ['0', { amount: '0', currency: null }],
    ['-5', null],
    ['free', null],
    ['XXX 5', null],
  ])('%s', (text, money) => expect(readMoney(text)).toEqual(money));
});

describe('a weight in a cell', () => {
  test.each([
    ['0.0', 'g', 0],
    ['453.59', 'g', 454],
    ['0.25', 'kg', 250],
    ['1', 'lb', 454],
    ['2', 'oz', 57],
    ['-1', 'g', null],
    ['3', 'stone', null],
  ])('%s %s', (text, unit, grams) => expect(readGrams(text, unit)).toBe(grams));
});

test('a made SKU is the same for the same words and never taken', () => {
  expect(madeSku('clay-plant-pot', ['Large'], new Set())).toBe('CLAY-PLANT-POT-LARGE');
  expect(madeSku('shirt', ['S/M'], new Set(['SHIRT-S-M']))).toBe('SHIRT-S-M-2');
  expect(madeSku('tasse', ['Größe L'], new Set())).toBe('TASSE-GROSSE-L');
  expect(madeSku('杯子', ['大'], new Set())).toBe('676F5B50-5927');
});

test('slugs, handles and pictures let nothing act', () => {
  expect(asSlug('Home & Garden / Café')).toBe('home-garden-cafe');
  expect(['house-espresso', 'Crème_1', '杯子'].every(mayBeHandle)).toBe(true);
  expect(['../etc', 'a b', '<b>', '', '-x', 'a/b'].some(mayBeHandle)).toBe(false);
  expect(['https://cdn.example/a.jpg?v=1', 'house-espresso', 'a.webp'].every(mayBePicture)).toBe(true);
  expect(['javascript:alert(1)', 'data:text/html,x', '//x', 'https://x/"onerror', '../a'].some(mayBePicture)).toBe(
    false,
  );
});

describe('a cell for a spreadsheet', () => {
  test.each(['=1+1', '+SUM(A1)', '-2+3', '@cmd', '\t=1', '\r=1'])('%j is no formula any more', (text) =>
    expect(forSpreadsheet(text).startsWith("'")).toBe(true),
  );
  test.each(['-5', '12.50', 'plain', "it's", ''])('%j stays as it is', (text) =>
    expect(forSpreadsheet(text)).toBe(text),
  );

  test('whatever is escaped comes back', () => {
    const tricky = fc.stringMatching(/^['=+\-@\t\ra1]{0,6}$/);
    fc.assert(fc.property(fc.oneof(fc.string(), tricky), (text) => fromSpreadsheet(forSpreadsheet(text)) === text));
  });
});
