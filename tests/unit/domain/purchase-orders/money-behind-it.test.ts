import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact, toExact } from '#app/domain/money/exact.ts';
import { amountString, money, parseAmount, sumMoney } from '#app/domain/money/money.ts';
import { type BudgetPeriod, budgetVerdict, budgetWindow } from '#app/domain/purchase-orders/budget.ts';
import { inCompanyCurrency } from '#app/domain/purchase-orders/company-currency.ts';
import {
  availableCredit,
  creditUsed,
  creditVerdict,
  type CreditEntryKind,
} from '#app/domain/purchase-orders/credit.ts';
import { spendingLimitNotice } from '#app/domain/purchase-orders/spending-limit.ts';
import { dueParts, parseTerms, termsCode } from '#app/domain/purchase-orders/terms.ts';
import { eur } from '#tests/support/approval-world.ts';

describe("a budget period runs between midnights of the company's time zone", () => {
  test.each<[string, string, BudgetPeriod, string, string, string, string]>([
    [
      'Berlin, January',
      '2027-01-15T12:00:00Z',
      'month',
      'Europe/Berlin',
      '2027-01',
      '2026-12-31T23:00:00.000Z',
      '2027-01-31T23:00:00.000Z',
    ],
    [
      'Berlin, late on 31 January UTC is February',
      '2027-01-31T23:00:00Z',
      'month',
      'Europe/Berlin',
      '2027-02',
      '2027-01-31T23:00:00.000Z',
      '2027-02-28T23:00:00.000Z',
    ],
    [
      'Berlin, a millisecond earlier is not',
      '2027-01-31T22:59:59.999Z',
      'month',
      'Europe/Berlin',
      '2027-01',
      '2026-12-31T23:00:00.000Z',
      '2027-01-31T23:00:00.000Z',
    ],
    [
      'Berlin, March loses an hour',
      '2027-03-10T00:00:00Z',
      'month',
      'Europe/Berlin',
      '2027-03',
      '2027-02-28T23:00:00.000Z',
      '2027-03-31T22:00:00.000Z',
    ],
    [
      'Tokyo, the first quarter',
      '2027-03-31T14:59:59Z',
      'quarter',
      'Asia/Tokyo',
      '2027-Q1',
      '2026-12-31T15:00:00.000Z',
      '2027-03-31T15:00:00.000Z',
    ],
    [
      'Tokyo, a second later is the second',
      '2027-03-31T15:00:00Z',
      'quarter',
      'Asia/Tokyo',
      '2027-Q2',
      '2027-03-31T15:00:00.000Z',
      '2027-06-30T15:00:00.000Z',
    ],
    [
      'New York, the last quarter',
      '2027-11-08T00:00:00Z',
      'quarter',
      'America/New_York',
      '2027-Q4',
      '2027-10-01T04:00:00.000Z',
      '2028-01-01T05:00:00.000Z',
    ],
    [
      'Auckland, the year begins early',
      '2026-12-31T11:00:00Z',
      'year',
      'Pacific/Auckland',
      '2027',
      '2026-12-31T11:00:00.000Z',
      '2027-12-31T11:00:00.000Z',
    ],
  ])('%s', (_, at, period, zone, key, startsAt, endsAt) =>
    expect(budgetWindow(new Date(at), period, zone)).toEqual({
      key,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    }),
  );
});

