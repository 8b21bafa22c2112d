import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '#app/domain/money/allocate.ts';
import {
  add,
  ceiling,
  compare,
  divide,
  equals,
  exact,
  lessPercent,
  multiply,
  negate,
  parseExact,
  percentOf,
  subtract,
  toExact,
} from '#app/domain/money/exact.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import {
  addMoney,
  amountString,
  compareMoney,
  lineAmount,
  money,
  parseAmount,
  subtractMoney,
  sumMoney,
} from '#app/domain/money/money.ts';
import { roundHalfAwayFromZero, toDecimalString } from '#app/domain/money/rounding.ts';
import { decimal } from '#tests/support/arbitraries.ts';

const d = toExact;

describe('a line is multiplied first and rounded once', () => {
  test.each([
    ['1.0149', '3', '3.04'],
    ['3.0209', '1', '3.02'],
    ['0.012345', '1000', '12.35'],
    ['0.004', '1', '0.00'],
    ['0.005', '1', '0.01'],
    ['4.20', '0.75', '3.15'],
    ['1.111111', '0.333', '0.37'],
  ])('%s x %s = %s', (unitPrice, quantity, total) => {
    expect(amountString(lineAmount(d(unitPrice), d(quantity), 'EUR'))).toBe(total);
  });

  test('3 x 1.0149 and 1 x 3.0209 are 6.06 together, the sum of rounded lines', () => {
    const lines = [lineAmount(d('1.0149'), d('3'), 'EUR'), lineAmount(d('3.0209'), d('1'), 'EUR')];
    expect(amountString(sumMoney(lines, 'EUR'))).toBe('6.06');
  });

  test.each([
    ['JPY', '7.5', '8'],
    ['EUR', '7.555', '7.56'],
    ['KWD', '7.5555', '7.556'],
  ] as const)('%s rounds %s to its own decimals: %s', (currency, unitPrice, total) => {
    expect(amountString(lineAmount(d(unitPrice), d('1'), currency))).toBe(total);
  });
});

describe('rounding', () => {
  test.each([
    ['2.5', 3n],
    ['-2.5', -3n],
    ['2.4999', 2n],
    ['-0.5', -1n],
    ['0.5', 1n],
    ['0', 0n],
  ])('%s -> %s, halves away from zero', (value, rounded) => {
    expect(roundHalfAwayFromZero(d(value))).toBe(rounded);
  });

  test('is never further than half away, and at a half goes outwards', () => {
    fc.assert(
      fc.property(decimal(-1000, 1000, 4), (value) => {
        const off = subtract(exact(roundHalfAwayFromZero(value)), value);
        const half = exact(1n, 2n);
        expect(compare(off, half) <= 0 && compare(off, negate(half)) >= 0).toBe(true);
        if (equals(off, half)) expect(value.num > 0n).toBe(true);
        if (equals(off, negate(half))) expect(value.num < 0n).toBe(true);
      }),
    );
  });

  test.each([
    ['16.45', 6, 2, '16.45'],
    ['16.5', 6, 2, '16.50'],
    ['0.0123456', 6, 2, '0.012346'],
    ['-0.004', 2, 0, '0'],
    ['15', 6, 0, '15'],
    ['1234567.1', 6, 2, '1234567.10'],
  ])('%s with at most %s and at least %s decimals reads %s', (value, most, least, text) => {
    expect(toDecimalString(d(value), most, least)).toBe(text);
  });
});

