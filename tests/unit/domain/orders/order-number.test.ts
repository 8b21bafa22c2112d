import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { orderNumber, orderNumberPattern, readOrderNumber } from '#app/domain/orders/order-number.ts';

test('a number is read as it was made, also in lower case, without its dash, with blanks', () => {
  const number = orderNumber(randomBytes(24));
  expect(number).toMatch(orderNumberPattern);
  expect(readOrderNumber(` ${number.toLowerCase().replace('-', ' ')}`)).toBe(number);
});

test('what cannot be a number is none', () => {
  for (const text of ['', 'K7M4', 'K7M4-Q9XD0', "'; drop table orders", 'K7M4-Q9XD3-EXTRA'])
    expect(readOrderNumber(text)).toBeNull();
});

test('every sign is equally likely: bytes above the last whole round are passed over', () => {
  expect(orderNumber(Uint8Array.from([255, 254, 250, 0, 1, 2, 3, 4, 5, 6, 7, 8]))).toBe('3467-9ACDE');
  expect(() => orderNumber(Uint8Array.from([255, 255, 1]))).toThrow(RangeError);
});

test('ten thousand numbers are ten thousand numbers, in no order', () => {
  const numbers = Array.from({ length: 10_000 }, () => orderNumber(randomBytes(24)));
  expect(new Set(numbers).size).toBe(numbers.length);
  const rising = numbers.filter((number, index) => index > 0 && number > (numbers[index - 1] ?? '')).length;
  expect(rising).toBeGreaterThan(4_500);
  expect(rising).toBeLessThan(5_500);
});