describe('a budget of 5,000', () => {
  const use = { budget: eur('5000.00'), reserved: eur('1000.00'), spent: eur('2500.00') };
  test.each([
    ['takes what fits', '1499.99', false, '0.01', '0.00'],
    ['takes exactly what is left', '1500.00', false, '0.00', '0.00'],
    ['takes more under a rule that allows it, and says how much', '1600.00', true, '-100.00', '100.00'],
  ])('%s', (_, total, mayGoOver, left, over) => {
    const verdict = budgetVerdict(use, eur(total), mayGoOver);
    expect(
      verdict.ok && [
        verdict.value.leftAfter && amountString(verdict.value.leftAfter),
        amountString(verdict.value.over),
      ],
    ).toEqual([left, over]);
  });
  test('refuses a cent more without such a rule, and says what is left', () =>
    expect(budgetVerdict(use, eur('1500.01'), false)).toEqual({
      ok: false,
      code: 'over_budget',
      detail: { left: eur('1500.00') },
    }));
  test('already exceeded: the whole order goes over, not more', () =>
    expect(budgetVerdict({ ...use, spent: eur('6000.00') }, eur('10.00'), true)).toMatchObject({
      value: { over: eur('10.00') },
    }));
  test('none kept: nothing is over', () =>
    expect(budgetVerdict({ ...use, budget: null }, eur('9999.00'), false)).toMatchObject({
      ok: true,
      value: { leftAfter: null },
    }));
});

describe('credit', () => {
  const standing = { limit: eur('20000.00'), open: eur('12000.00'), reserved: eur('3000.00'), isOnHold: false };
  const net30 = { kind: 'net', days: 30 } as const;
  test('available = limit - open - reserved', () => expect(availableCredit(standing)).toEqual(eur('5000.00')));
  test.each<[string, Partial<Parameters<typeof creditVerdict>[0]>, string, string, string]>([
    ['exactly what is available is reserved', {}, '5000.00', 'net30', 'EUR 5000.00'],
    ['a cent more is refused', {}, '5000.01', 'net30', 'over_credit'],
    ['no limit set is no credit', { limit: null }, '1.00', 'net30', 'no_credit'],
    ['a hold blocks new submissions', { isOnHold: true }, '1.00', 'net30', 'credit_hold'],
    ['paid now needs no credit, also on hold', { limit: null, isOnHold: true }, '9000.00', 'now', 'EUR 0.00'],
    ['a deposit still needs credit for all of it', {}, '5000.01', 'deposit:30:net30', 'over_credit'],
    ['a limit lowered below what is used leaves nothing', { limit: eur('10000.00') }, '0.01', 'net30', 'over_credit'],
  ])('%s', (_, more, payable, code, answer) => {
    const verdict = creditVerdict({ ...standing, ...more }, parseTerms(code) ?? net30, eur(payable));
    expect(verdict.ok ? `EUR ${amountString(verdict.value)}` : verdict.code).toBe(answer);
  });
  test('the ledger of one order: reserved, invoiced, part paid, credited, paid', () => {
    const ledger: [CreditEntryKind, string, string, string][] = [
      ['reserved', '963.00', '0.00', '963.00'],
      ['invoiced', '963.00', '963.00', '0.00'],
      ['paid', '500.00', '463.00', '0.00'],
      ['credited', '63.00', '400.00', '0.00'],
      ['paid', '400.00', '0.00', '0.00'],
    ];
    ledger.forEach(([, , open, reserved], index) => {
      const used = creditUsed(
        ledger.slice(0, index + 1).map(([kind, amount]) => ({ kind, amount: eur(amount) })),
        'EUR',
      );
      expect([amountString(used.open), amountString(used.reserved)]).toEqual([open, reserved]);
    });
  });
});

describe("amounts in the company's currency", () => {
  test.each([
    ['the same currency needs no rate', '100.00', 'EUR', null, '100.00'],
    ['dollars at 0.9137, halves away from zero', '10.05', 'USD', '0.9137', '9.18'],
    ['yen have no cents', '1000', 'JPY', '0.00615', '6.15'],
    ['without a rate it is refused', '100.00', 'USD', null, 'no_rate'],
  ] as const)('%s', (_, amount, currency, rate, answer) => {
    const converted = inCompanyCurrency(parseAmount(amount, currency)!, 'EUR', rate === null ? null : toExact(rate));
    expect(converted.ok ? amountString(converted.value) : converted.code).toBe(answer);
  });
});

