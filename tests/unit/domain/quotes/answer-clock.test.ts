import { describe, expect, test } from 'vitest';
import {
  type OpeningHours,
  answerDueAt,
  dueAfter,
  isOpen,
  nextHolder,
  openBetween,
} from '#app/domain/quotes/answer-clock.ts';
import { easterSunday, firstHours, hoursOf, isGermanHoliday } from '#app/domain/quotes/shop-hours.ts';
import fc from 'fast-check';

const shopHours = hoursOf(firstHours);

const at = (text: string) => new Date(text);

describe('an answer is due after five minutes of open desk', () => {
  test.each([
    ['on a Friday morning', '2027-01-15T09:00:00Z', '2027-01-15T09:05:00.000Z'],
    ['before opening: counted from eight', '2027-01-15T05:00:00Z', '2027-01-15T07:05:00.000Z'],
    ['five minutes before closing: due as the desk closes', '2027-01-14T16:55:00Z', '2027-01-14T17:00:00.000Z'],
    ['two minutes before closing: three are left for the next day', '2027-01-14T16:58:00Z', '2027-01-15T07:03:00.000Z'],
    ['Friday evening: on Monday', '2027-01-15T18:00:00Z', '2027-01-18T07:05:00.000Z'],
    ['the evening before Good Friday: on Tuesday', '2027-03-25T19:00:00Z', '2027-03-30T06:05:00.000Z'],
    ['on Christmas Eve after six: on the next working day', '2026-12-24T18:00:00Z', '2026-12-28T07:05:00.000Z'],
    [
      'the Friday before summer time begins: Monday, an hour earlier in UTC',
      '2026-03-27T17:30:00Z',
      '2026-03-30T06:05:00.000Z',
    ],
    ['the Friday before it ends: Monday, an hour later in UTC', '2026-10-23T17:30:00Z', '2026-10-26T07:05:00.000Z'],
  ])('%s', (_case, from, due) => {
    expect(answerDueAt(at(from), shopHours).toISOString()).toBe(due);
  });

  const roundTheClock = (span: { from: string; to: string }): OpeningHours => ({
    timeZone: 'Europe/Berlin',
    week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [span]])),
    isHoliday: () => false,
  });
  test.each([
    ['an hour that does not exist in spring is not counted', '2027-03-28T00:00:00Z', 90, '2027-03-28T01:30:00.000Z'],
    ['an hour that comes twice in autumn is counted twice', '2027-10-31T00:00:00Z', 150, '2027-10-31T02:30:00.000Z'],
  ])('%s', (_case, from, minutes, due) => {
    const hours = roundTheClock({ from: '01:00', to: '05:00' });
    expect(dueAfter(at(from), minutes, hours).toISOString()).toBe(due);
  });

  test('a lunch break stops the clock', () => {
    const hours = { ...roundTheClock({ from: '08:00', to: '12:00' }) };
    const split = {
      ...hours,
      week: {
        5: [
          { from: '08:00', to: '12:00' },
          { from: '13:00', to: '17:00' },
        ],
      },
    };
    expect(dueAfter(at('2027-01-15T10:58:00Z'), 5, split).toISOString()).toBe('2027-01-15T12:03:00.000Z');
  });

  test('a desk that never opens has no answer', () => {
    expect(() => dueAfter(at('2027-01-15T09:00:00Z'), 5, { ...shopHours, week: {} })).toThrow(RangeError);
  });

  test('whenever it was asked, exactly the minutes asked for lie between then and when it is due', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2028-12-31T00:00:00Z'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 3_000 }),
        (from, minutes) => {
          const due = dueAfter(from, minutes, shopHours);
          expect(openBetween(from, due, shopHours)).toBe(minutes * 60_000);
          expect(openBetween(from, new Date(due.getTime() - 1), shopHours)).toBeLessThan(minutes * 60_000);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test.each([
  ['2027-01-15T07:00:00Z', true],
  ['2027-01-15T06:59:59Z', false],
  ['2027-01-15T16:59:59Z', true],
  ['2027-01-15T17:00:00Z', false],
  ['2027-01-16T10:00:00Z', false],
  ['2027-05-01T10:00:00Z', false],
])('at %s the desk is open: %s', (moment, open) => {
  expect(isOpen(at(moment), shopHours)).toBe(open);
});

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter of %i is on %s', (year, sunday) => {
  expect(easterSunday(year)).toBe(sunday);
});

test.each([
  ['2027-03-26', true],
  ['2027-03-29', true],
  ['2027-05-06', true],
  ['2027-05-17', true],
  ['2027-10-03', true],
  ['2027-10-31', false],
])('%s is a holiday of the whole country: %s', (day, holiday) => {
  expect(isGermanHoliday(day)).toBe(holiday);
});

test('an unanswered request goes round the reps, each once, then to the managers', () => {
  const reps = ['a', 'b', 'c'];
  expect(nextHolder(reps, ['b'])).toBe('a');
  expect(nextHolder(reps, ['b', 'a'])).toBe('c');
  expect(nextHolder(reps, ['b', 'a', 'c'])).toBeNull();
});
