import { describe, expect, test } from 'vitest';
import { firstMarkets } from '#app/domain/checkout/markets.ts';
import { toExact } from '#app/domain/money/exact.ts';
import {
  type LineToReturn,
  nextReturnStatus,
  returnEnds,
  returnPeriodDays,
  returnVerdict,
  returnable,
  statusAfterReturn,
} from '#app/domain/orders/returns.ts';

const at = (text: string) => new Date(text);
const line = (given: Partial<Record<'fulfilled' | 'returned' | 'onTheWay', string>> & { endsAt?: Date | null } = {}) =>
  ({
    line: 1,
    fulfilled: toExact(given.fulfilled ?? '5'),
    returned: toExact(given.returned ?? '0'),
    onTheWay: toExact(given.onTheWay ?? '0'),
    endsAt: given.endsAt === undefined ? at('2027-04-08T22:00:00Z') : given.endsAt,
  }) satisfies LineToReturn;
const units = (quantity: string, number = 1) => ({ line: number, quantity: toExact(quantity) });
const during = at('2027-04-01T09:00:00Z');

describe('until when goods may come back', () => {
  const market = { returnDays: 30, timeZone: 'Europe/Berlin' };

  test('the period is the one the product page promises', () => {
    expect(returnPeriodDays(firstMarkets[0])).toBe(firstMarkets[0].returnDays);
  });

  test.each([
    ['left on a Monday morning, two days on the road', '2027-03-01T09:00:00Z', [1, 2], '2027-04-02T22:00:00.000Z'],
    ['left on a Friday afternoon: it leaves on Monday', '2027-03-05T15:00:00Z', [1, 2], '2027-04-09T22:00:00.000Z'],
  ] as const)('%s', (_case, leftAt, workingDays, ends) => {
    expect(returnEnds({ leftAt: at(leftAt), market, workingDays }).toISOString()).toBe(ends);
  });

  test('no days mean: until the end of the day it arrives', () => {
    const none = { ...market, returnDays: 0 };
    const ends = returnEnds({ leftAt: at('2027-03-01T09:00:00Z'), market: none, workingDays: [1, 1] });
    expect(ends.toISOString()).toBe('2027-03-02T23:00:00.000Z');
  });
});

describe('what may come back', () => {
  test.each([
    ['all that was delivered', line(), '5', during, null],
    ['a part of it', line(), '2.5', during, null],
    ['more than was delivered', line(), '5.000001', during, 'more_than_delivered'],
    ['what is back already', line({ returned: '4' }), '2', during, 'more_than_delivered'],
    ['what is on its way already', line({ onTheWay: '5' }), '1', during, 'more_than_delivered'],
    ['what has not left yet', line({ fulfilled: '0', endsAt: null }), '1', during, 'more_than_delivered'],
    ['nothing', line(), '0', during, 'nothing_to_return'],
    ['the last moment', line(), '1', at('2027-04-08T21:59:59.999Z'), null],
    ['a moment too late', line(), '1', at('2027-04-08T22:00:00Z'), 'return_period_over'],
  ])('%s', (_case, given, quantity, moment, code) => {
    const verdict = returnVerdict([given], [units(quantity)], moment);
    expect(verdict.ok ? null : verdict.code).toBe(code);
    // The page offers exactly what the rule lets through.
    const offered = returnable([given], moment).some(
      ({ left }) => left.num * toExact(quantity).den >= toExact(quantity).num * left.den,
    );
    if (code !== 'nothing_to_return') expect(offered).toBe(code === null);
  });

  test('a line twice, or one that is not there, is no line of this order', () => {
    expect(returnVerdict([line()], [units('1'), units('1')], during)).toMatchObject({ code: 'no_such_line' });
    expect(returnVerdict([line()], [units('1', 2)], during)).toMatchObject({ code: 'no_such_line' });
  });
});

test('once in, declined or taken back, a return is over', () => {
  for (const over of ['received', 'declined', 'withdrawn'] as const)
    for (const event of ['approve', 'receive', 'decline', 'withdraw'] as const)
      expect(nextReturnStatus(over, event)).toBeNull();
  expect(nextReturnStatus('approved', 'withdraw')).toBeNull();
});

test('an order is returned once all it held is back', () => {
  const back = (returned: string) => [{ quantity: toExact('2'), returned: toExact(returned) }];
  expect(statusAfterReturn('fulfilled', back('1'))).toEqual({ status: 'partly_returned', isWhole: false });
  expect(statusAfterReturn('partly_returned', back('2'))).toEqual({ status: 'returned', isWhole: true });
  expect(statusAfterReturn('paid', back('2'))).toBeNull();
});