describe('the notice about a spending limit of 500', () => {
  test.each([
    ['500.00', false, '0.00'],
    ['620.00', true, '120.00'],
  ])('%s is above it: %s, by %s', (total, isAbove, above) =>
    expect(spendingLimitNotice(eur(total), eur('500.00'))).toEqual({
      isAbove,
      limit: eur('500.00'),
      above: eur(above),
    }),
  );
  test('no limit, no notice', () => expect(spendingLimitNotice(eur('9.00'), null).isAbove).toBe(false));
});

describe('terms', () => {
  const due = (code: string, fulfilledAt: string | null = null, invoicedAt = '2027-01-30T23:30:00Z') =>
    dueParts({
      terms: parseTerms(code)!,
      payable: eur('100.05'),
      invoicedAt: new Date(invoicedAt),
      fulfilledAt: fulfilledAt === null ? null : new Date(fulfilledAt),
      timeZone: 'Europe/Berlin',
    }).map((part) => [part.part, amountString(part.amount), part.dueOn]);

  test.each([
    ['now', [['whole', '100.05', '2027-01-31']]],
    ['net7', [['whole', '100.05', '2027-02-07']]],
    ['net15', [['whole', '100.05', '2027-02-15']]],
    ['net30', [['whole', '100.05', '2027-03-02']]],
    ['net45', [['whole', '100.05', '2027-03-17']]],
    ['net60', [['whole', '100.05', '2027-04-01']]],
    ['net90', [['whole', '100.05', '2027-05-01']]],
    ['fixed_date:2027-12-24', [['whole', '100.05', '2027-12-24']]],
    ['on_fulfilment', [['whole', '100.05', null]]],
    [
      'deposit:30:net30',
      [
        ['deposit', '30.02', '2027-01-31'],
        ['rest', '70.03', '2027-03-02'],
      ],
    ],
    [
      'deposit:33.3333:on_fulfilment',
      [
        ['deposit', '33.35', '2027-01-31'],
        ['rest', '66.70', null],
      ],
    ],
  ])('%s, invoiced at half past midnight of 31 January in Berlin', (code, parts) => expect(due(code)).toEqual(parts));

  test('on fulfilment is due the day the goods leave', () =>
    expect(due('on_fulfilment', '2027-02-10T23:30:00Z')).toEqual([['whole', '100.05', '2027-02-11']]));

  test('a due day is not overdue before the midnight after it', () => {
    const [part] = dueParts({
      terms: { kind: 'net', days: 60 },
      payable: eur('1.00'),
      invoicedAt: new Date('2027-01-27T12:00:00Z'),
      fulfilledAt: null,
      timeZone: 'Europe/Berlin',
    });
    expect(part).toMatchObject({
      dueOn: '2027-03-28',
      dueAt: new Date('2027-03-27T23:00:00Z'),
      overdueAt: new Date('2027-03-28T22:00:00Z'),
    });
  });

  test.each([
    'net10',
    'net',
    'now:1',
    'net30:',
    'fixed_date:2027-02-30',
    'fixed_date',
    'deposit:0:net30',
    'deposit:100:net30',
    'deposit:30:now',
    'deposit:30:deposit:10:net30',
    'deposit:30.00001:net30',
    '',
  ])('%j is no term', (code) => expect(parseTerms(code)).toBeNull());
  test.each([
    'now',
    'net45',
    'on_fulfilment',
    'fixed_date:2027-03-01',
    'deposit:12.5:net60',
    'deposit:30:fixed_date:2027-03-01',
  ])('%s is written as it is read', (code) => expect(termsCode(parseTerms(code)!)).toBe(code));
  test('the parts always add up to what is payable', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 999_999n }), (minor, share) => {
        const payable = money(minor, 'EUR');
        const terms = { kind: 'deposit', percent: exact(share, 10_000n), rest: { kind: 'net', days: 30 } } as const;
        const parts = dueParts({
          terms,
          payable,
          invoicedAt: new Date('2027-01-01T00:00:00Z'),
          fulfilledAt: null,
          timeZone: 'UTC',
        });
        expect(
          sumMoney(
            parts.map(({ amount }) => amount),
            'EUR',
          ),
        ).toEqual(payable);
      }),
    );
  });
});
