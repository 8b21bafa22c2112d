import { describe, expect, test } from 'vitest';
import { toExact } from '#app/domain/money/exact.ts';
import { money } from '#app/domain/money/money.ts';
import { type CodeQuestion, type DiscountCode, codeProblem, promotionOf } from '#app/domain/pricing/discount-code.ts';

const at = new Date('2026-11-23T09:00:00Z');
const code = (more: Partial<DiscountCode> = {}): DiscountCode => ({
  code: 'TEN',
  off: { percent: toExact('10') },
  startsAt: null,
  endsAt: null,
  isEnded: false,
  mostUses: null,
  mostUsesPerPerson: null,
  minimum: {},
  products: [],
  isForFirstOrder: false,
  owner: null,
  ...more,
});
const line = (number: number, product: string, minor: bigint, takesPromotions = true) => ({
  line: number,
  product,
  takesPromotions,
  lineTotal: money(minor, 'EUR'),
});
const question = (more: Partial<CodeQuestion> = {}): CodeQuestion => ({
  at,
  currency: 'EUR',
  isCompany: false,
  lines: [line(1, 'house-espresso', 3_000n), line(2, 'cup', 1_000n)],
  uses: { all: 0, byPerson: 0 },
  email: null,
  hasOrderedBefore: false,
  ...more,
});

describe('whether a code counts', () => {
  const sum = { amounts: { EUR: '5.00' } };
  test.each([
    ['nothing against it', {}, {}, null],
    ['a company buys', {}, { isCompany: true }, 'code_for_consumers'],
    ['it begins later', { startsAt: new Date(at.getTime() + 1) }, {}, 'code_not_yet'],
    ['it begins now', { startsAt: at }, {}, null],
    ['it is over now', { endsAt: at }, {}, 'code_over'],
    ['it was ended', { isEnded: true }, {}, 'code_over'],
    ['the last use is left', { mostUses: 3 }, { uses: { all: 2, byPerson: 0 } }, null],
    ['all uses are gone', { mostUses: 3 }, { uses: { all: 3, byPerson: 0 } }, 'code_used_up'],
    ['this person had theirs', { mostUsesPerPerson: 1 }, { uses: { all: 1, byPerson: 1 } }, 'code_used_by_you'],
    ['it is somebody else’s', { owner: 'a@b.example' }, { email: 'c@d.example' }, 'code_of_somebody'],
    ['nobody has said who buys', { owner: 'a@b.example' }, {}, 'code_of_somebody'],
    ['its owner buys', { owner: 'a@b.example' }, { email: 'a@b.example' }, null],
    ['not the first order', { isForFirstOrder: true }, { hasOrderedBefore: true }, 'code_first_order'],
    ['another currency', { off: sum }, { currency: 'GBP' as const }, 'code_other_currency'],
    ['below the minimum', { minimum: { EUR: '40.01' } }, {}, 'code_below_minimum'],
    ['exactly the minimum', { minimum: { EUR: '40' } }, {}, null],
    ['a minimum in other currencies', { minimum: { GBP: '99' } }, {}, null],
    ['nothing it is for', { products: ['machine'] }, {}, 'code_nothing_for_it'],
    ['only net prices', {}, { lines: [line(1, 'cup', 9n, false)] }, 'code_nothing_for_it'],
  ] as const)('%s', (_case, changes, asked, problem) =>
    expect(codeProblem(code(changes), question(asked))?.code ?? null).toBe(problem),
  );
});

test('what it takes off, and of which lines', () => {
  expect(promotionOf(code(), question())).toEqual({ code: 'TEN', off: { percent: toExact('10') }, lines: [1, 2] });
  expect(promotionOf(code({ off: { amounts: { EUR: '5' } }, products: ['cup'] }), question())).toEqual({
    code: 'TEN',
    off: { amount: money(500n, 'EUR') },
    lines: [2],
  });
});
