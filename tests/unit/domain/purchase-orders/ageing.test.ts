import { describe, expect, test } from 'vitest';
import { ageing, ageingBand } from '#app/domain/purchase-orders/ageing.ts';
import { eur, hoursLater, monday } from '#tests/support/approval-world.ts';

describe('a statement says what is open and how old', () => {
  test.each([
    ['the moment before it is overdue', -0.001, 'not_due'],
    ['from that midnight on', 0, 'days_1_to_30'],
    ['the end of the thirtieth day', 30 * 24 - 0.001, 'days_1_to_30'],
    ['the thirty-first day', 30 * 24, 'days_31_to_60'],
    ['the sixty-first day', 60 * 24, 'days_61_to_90'],
    ['the ninety-first day', 90 * 24, 'over_90_days'],
  ])('%s', (_, hours, band) => expect(ageingBand(monday, hoursLater(hours))).toBe(band));

  test('what waits for the goods is not due', () => expect(ageingBand(null, monday)).toBe('not_due'));

  test('and adds up by age', () =>
    expect(
      ageing(
        [
          { open: eur('10.00'), overdueAt: null },
          { open: eur('20.00'), overdueAt: hoursLater(1) },
          { open: eur('5.50'), overdueAt: hoursLater(-24 * 40) },
        ],
        'EUR',
        monday,
      ),
    ).toEqual({
      not_due: eur('30.00'),
      days_1_to_30: eur('0.00'),
      days_31_to_60: eur('5.50'),
      days_61_to_90: eur('0.00'),
      over_90_days: eur('0.00'),
    }));
});
