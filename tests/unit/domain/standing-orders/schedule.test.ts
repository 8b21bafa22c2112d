import { describe, expect, test } from 'vitest';
import { firstHours, hoursOf } from '#app/domain/quotes/shop-hours.ts';
import {
  type Rhythm,
  momentOf,
  occurrencesAfter,
  openDayFrom,
  plannedDay,
} from '#app/domain/standing-orders/schedule.ts';

const open = hoursOf(firstHours);
const always = {
  isHoliday: () => false,
  week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '08:00', to: '18:00' }]])),
};
const first = <T>(found: Iterable<T>, count: number): T[] => {
  const all: T[] = [];
  for (const one of found) {
    if (all.length === count) break;
    all.push(one);
  }
  return all;
};

describe('the days of a rhythm', () => {
  test.each<[string, Rhythm, number[], string[]]>([
    [
      'every day',
      { every: 1, period: 'day', startsOn: '2027-02-27' },
      [0, 1, 2],
      ['2027-02-27', '2027-02-28', '2027-03-01'],
    ],
    ['every ten days', { every: 10, period: 'day', startsOn: '2027-02-25' }, [1, 2], ['2027-03-07', '2027-03-17']],
    [
      'every four weeks keeps its weekday',
      { every: 4, period: 'week', startsOn: '2027-03-03' },
      [1, 13],
      ['2027-03-31', '2028-03-01'],
    ],
    [
      'the 31st is the last of a short month, and the 31st again after it',
      { every: 1, period: 'month', startsOn: '2027-01-31' },
      [1, 2, 3],
      ['2027-02-28', '2027-03-31', '2027-04-30'],
    ],
    [
      'the 30th in a leap year',
      { every: 1, period: 'month', startsOn: '2028-01-30' },
      [1, 2],
      ['2028-02-29', '2028-03-30'],
    ],
    [
      'every three months from a 30 November',
      { every: 3, period: 'month', startsOn: '2026-11-30' },
      [1, 2, 4],
      ['2027-02-28', '2027-05-30', '2027-11-30'],
    ],
    [
      '29 February, once a year',
      { every: 12, period: 'month', startsOn: '2028-02-29' },
      [1, 4],
      ['2029-02-28', '2032-02-29'],
    ],
  ])('%s', (_, rhythm, which, days) => {
    expect(which.map((n) => plannedDay(rhythm, n))).toEqual(days);
  });
});

describe('the open day it comes on', () => {
  test.each([
    ['a working day', '2027-03-03', '2027-03-03'],
    ['a Saturday comes on Monday', '2027-03-06', '2027-03-08'],
    ['Good Friday comes after Easter', '2027-03-26', '2027-03-30'],
    ['Christmas comes on the next working day', '2026-12-25', '2026-12-28'],
    ['New Year’s Day', '2027-01-01', '2027-01-04'],
    ['Labour Day on a Saturday', '2027-05-01', '2027-05-03'],
  ])('%s', (_, day, comes) => {
    expect(openDayFrom(day, open)).toBe(comes);
  });
  test('closed between the years by the owner’s own list', () => {
    const hours = hoursOf({
      ...firstHours,
      closedOn: ['12-24', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
    });
    expect(openDayFrom('2026-12-24', hours)).toBe('2027-01-04');
  });
  test('a shop that never opens delivers on the day itself', () => {
    expect(openDayFrom('2027-03-06', { ...always, week: {} })).toBe('2027-03-06');
  });
});

describe('what is to come', () => {
  const weekly = { every: 1, period: 'week', startsOn: '2027-03-12' } as const;
  test.each<[string, Parameters<typeof occurrencesAfter>[0], [string, string][]]>([
    [
      'from the first on, Good Friday moved',
      { ...weekly, after: null, endsOn: null },
      [
        ['2027-03-12', '2027-03-12'],
        ['2027-03-19', '2027-03-19'],
        ['2027-03-26', '2027-03-30'],
        ['2027-04-02', '2027-04-02'],
      ],
    ],
    [
      'after a day that is one of them',
      { ...weekly, after: '2027-03-19', endsOn: null },
      [
        ['2027-03-26', '2027-03-30'],
        ['2027-04-02', '2027-04-02'],
        ['2027-04-09', '2027-04-09'],
        ['2027-04-16', '2027-04-16'],
      ],
    ],
    [
      'after a day between two',
      { ...weekly, after: '2027-03-20', endsOn: '2027-04-02' },
      [
        ['2027-03-26', '2027-03-30'],
        ['2027-04-02', '2027-04-02'],
      ],
    ],
    ['none after the last', { ...weekly, after: '2027-03-20', endsOn: '2027-03-25' }, []],
    [
      'daily: Saturday, Sunday and Monday are one',
      { every: 1, period: 'day', startsOn: '2027-03-04', after: null, endsOn: null },
      [
        ['2027-03-04', '2027-03-04'],
        ['2027-03-05', '2027-03-05'],
        ['2027-03-06', '2027-03-08'],
        ['2027-03-09', '2027-03-09'],
      ],
    ],
    [
      'long after it began',
      { every: 1, period: 'month', startsOn: '2020-01-31', after: '2027-03-01', endsOn: null },
      [
        ['2027-03-31', '2027-03-31'],
        ['2027-04-30', '2027-04-30'],
        ['2027-05-31', '2027-05-31'],
        ['2027-06-30', '2027-06-30'],
      ],
    ],
    ['before it begins', { ...weekly, after: '2026-01-01', endsOn: '2027-03-12' }, [['2027-03-12', '2027-03-12']]],
  ])('%s', (_, asked, days) => {
    expect(first(occurrencesAfter(asked, open), 4).map(({ plannedOn, runsOn }) => [plannedOn, runsOn])).toEqual(days);
  });

  test('wherever one begins to look, the days are the same', () => {
    const rhythms: Rhythm[] = [
      { every: 3, period: 'day', startsOn: '2026-12-20' },
      { every: 2, period: 'week', startsOn: '2026-12-25' },
      { every: 1, period: 'month', startsOn: '2026-08-31' },
    ];
    for (const rhythm of rhythms) {
      const all = first(occurrencesAfter({ ...rhythm, after: null, endsOn: '2028-12-31' }, open), 1_000);
      for (const [index, { plannedOn }] of all.entries())
        expect(first(occurrencesAfter({ ...rhythm, after: plannedOn, endsOn: null }, open), 1)[0]).toEqual(
          all[index + 1] ?? expect.anything(),
        );
      expect(new Set(all.map(({ runsOn }) => runsOn)).size).toBe(all.length);
    }
  });
});

test('six in the morning where the buyer is, in summer and in winter', () => {
  expect(momentOf('2027-01-15', 'Europe/Berlin').toISOString()).toBe('2027-01-15T05:00:00.000Z');
  expect(momentOf('2027-07-15', 'Europe/Berlin').toISOString()).toBe('2027-07-15T04:00:00.000Z');
  expect(momentOf('2027-07-15', 'America/New_York').toISOString()).toBe('2027-07-15T10:00:00.000Z');
});
