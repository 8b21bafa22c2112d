import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReminderQuestion, decideReminder, mayBeWritten } from '#app/domain/cart/abandonment.ts';
import { outsideQuietHours } from '#app/domain/cart/quiet-hours.ts';
import { isHeldOut, mayGetCode, seriesProblem, standardSeries } from '#app/domain/cart/reminder-series.ts';

const left = new Date('2027-03-01T10:00:00Z');
const after = (hours: number) => new Date(left.getTime() + hours * 3_600_000);
const person: NonNullable<ReminderQuestion['person']> = {
  consent: 'notice',
  suppression: null,
  isHeldOut: false,
  lastOrderAt: null,
  newerCartAt: null,
  otherSeriesAt: null,
};
const cart = { isOpen: true, lastActivityAt: left, lineCount: 1, buyableLineCount: 1, isBeingPaid: false };
const aQuestion = (more: Partial<ReminderQuestion> = {}): ReminderQuestion => ({
  series: standardSeries,
  market: { legalBasis: 'notice', quietHours: null, timeZone: 'Europe/Berlin' },
  cart,
  company: null,
  person,
  running: null,
  ...more,
});
const running = (...sentAfter: (number | null)[]) => ({
  startedAt: after(1),
  ended: null,
  sent: sentAfter.map((hours, index) => ({
    step: (index + 1) as 1 | 2 | 3,
    at: hours === null ? null : after(hours),
  })),
});
const says = (more: Partial<ReminderQuestion>, at: Date): string => {
  const verdict = decideReminder(aQuestion(more), at);
  if (verdict.act === 'send') return `send ${verdict.step}`;
  if (verdict.act === 'wait') return `wait ${(verdict.until.getTime() - left.getTime()) / 3_600_000}`;
  return verdict.act === 'end' ? verdict.reason : verdict.act;
};

describe('what is done about a cart', () => {
  test.each<[string, Partial<ReminderQuestion>, number, string]>([
    ['nothing before an hour is over', {}, 0.99, 'wait 1'],
    ['the first reminder after an hour', {}, 1, 'send 1'],
    ['nothing more before a day is over', { running: running(1) }, 23.9, 'wait 24'],
    ['the second after a day', { running: running(1) }, 24, 'send 2'],
    ['the third after three days', { running: running(1, 24) }, 72, 'send 3'],
    ['nothing after the third', { running: running(1, 24, 72) }, 100, 'completed'],
    ['an outage does not bunch reminders: twelve hours lie between', { running: running(23) }, 24, 'wait 35'],
    ['a reminder still under way is waited for', { running: running(null) }, 24, 'wait 24.25'],
    ['not while it is being paid', { cart: { ...cart, isBeingPaid: true } }, 1, 'wait 1.25'],
    ['no address, no mail', { person: null }, 1, 'no_email'],
    ['an order ends it', { person: { ...person, lastOrderAt: after(0.5) } }, 1, 'ordered'],
    ['an older order does not', { person: { ...person, lastOrderAt: after(-0.5) } }, 1, 'send 1'],
    ['an empty cart ends it', { cart: { ...cart, lineCount: 0, buyableLineCount: 0 } }, 1, 'cart_empty'],
    ['so does one that nobody can buy', { cart: { ...cart, buyableLineCount: 0 } }, 1, 'not_buyable'],
    ['a closed cart ends it', { cart: { ...cart, isOpen: false } }, 1, 'cart_closed'],
    ['an unsubscribe ends it', { person: { ...person, suppression: 'unsubscribed' } }, 1, 'unsubscribed'],
    ['a bounce ends it', { person: { ...person, suppression: 'bounced' } }, 1, 'bounced'],
    ['a complaint ends it', { person: { ...person, suppression: 'complained' } }, 1, 'complained'],
    ['a newer cart ends it', { person: { ...person, newerCartAt: after(0.1) } }, 1, 'newer_cart'],
    ['an older cart does not', { person: { ...person, newerCartAt: after(-0.1) } }, 1, 'send 1'],
    ['one series a week', { person: { ...person, otherSeriesAt: after(1 - 7 * 24 + 0.1) } }, 1, 'one_series_a_week'],
    ['a week later another', { person: { ...person, otherSeriesAt: after(1 - 7 * 24) } }, 1, 'send 1'],
    [
      'a week counts for a new series, not for the one that runs',
      { running: running(1), person: { ...person, otherSeriesAt: after(-100) } },
      24,
      'send 2',
    ],
    ['who is held out gets nothing', { person: { ...person, isHeldOut: true } }, 1, 'hold_out'],
    ['who said no gets nothing', { person: { ...person, consent: 'none' } }, 1, 'no_consent'],
    ['what ended stays ended', { running: { ...running(1), ended: 'cart_empty' } }, 24, 'cart_empty'],
    ['a company gets nothing', { company: { remindsItsBuyers: false, hasOpenDocument: false } }, 1, 'company_cart'],
    ['unless it asks', { company: { remindsItsBuyers: true, hasOpenDocument: false } }, 1, 'send 1'],
    [
      'and then only once',
      { company: { remindsItsBuyers: true, hasOpenDocument: false }, running: running(1) },
      24,
      'completed',
    ],
    [
      'and not while a quote or purchase order from the cart is open',
      { company: { remindsItsBuyers: true, hasOpenDocument: true } },
      1,
      'company_cart',
    ],
  ])('%s', (_case, more, hours, said) => {
    expect(says(more, after(hours))).toBe(said);
  });

  test('activity starts the clock anew and moves what is still to come', () => {
    const touched = { ...cart, lastActivityAt: after(30) };
    expect(says({ cart: touched, running: running(1) }, after(31))).toBe('wait 54');
    expect(says({ cart: touched, running: running(1) }, after(54))).toBe('send 2');
  });

  test('a week after a series began, activity begins another', () => {
    const touched = { ...cart, lastActivityAt: after(1 + 7 * 24) };
    expect(says({ cart: touched, running: running(1, 24, 72) }, after(2 + 7 * 24))).toBe('send 1');
  });

  test.each([
    ['notice', null, true],
    ['notice', 'notice', true],
    ['notice', 'none', false],
    ['opt_in', null, false],
    ['opt_in', 'notice', false],
    ['opt_in', 'opt_in', true],
    ['opt_in', 'none', false],
  ] as const)('where the law says %s, %s may be written to: %s', (basis, consent, may) => {
    expect(mayBeWritten(basis, consent)).toBe(may);
  });
});

