import { expect, test } from 'vitest';
import { salesDays } from '#app/domain/orders/sales-day.ts';

test.each([
  [
    'a Tuesday in winter',
    '2027-03-02T09:30:00Z',
    '2027-03-01T23:00:00Z',
    '2027-02-22T23:00:00Z',
    '2027-02-23T09:30:00Z',
  ],
  [
    'just after midnight',
    '2027-03-01T23:00:01Z',
    '2027-03-01T23:00:00Z',
    '2027-02-22T23:00:00Z',
    '2027-02-22T23:00:01Z',
  ],
  [
    'summer time began in between',
    '2027-03-30T10:00:00Z',
    '2027-03-29T22:00:00Z',
    '2027-03-22T23:00:00Z',
    '2027-03-23T11:00:00Z',
  ],
])('%s: since midnight, and a week ago until the same time of day', (_case, at, from, beforeFrom, beforeUntil) => {
  expect(salesDays(new Date(at), 'Europe/Berlin')).toEqual({
    today: { from: new Date(from), until: new Date(at) },
    weekAgo: { from: new Date(beforeFrom), until: new Date(beforeUntil) },
  });
});
