import { describe, expect, it } from 'vitest';
import { exact } from '#app/domain/money/exact.ts';
import type { OpeningHours } from '#app/domain/quotes/answer-clock.ts';
import { type QuoteInFigures, figuresByRep, pipeline } from '#app/domain/quotes/desk-figures.ts';

const nineToFive = [{ from: '09:00', to: '17:00' }];
const hours: OpeningHours = {
  timeZone: 'UTC',
  week: { 1: nineToFive, 2: nineToFive, 3: nineToFive, 4: nineToFive, 5: nineToFive },
  isHoliday: () => false,
};
const at = (text: string) => new Date(`${text}:00Z`);

const quote = (changes: Partial<QuoteInFigures>): QuoteInFigures => ({
  status: 'offered',
  currency: 'EUR',
  repId: 'ada',
  requestedAt: at('2027-01-04T10:00'),
  firstOfferedAt: null,
  changedAt: at('2027-01-04T10:00'),
  payableMinor: null,
  discountPercent: null,
  ...changes,
});

describe('figuresByRep', () => {
  it('counts open minutes only: asked on Friday evening, answered on Monday morning', () => {
    const [ada] = figuresByRep(
      [
        quote({ requestedAt: at('2027-01-08T16:58'), firstOfferedAt: at('2027-01-11T09:02') }),
        quote({ firstOfferedAt: at('2027-01-04T10:30') }),
        quote({ firstOfferedAt: at('2027-01-04T10:05') }),
        quote({ status: 'requested' }),
      ],
      hours,
    );
    expect(ada).toMatchObject({ rep: 'ada', asked: 4, answered: 3, inTime: 2, medianMinutes: 5 });
  });

  it('the middle of an even number is between the two', () => {
    const [ada] = figuresByRep(
      [quote({ firstOfferedAt: at('2027-01-04T10:02') }), quote({ firstOfferedAt: at('2027-01-04T10:08') })],
      hours,
    );
    expect(ada?.medianMinutes).toBe(5);
  });

  it('won is accepted; declined, run out, withdrawn and refused are lost; open ones are neither', () => {
    const statuses = ['accepted', 'declined', 'expired', 'withdrawn', 'rejected', 'offered'] as const;
    const [ada] = figuresByRep(
      statuses.map((status) => quote({ status })),
      hours,
    );
    expect(ada).toMatchObject({ won: 1, lost: 4, medianMinutes: null });
  });

  it('the discount given is the exact mean of those that were measured', () => {
    const [ada] = figuresByRep(
      [
        quote({ discountPercent: '10' }),
        quote({ discountPercent: '12.5' }),
        quote({}),
        quote({ discountPercent: '0' }),
      ],
      hours,
    );
    expect(ada?.meanDiscountPercent).toEqual(exact(15n, 2n));
  });

  it('each rep has their own, nobody is somebody, and drafts are not asked', () => {
    const found = figuresByRep(
      [quote({}), quote({ repId: null }), quote({ repId: 'bo' }), quote({ requestedAt: null, repId: 'cy' })],
      hours,
    );
    expect(found.map(({ rep, asked }) => [rep, asked])).toEqual([
      ['ada', 1],
      [null, 1],
      ['bo', 1],
    ]);
  });
});

describe('pipeline', () => {
  const now = at('2027-01-20T12:00');

  it('counts by state and age, and adds up each currency by itself', () => {
    const stages = pipeline(
      [
        quote({ changedAt: at('2027-01-20T11:00'), payableMinor: 1_000n }),
        quote({ changedAt: at('2027-01-19T12:00'), payableMinor: 250n }),
        quote({ changedAt: at('2027-01-13T12:00'), payableMinor: 70n, currency: 'GBP' }),
        quote({ status: 'requested', changedAt: now }),
        quote({ status: 'accepted', changedAt: now, payableMinor: 9n }),
      ],
      now,
    );
    expect(stages.map(({ status }) => status)).toEqual([
      'requested',
      'in_work',
      'awaiting_approval',
      'offered',
      'countered',
    ]);
    expect(stages[3]).toEqual({
      status: 'offered',
      byAge: { day: 1, week: 1, older: 1 },
      worth: [
        { currency: 'EUR', minor: 1_250n },
        { currency: 'GBP', minor: 70n },
      ],
    });
    expect(stages[0]?.byAge).toEqual({ day: 1, week: 0, older: 0 });
    expect(stages[1]).toEqual({ status: 'in_work', byAge: { day: 0, week: 0, older: 0 }, worth: [] });
  });
});