describe('nobody is woken', () => {
  const night = { from: 21, until: 8 };
  test.each([
    ['by day at once', 'Europe/Berlin', '2027-03-01T12:00:00Z', '2027-03-01T12:00:00.000Z'],
    ['before midnight at eight', 'Europe/Berlin', '2027-03-01T20:30:00Z', '2027-03-02T07:00:00.000Z'],
    ['after midnight at eight', 'Europe/Berlin', '2027-03-02T01:00:00Z', '2027-03-02T07:00:00.000Z'],
    ['eight is not quiet', 'Europe/Berlin', '2027-03-02T07:00:00Z', '2027-03-02T07:00:00.000Z'],
    ['nine in the evening is', 'Europe/Berlin', '2027-03-01T20:00:00Z', '2027-03-02T07:00:00.000Z'],
    ['the night that loses an hour', 'Europe/Berlin', '2027-03-27T21:00:00Z', '2027-03-28T06:00:00.000Z'],
    ['the night that repeats an hour', 'Europe/Berlin', '2027-10-30T20:00:00Z', '2027-10-31T07:00:00.000Z'],
    ['in New York', 'America/New_York', '2027-03-14T05:30:00Z', '2027-03-14T12:00:00.000Z'],
    ['in Tokyo', 'Asia/Tokyo', '2027-03-01T12:00:00Z', '2027-03-01T23:00:00.000Z'],
  ])('%s', (_case, zone, at, until) => {
    expect(outsideQuietHours(new Date(at), night, zone).toISOString()).toBe(until);
  });

  test('where the clocks skip the hour at which the night ends, it ends as they jump', () => {
    const until = outsideQuietHours(new Date('2027-03-28T00:30:00Z'), { from: 22, until: 2 }, 'Europe/Berlin');
    expect(until.toISOString()).toBe('2027-03-28T01:00:00.000Z');
  });

  test('the decision waits for the morning', () => {
    const market = { legalBasis: 'notice', quietHours: night, timeZone: 'Europe/Berlin' } as const;
    const evening = { ...cart, lastActivityAt: new Date('2027-03-27T20:30:00Z') };
    const verdict = decideReminder(aQuestion({ market, cart: evening }), new Date('2027-03-27T21:30:00Z'));
    expect(verdict).toEqual({ act: 'wait', until: new Date('2027-03-28T06:00:00Z') });
  });
});

