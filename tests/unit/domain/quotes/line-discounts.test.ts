import { expect, test } from 'vitest';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { discountedPrice } from '#app/domain/quotes/line-discounts.ts';
import { d } from '#tests/support/a-price-world.ts';

const percent = (text: string | null) => (text === null ? null : d(text));

test.each([
  ['without any discount the price is as typed', '16.00', null, false, null, '18.00', '16.00'],
  ['ten off what they pay today', '16.00', '10', false, null, '18.00', '16.20'],
  ['its own discount goes before the one on the rest', '16.00', '10', false, '20', '18.00', '16.20'],
  ['and before its lock', '16.00', '10', true, '20', '18.00', '16.20'],
  ['the rest is given what is said for the rest', '16.00', null, false, '5', '18.00', '17.10'],
  ['a locked line keeps its price', '16.00', null, true, '5', '18.00', '16.00'],
  ['nothing off is what they pay today', '16.00', '0', false, null, '18.00', '18.00'],
  ['a part of a cent is rounded up: no more is given than said', '16.00', '15', false, null, '17.11', '14.55'],
  ['what is not sold to them keeps its price', '16.00', '10', false, '20', null, '16.00'],
  ['all of it', '16.00', '100', false, null, '18.00', '0.00'],
])('%s', (_case, price, own, isLocked, rest, today, expected) => {
  const line = { price: d(price), discountPercent: percent(own), isLocked };
  const found = discountedPrice(line, { today: percent(today), restPercent: percent(rest), currency: 'EUR' });
  expect(toDecimalString(found, 4, 2)).toBe(expected);
});

test('where money has no minor unit it is rounded up to the whole', () => {
  const line = { price: d('1600'), discountPercent: d('15'), isLocked: false };
  const found = discountedPrice(line, { today: d('1801'), restPercent: null, currency: 'JPY' });
  expect(toDecimalString(found, 4)).toBe('1531');
});
