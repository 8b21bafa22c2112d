import { describe, expect, test } from 'vitest';
import { type ReviewRequestQuestion, decideReviewRequest } from '#app/domain/orders/review-request.ts';

type Given = Partial<Omit<ReviewRequestQuestion, 'order' | 'market' | 'person'>> & {
  market?: Partial<ReviewRequestQuestion['market']>;
  order?: Partial<ReviewRequestQuestion['order']>;
  person?: Partial<ReviewRequestQuestion['person']>;
};
const asked = ({ rules, market, order, person }: Given): ReviewRequestQuestion => ({
  rules: rules ?? { askAfterDays: 7 },
  market: { legalBasis: 'notice', quietHours: null, timeZone: 'Europe/Berlin', ...market },
  order: {
    status: 'fulfilled',
    isForCompany: false,
    isPaidBack: false,
    lastParcelAt: new Date('2027-03-01T20:30:00Z'),
    productsLeft: 2,
    ...order,
  },
  person: { consent: null, suppression: null, ...person },
});
const said = (given: Given, at: string): string => {
  const verdict = decideReviewRequest(asked(given), new Date(at));
  if (verdict.act === 'wait') return `wait until ${verdict.until.toISOString()}`;
  return verdict.act === 'end' ? verdict.reason : 'send';
};
const aWeekOn = '2027-03-08T20:30:00Z';
const night = { quietHours: { from: 21, until: 8 } };

describe('when a buyer is asked for a review', () => {
  test.each([
    ['a week after the last parcel', {}, aWeekOn, 'send'],
    ['not a minute before', {}, '2027-03-08T20:29:59Z', 'wait until 2027-03-08T20:30:00.000Z'],
    [
      'after as many days as the owner wants',
      { rules: { askAfterDays: 14 } },
      aWeekOn,
      'wait until 2027-03-15T20:30:00.000Z',
    ],
    ['nobody where the owner asks nobody', { rules: { askAfterDays: null } }, aWeekOn, 'switched_off'],
    ['no company', { order: { isForCompany: true } }, aWeekOn, 'company_order'],
    ['nobody who unsubscribed', { person: { suppression: 'unsubscribed' } }, aWeekOn, 'unsubscribed'],
    ['no address that came back', { person: { suppression: 'bounced' } }, aWeekOn, 'bounced'],
    ['nobody who said no', { person: { consent: 'none' } }, aWeekOn, 'no_consent'],
    ['only who said yes, where the law asks for that', { market: { legalBasis: 'opt_in' } }, aWeekOn, 'no_consent'],
    ['who said yes there', { market: { legalBasis: 'opt_in' }, person: { consent: 'opt_in' } }, aWeekOn, 'send'],
    ['nobody who sent all of it back', { order: { status: 'returned' } }, aWeekOn, 'came_back'],
    ['nobody whose order was called off', { order: { status: 'cancelled' } }, aWeekOn, 'came_back'],
    ['nobody who was paid back all of it', { order: { isPaidBack: true } }, aWeekOn, 'paid_back'],
    ['who kept a part', { order: { status: 'partly_returned' } }, aWeekOn, 'send'],
    ['nobody while a part has still to leave', { order: { status: 'partly_fulfilled' } }, aWeekOn, 'not_delivered'],
    ['nobody before anything has left', { order: { status: 'paid', lastParcelAt: null } }, aWeekOn, 'not_delivered'],
    ['nobody who has reviewed what they kept', { order: { productsLeft: 0 } }, aWeekOn, 'nothing_left'],
    ['not at night', { market: night }, aWeekOn, 'wait until 2027-03-09T07:00:00.000Z'],
    [
      'not in the night that has begun since',
      { market: night },
      '2027-03-10T23:00:00Z',
      'wait until 2027-03-11T07:00:00.000Z',
    ],
    ['by day', { market: night }, '2027-03-09T07:00:00Z', 'send'],
    ['late, when the shop stood still for a month', {}, '2027-04-08T20:30:00Z', 'send'],
    ['not a season later', {}, '2027-06-08T20:30:00Z', 'too_late'],
  ] as [string, Given, string, string][])('%s', (_case, given, at, expected) => expect(said(given, at)).toBe(expected));
});