describe('whatever is asked', () => {
  const hour = fc.double({ min: -400, max: 400, noNaN: true });
  const moment = hour.map(after);
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const question: fc.Arbitrary<ReminderQuestion> = fc.record({
    series: fc.constant(standardSeries),
    market: fc.record({
      legalBasis: fc.constantFrom('notice' as const, 'opt_in' as const),
      quietHours: maybe(fc.record({ from: fc.integer({ min: 0, max: 23 }), until: fc.integer({ min: 0, max: 23 }) })),
      timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Lord_Howe'),
    }),
    cart: fc.record({
      isOpen: fc.boolean(),
      lastActivityAt: moment,
      lineCount: fc.integer({ min: 0, max: 2 }),
      buyableLineCount: fc.integer({ min: 0, max: 2 }),
      isBeingPaid: fc.boolean(),
    }),
    company: maybe(fc.record({ remindsItsBuyers: fc.boolean(), hasOpenDocument: fc.boolean() })),
    person: maybe(
      fc.record({
        consent: maybe(fc.constantFrom('notice' as const, 'opt_in' as const, 'none' as const)),
        suppression: maybe(fc.constantFrom('unsubscribed' as const, 'bounced' as const, 'complained' as const)),
        isHeldOut: fc.boolean(),
        lastOrderAt: maybe(moment),
        newerCartAt: maybe(moment),
        otherSeriesAt: maybe(moment),
      }),
    ),
    running: maybe(
      fc.record({
        startedAt: moment,
        ended: fc.constant(null),
        sent: fc
          .array(maybe(moment), { maxLength: 3 })
          .map((moments) => moments.map((at, index) => ({ step: (index + 1) as 1 | 2 | 3, at }))),
      }),
    ),
  });

  test('nothing is sent against a promise', () => {
    fc.assert(
      fc.property(question, moment, (asked, at) => {
        const verdict = decideReminder(asked, at);
        if (verdict.act !== 'send') return;
        const { person: who, cart: what, market, series } = asked;
        expect(what.isOpen && what.lineCount > 0 && what.buyableLineCount > 0).toBe(true);
        expect(who?.suppression).toBe(null);
        expect(asked.company !== null || mayBeWritten(market.legalBasis, who?.consent ?? null)).toBe(true);
        expect(at.getTime() - what.lastActivityAt.getTime()).toBeGreaterThanOrEqual(
          (series.afterMinutes[verdict.step - 1] ?? 0) * 60_000,
        );
        expect(outsideQuietHours(at, market.quietHours, market.timeZone)).toEqual(at);
        if (!verdict.startsSeries) expect(asked.running?.sent.some(({ step }) => step >= verdict.step)).toBe(false);
        if (verdict.startsSeries && who?.otherSeriesAt)
          expect(at.getTime() - who.otherSeriesAt.getTime()).toBeGreaterThanOrEqual(7 * 86_400_000);
      }),
      { numRuns: 3_000 },
    );
  });

  test('waiting is for a later moment, and asking then is never in vain for ever', () => {
    fc.assert(
      fc.property(question, moment, (asked, at) => {
        const verdict = decideReminder(asked, at);
        if (verdict.act !== 'wait') return;
        expect(verdict.until > at).toBe(true);
        const isUnderWay = asked.cart.isBeingPaid || asked.running?.sent.some((sent) => sent.at === null);
        if (!isUnderWay) expect(decideReminder(asked, verdict.until).act).not.toBe('wait');
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('what the store may set', () => {
  test.each([
    ['the standard', standardSeries, null],
    ['too soon', { ...standardSeries, afterMinutes: [10, 100, 1000] as const }, 'delay_out_of_range'],
    ['not rising', { ...standardSeries, afterMinutes: [60, 60, 90] as const }, 'delays_not_rising'],
    ['everybody held out', { ...standardSeries, holdoutPercent: 100 }, 'holdout_out_of_range'],
    [
      'a code that gives all away',
      { ...standardSeries, code: { percentOff: '80', validDays: 7 } },
      'code_out_of_range',
    ],
  ])('%s', (_case, series, problem) => {
    expect(seriesProblem(series)).toBe(problem);
  });

  test('a tenth held out is about a tenth, and always the same people', () => {
    const people = Array.from({ length: 10_000 }, (_, index) => `shopper-${index}@example.org`);
    const out = people.filter((address) => isHeldOut(address, 10));
    expect(out.length).toBeGreaterThan(850);
    expect(out.length).toBeLessThan(1150);
    expect(out.every((address) => isHeldOut(address, 20))).toBe(true);
    expect(people.some((address) => isHeldOut(address, 0))).toBe(false);
  });

  test.each([
    ['never had one', { sent: 0, used: 0, ordersWithout: 0 }, true],
    ['had one and did not use it', { sent: 1, used: 0, ordersWithout: 0 }, true],
    ['used one and has not ordered without since', { sent: 1, used: 1, ordersWithout: 0 }, false],
    ['used one and ordered without since', { sent: 1, used: 1, ordersWithout: 1 }, true],
    ['was sent two in half a year', { sent: 2, used: 0, ordersWithout: 3 }, false],
  ])('a code for who %s', (_case, history, may) => {
    expect(mayGetCode(history)).toBe(may);
  });
});