describe('exact numbers', () => {
  test.each(['', '1,5', '1.', '.5', '1e3', ' 1', '+1', 'NaN', '0x10', '１'])('%j is no decimal number', (text) => {
    expect(parseExact(text)).toBeNull();
  });

  test('what is written is what is read', () => {
    fc.assert(
      fc.property(decimal(-9999, 9999, 6), (value) => {
        expect(d(toDecimalString(value, 6))).toEqual(value);
      }),
    );
  });

  test('adding and multiplying undo with subtracting and dividing', () => {
    fc.assert(
      fc.property(decimal(-999, 999, 6), decimal(1, 999, 6), (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    );
  });

  test('a percentage off and the percentage itself make the whole', () => {
    fc.assert(
      fc.property(decimal(0, 999, 6), decimal(0, 100, 4), (a, percent) => {
        expect(add(lessPercent(a, percent), percentOf(a, percent))).toEqual(a);
      }),
    );
  });

  test.each([
    ['2.1', 3n],
    ['2', 2n],
    ['-2.1', -2n],
    ['0', 0n],
  ])('the whole number not below %s is %s', (value, whole) => expect(ceiling(d(value))).toBe(whole));

  test('nothing is divided by zero', () => {
    expect(() => divide(d('1'), d('0'))).toThrow(RangeError);
  });
});

describe('a split hands out every minor unit', () => {
  test.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [5n, [3n, 7n], [2n, 3n]],
    [1n, [0n, 0n], [1n, 0n]],
    [0n, [3n, 4n], [0n, 0n]],
    [10n, [0n, 5n], [0n, 10n]],
  ])('%s over %s is %s', (total, weights, parts) => expect(allocate(total, weights)).toEqual(parts));

  test('parts add up, none is a whole unit from its exact share, and the rounded up have the largest remainders', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), weights, (total, shares) => {
        const parts = allocate(total, shares);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(total);
        const sum = shares.reduce((a, b) => a + b, 0n);
        if (sum === 0n) return;
        const remainders = shares.map((share) => (total * share) % sum);
        const isUp = parts.map((part, index) => part > (total * (shares[index] as bigint)) / sum);
        parts.forEach((part, index) => {
          const scaled = part * sum - total * (shares[index] as bigint);
          expect(scaled < sum && scaled > -sum).toBe(true);
        });
        const smallestUp = remainders.filter((_, index) => isUp[index]).sort((a, b) => (a < b ? -1 : 1))[0];
        const largestDown = remainders.filter((_, index) => !isUp[index]).sort((a, b) => (a > b ? -1 : 1))[0];
        if (smallestUp !== undefined && largestDown !== undefined) expect(smallestUp >= largestDown).toBe(true);
      }),
    );
  });

  test('nothing to split over, or a negative weight, is a fault', () => {
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(() => allocate(1n, [-1n])).toThrow(RangeError);
  });
});

describe('amounts', () => {
  test('currencies never mix', () => {
    const [euro, yen] = [money(1n, 'EUR'), money(1n, 'JPY')];
    for (const act of [addMoney, subtractMoney, compareMoney]) expect(() => act(euro, yen)).toThrow(RangeError);
  });

  test.each([
    ['12.34', 'EUR', 1234n],
    ['12', 'JPY', 12n],
    ['1.234', 'KWD', 1234n],
    ['-0.01', 'EUR', -1n],
  ] as const)('%s %s is read as %s', (text, currency, minor) =>
    expect(parseAmount(text, currency)).toEqual(money(minor, currency)),
  );
  test.each([
    ['12.345', 'EUR'],
    ['0.5', 'JPY'],
    ['twelve', 'EUR'],
  ] as const)('%s %s cannot be paid', (text, currency) => expect(parseAmount(text, currency)).toBeNull());

  test.each([
    [money(123456n, 'EUR'), 'de-DE', '1.234,56 €'],
    [money(123456n, 'EUR'), 'en-GB', '€1,234.56'],
    [money(1234n, 'JPY'), 'ja-JP', '\uffe51,234'],
  ])('is written as the locale does', (amount, locale, text) =>
    expect(formatMoney(amount, locale).replace('\u00a0', ' ')).toBe(text),
  );

  test('a unit price shows the decimals it has', () => {
    expect(formatUnitPrice(d('0.012345'), 'EUR', 'en-GB')).toBe('€0.012345');
    expect(formatUnitPrice(d('16.5'), 'EUR', 'en-GB')).toBe('€16.50');
  });
});
