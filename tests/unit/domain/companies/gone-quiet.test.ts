import { describe, expect, it } from 'vitest';
import { goneQuiet } from '#app/domain/companies/gone-quiet.ts';

const day = (n: number) => new Date(Date.UTC(2027, 0, 1) + n * 86_400_000);

describe('goneQuiet', () => {
  it.each([
    ['two orders are no rhythm', 2, 0, 7, 90, null],
    ['weekly, eight days of silence', 5, 0, 28, 36, null],
    ['weekly, exactly two weeks', 5, 0, 28, 42, null],
    ['weekly, a little over two weeks', 5, 0, 28, 43, { silentDays: 15, usualDays: 7 }],
    ['monthly, seven weeks', 4, 0, 90, 139, null],
    ['monthly, nine weeks', 4, 0, 90, 153, { silentDays: 63, usualDays: 30 }],
    ['daily, a week away is no silence yet', 10, 0, 9, 16, null],
    ['daily, two weeks are', 10, 0, 9, 24, { silentDays: 15, usualDays: 1 }],
    ['all on one day', 3, 0, 0, 20, { silentDays: 20, usualDays: 1 }],
  ])('%s', (_, orders, first, last, today, expected) => {
    expect(goneQuiet({ orders, first: day(first), last: day(last) }, day(today))).toEqual(expected);
  });
});
