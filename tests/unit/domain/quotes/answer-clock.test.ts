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
import { parseSpans } from '#app/domain/quotes/opening-spans.ts';
import fc from 'fast-check';

const shopHours = hoursOf(firstHours);

const at = (text: string) => new Date(text);

const runs = process.env.LONG ? 2_000 : 60;

/** The same found the slow way: a clock on the wall of the desk, read every minute. */
function dueByTheWall(from: Date, minutes: number, hours: OpeningHours): Date {
  const wall = new Intl.DateTimeFormat('sv-SE', {
    timeZone: hours.timeZone,
    ...({ dateStyle: 'short', timeStyle: 'short' } as const),
  });
  const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
  const minute = 60_000;
  let left = minutes * minute;
  let day = '';
  let spans: { from: string; to: string; state: 'before' | 'open' | 'over' }[] = [];
  // From a day before, so that the desk is seen opening on the day of the question.
  for (let clock = from.getTime() - (from.getTime() % minute) - 26 * 60 * minute; ; clock += minute) {
    const [date = '', time = ''] = wall.format(clock).split(' ');
    if (date !== day) {
      day = date;
      const isClosed = hours.isHoliday(day);
      spans = isClosed ? [] : (hours.week[weekdayOf(day)] ?? []).map((span) => ({ ...span, state: 'before' }));
    }
    for (const span of spans) {
      if (span.state === 'before' && time >= span.from) span.state = 'open';
      if (span.state === 'open' && time >= span.to) span.state = 'over';
    }
    const start = Math.max(clock, from.getTime());
    const end = clock + minute;
    if (start >= end || !spans.some(({ state }) => state === 'open')) continue;
    if (left <= end - start) return new Date(start + left);
    left -= end - start;
  }
}

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Cairo', 'UTC'];
const clockTime = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  );
const openDay = fc.uniqueArray(clockTime, { minLength: 2, maxLength: 4 }).map((times) => {
  const [a = '', b = '', c, d] = times.toSorted();
  return [{ from: a, to: b }, ...(c && d ? [{ from: c, to: d }] : [])];
});
/** Days around which clocks change somewhere, and any others. */
const moments = fc.oneof(
  ...[
    '2027-03-13',
    '2027-03-27',
    '2027-04-03',
    '2027-04-29',
    '2027-10-02',
    '2027-10-28',
    '2027-10-30',
    '2027-11-06',
  ].map((day) =>
    fc.integer({ min: 0, max: 3 * 86_400_000 }).map((ms) => new Date(at(`${day}T00:00:00Z`).getTime() + ms)),
  ),
  fc.date({ min: at('2027-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true }),
);

describe('an answer is due after five minutes of open desk', () => {
  test.each([
    ['on a Friday morning', '2027-01-15T09:00:00Z', '2027-01-15T09:05:00.000Z'],
    ['before opening: counted from eight', '2027-01-15T05:00:00Z', '2027-01-15T07:05:00.000Z'],
    ['five minutes before closing: due as the desk closes', '2027-01-14T16:55:00Z', '2027-01-14T17:00:00.000Z'],
    ['two minutes before closing: three are left for the next day', '2027-01-14T16:58:00Z', '2027-01-15T07:03:00.000Z'],
    ['Friday evening: on Monday', '2027-01-15T18:00:00Z', '2027-01-18T07:05:00.000Z'],
    ['the evening before Good Friday: on Tuesday', '2027-03-25T19:00:00Z', '2027-03-30T06:05:00.000Z'],
    ['on Christmas Eve after six: on the next working day', '2026-12-24T18:00:00Z', '2026-12-28T07:05:00.000Z'],
    ['on a Saturday: on Monday', '2027-01-16T10:00:00Z', '2027-01-18T07:05:00.000Z'],
    ['on a Sunday night: on Monday', '2027-01-17T23:30:00Z', '2027-01-18T07:05:00.000Z'],
    ['in the middle of the night', '2027-01-14T01:00:00Z', '2027-01-14T07:05:00.000Z'],
    ['on Ascension Day, a Thursday: on Friday', '2027-05-06T10:00:00Z', '2027-05-07T06:05:00.000Z'],
    ['two minutes before a holiday: three are left after it', '2027-05-05T15:58:00Z', '2027-05-07T06:03:00.000Z'],
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
  const newYork: OpeningHours = {
    ...shopHours,
    timeZone: 'America/New_York',
    isHoliday: (day) => day === '2027-07-05',
  };
  test.each([
    ['a desk in New York opens six hours later', '2027-01-15T09:00:00Z', '2027-01-15T13:05:00.000Z'],
    ['Friday evening there is Saturday here', '2027-01-15T23:30:00Z', '2027-01-18T13:05:00.000Z'],
    ['summer time begins two weeks earlier there', '2027-03-13T12:00:00Z', '2027-03-15T12:05:00.000Z'],
    ['and ends a week later', '2027-11-05T22:30:00Z', '2027-11-08T13:05:00.000Z'],
    ['its own holiday', '2027-07-05T14:00:00Z', '2027-07-06T12:05:00.000Z'],
  ])('%s', (_case, from, due) => {
    expect(answerDueAt(at(from), newYork).toISOString()).toBe(due);
  });

  test.each([
    ['an hour that does not exist in spring is not counted', '2027-03-28T00:00:00Z', 90, '2027-03-28T01:30:00.000Z'],
    ['an hour that comes twice in autumn is counted twice', '2027-10-31T00:00:00Z', 150, '2027-10-31T02:30:00.000Z'],
  ])('%s', (_case, from, minutes, due) => {
    const hours = roundTheClock({ from: '01:00', to: '05:00' });
    expect(dueAfter(at(from), minutes, hours).toISOString()).toBe(due);
  });

  test.each([
    [
      'a desk that opens in the hour left out opens as it ends',
      '02:15-03:30',
      '2027-03-28T00:00:00Z',
      10,
      '2027-03-28T01:10:00.000Z',
    ],
    [
      'one that is open in that hour alone is closed that day',
      '02:00-02:30',
      '2027-03-28T00:00:00Z',
      10,
      '2027-03-29T00:10:00.000Z',
    ],
    [
      'one that closes in the hour that comes twice closes the first time',
      '01:00-02:30',
      '2027-10-31T00:15:00Z',
      20,
      '2027-11-01T00:05:00.000Z',
    ],
    ['around the clock, midnight takes nothing', '00:00-24:00', '2027-01-15T22:58:00Z', 5, '2027-01-15T23:03:00.000Z'],
  ])('%s', (_case, text, from, minutes, due) => {
    const [span] = parseSpans(text) ?? [];
    expect(dueAfter(at(from), minutes, roundTheClock(span!)).toISOString()).toBe(due);
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

const seed = 20_270_328;
test(`wherever the desk is and whenever it opens, a clock on its wall says the same (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.array(openDay, { minLength: 7, maxLength: 7 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 5 }),
      fc.integer({ min: 0, max: 6 }),
      moments,
      fc.oneof(fc.constant(5), fc.integer({ min: 1, max: 2_000 })),
      (timeZone, days, closed, holiday, from, minutes) => {
        const hours: OpeningHours = {
          timeZone,
          week: Object.fromEntries(days.flatMap((spans, day) => (closed.includes(day + 1) ? [] : [[day + 1, spans]]))),
          isHoliday: (day) => Number(day.slice(8)) % 7 === holiday,
        };
        expect(dueAfter(from, minutes, hours)).toEqual(dueByTheWall(from, minutes, hours));
      },
    ),
    { numRuns: runs, seed },
  );
}, 300_000);

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
