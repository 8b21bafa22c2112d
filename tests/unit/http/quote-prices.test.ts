import { expect, test } from 'vitest';
import { pricesTyped } from '#app/http/quote-prices.ts';

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
