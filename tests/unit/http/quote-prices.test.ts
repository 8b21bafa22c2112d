import { expect, test } from 'vitest';
import { linesTyped, offerTyped, pricesTyped } from '#app/http/quote-prices.ts';

const form = (fields: Record<string, string>) => {
  const typed = new FormData();
  for (const [name, value] of Object.entries(fields)) typed.set(name, value);
  return typed;
};

test.each([
  [
    'prices by line, beside other fields',
    { price_1: '16.00', price_12: ' 5,80 ', version: '1' },
    [
      [1, '16.00'],
      [12, '5.80'],
    ],
  ],
  ['no price at all', { version: '1' }, []],
  ['something that is no price', { price_1: 'cheap' }, null],
  ['an empty field', { price_1: '' }, null],
  ['a price below zero', { price_1: '-1' }, null],
])('%s', (_case, fields, expected) => {
  expect(pricesTyped(form(fields))?.map(({ line, unitPrice }) => [line, unitPrice]) ?? null).toEqual(expected);
});

test('an offer is typed with quantities, discounts on lines, locks, and a discount on the rest', () => {
  const typed = offerTyped(
    form({ price_1: '16', quantity_1: '12,5', discount_1: '7,5', price_2: '5', lock_2: 'on', rest_discount: ' 10 ' }),
  );
  expect(typed).toEqual({
    lines: [
      { line: 1, unitPrice: '16', quantity: '12.5', discountPercent: '7.5', isLocked: false },
      { line: 2, unitPrice: '5', isLocked: true },
    ],
    restPercent: '10',
  });
});

test.each([
  ['a discount above everything', { price_1: '16', discount_1: '101' }],
  ['a discount that is no number', { price_1: '16', rest_discount: 'half' }],
  ['a quantity that is none', { price_1: '16', quantity_1: 'many' }],
])('%s is no offer', (_case, fields) => expect(offerTyped(form(fields))).toBeNull());

test('a counter-offer names prices and, if it likes, quantities', () => {
  expect(linesTyped(form({ price_1: '16', quantity_1: '', price_2: '5', quantity_2: '3' }))).toEqual([
    { line: 1, unitPrice: '16' },
    { line: 2, unitPrice: '5', quantity: '3' },
  ]);
});
