import { describe, expect, test } from 'vitest';
import { personId, unitId } from '#app/domain/access/ids.ts';
import { describeRule } from '#app/domain/approvals/describe-rule.ts';
import { freezePolicy } from '#app/domain/approvals/frozen-policy.ts';
import { policyWarnings } from '#app/domain/approvals/policy-warnings.ts';
import type { Condition, Level, Rule } from '#app/domain/approvals/rules.ts';
import { simulate } from '#app/domain/approvals/simulate.ts';
import {
  restoreOpenings,
  restorePolicy,
  restoreRule,
  storeOpenings,
  storePolicy,
  storeRule,
} from '#app/domain/approvals/stored-policy.ts';
import { exact } from '#app/domain/money/exact.ts';
import {
  aDirectory,
  aDocument,
  allOf,
  anyOf,
  aRule,
  eur,
  kOf,
  level,
  monday,
  people,
  role,
} from '#tests/support/approval-world.ts';

const directory = aDirectory({
  units: { hq: null, north: 'hq', 'pier-9': 'north' },
  people: {
    ana: { roles: 'buyer@pier-9', limit: '500.00' },
    ben: { roles: 'approver@pier-9' },
    fay: { roles: 'finance@hq' },
    adam: { roles: 'admin@hq' },
    gone: { roles: 'viewer@hq', inactive: true },
  },
});
const surroundings = { costCentres: ['BAR', 'SPA'], categories: ['coffee/beans', 'food'] };
const warningsOf = (rule: Rule) => policyWarnings([rule], directory, surroundings, monday);
const fine = [level(anyOf(role('finance')))];

describe('a policy that is saved points out', () => {
  test('nothing when all is well', () =>
    expect(warningsOf(aRule('R', fine, { conditions: [{ kind: 'amount_over', amount: eur('1000.00') }] }))).toEqual(
      [],
    ));

  test.each<[string, Condition[]]>([
    ['cost_centre', [{ kind: 'cost_centre', anyOf: ['GARDEN'] }]],
    ['category', [{ kind: 'category', anyOf: ['weapons'] }]],
    ['requester', [{ kind: 'requester', anyOf: [personId('gone')] }]],
    ['requester_role', [{ kind: 'requester_role', anyOf: ['viewer'] }]],
    ['discount_over', [{ kind: 'discount_over', percent: exact(100n) }]],
    [
      'same_kind_twice',
      [
        { kind: 'cost_centre', anyOf: ['BAR'] },
        { kind: 'cost_centre', anyOf: ['SPA'] },
      ],
    ],
  ])('a rule that can never match: %s', (because, conditions) =>
    expect(warningsOf(aRule('R', fine, { conditions }))).toEqual([{ code: 'never_matches', ruleId: 'R', because }]),
  );

  test('a rule of a unit that is not there', () =>
    expect(warningsOf(aRule('R', fine, { unit: unitId('moon') }))[0]).toEqual({
      code: 'never_matches',
      ruleId: 'R',
      because: 'unit',
    }));

  test('a group nobody can fill, with the units it would block', () =>
    expect(warningsOf(aRule('R', [level(kOf(3, role('approver')))]))).toEqual([
      { code: 'nobody_can_fill', ruleId: 'R', level: 1, group: 1, units: ['hq', 'north', 'pier-9'] },
    ]));

  test('a group only admins can fill, with the units whose documents ask them', () =>
    expect(warningsOf(aRule('R', [level(anyOf(role('finance')), anyOf(role('approver')))]))).toEqual([
      { code: 'admins_will_be_asked', ruleId: 'R', level: 1, group: 2, units: ['hq', 'north'] },
    ]));

  test('a person who is gone', () =>
    expect(warningsOf(aRule('R', [level(allOf(people('gone', 'fay')))]))).toEqual([
      { code: 'person_is_gone', ruleId: 'R', people: ['gone'] },
    ]));

  test.each<[string, Level[]]>([
    ['no level', []],
    ['no group', [level()]],
    ['nobody named', [level({ of: [], k: 1 })]],
    ['none of them', [level(kOf(0, role('approver')))]],
    ['half of one', [level(kOf(0.5, role('approver')))]],
    ['no time', [{ ...level(anyOf(role('approver'))), deadlineHours: 0 }]],
  ])('a rule that asks nobody: %s', (_, levels) =>
    expect(warningsOf(aRule('R', levels))).toEqual([{ code: 'asks_nobody', ruleId: 'R' }]),
  );
});

describe('what would happen to this order by this person?', () => {
  const rules = [
    aRule('over', [level(anyOf(role('approver'))), level(anyOf(role('finance')))], {
      conditions: [{ kind: 'amount_over', amount: eur('100.00') }],
    }),
  ];
  const simulated = (by: string, total: string) =>
    simulate({ rules, document: aDocument({ by: [by], total: eur(total) }), directory, at: monday });

  test('a small one is approved at once', () =>
    expect(simulated('ana', '100.00')).toMatchObject({ outcome: 'approved', levels: [] }));
  test('a large one asks level after level, and an admin above the spending limit', () =>
    expect(
      simulated('ana', '600.00').levels.map((each) => [
        each.rule,
        each.level,
        each.isOpenAtOnce,
        each.groups[0]?.people,
      ]),
    ).toEqual([
      ['over', 1, true, ['ben']],
      ['over', 2, false, ['fay']],
      ['Spending limit', 1, true, ['adam']],
    ]));
  test("the approver's own asks the admin who is taken in", () =>
    expect(simulated('ben', '600.00').levels[0]?.groups[0]).toEqual({
      places: 1,
      people: ['adam'],
      takenIn: ['adam'],
      canBeFilled: true,
    }));
});

describe('a rule in words', () => {
  test('Orders over 1,000 EUR need any approver of the unit; then finance and the VP, both', () => {
    const rule = aRule('R', [level(anyOf(role('approver'))), level(anyOf(role('finance')), allOf(people('vp')))], {
      conditions: [{ kind: 'amount_over', amount: eur('1000.00') }],
    });
    expect(describeRule(rule)).toEqual({
      key: 'when',
      unit: 'hq',
      when: [{ key: 'amount_over', amount: eur('1000.00') }],
      levels: [
        {
          key: 'needs',
          groups: [{ key: 'any', count: 1, of: [{ key: 'role', role: 'approver' }] }],
          deadlineHours: 72,
          escalateTo: null,
        },
        {
          key: 'then',
          groups: [
            { key: 'any', count: 1, of: [{ key: 'role', role: 'finance' }] },
            { key: 'all', count: null, of: [{ key: 'people', people: ['vp'] }] },
          ],
          deadlineHours: 72,
          escalateTo: null,
        },
      ],
    });
  });
  test('a rule without conditions holds always', () => expect(describeRule(aRule('R', fine)).key).toBe('always'));
});

describe('what a row keeps', () => {
  const rule = aRule(
    'R',
    [{ groups: [kOf(2, people('ben'), { kind: 'cost_centre_owner' })], deadlineHours: 48, escalateTo: role('admin') }],
    {
      conditions: [
        { kind: 'amount_over', amount: eur('1000.00') },
        { kind: 'discount_over', percent: exact(25n, 2n) },
        { kind: 'margin_under', percent: exact(1n, 3n) },
        { kind: 'over_budget' },
        { kind: 'requester', anyOf: [personId('ana')] },
      ],
    },
  );
  const throughJson = (stored: unknown) => JSON.parse(JSON.stringify(stored));
  test('a rule comes back the same', () => expect(restoreRule(throughJson(storeRule(rule)))).toEqual(rule));
  test('a frozen policy comes back the same', () => {
    const policy = freezePolicy([rule], monday);
    expect(restorePolicy(throughJson(storePolicy(policy)))).toEqual(policy);
  });
  test('the moments levels opened come back the same', () => {
    const openings = [{ ruleId: 'R', level: 1, at: monday }];
    expect(restoreOpenings(throughJson(storeOpenings(openings)))).toEqual(openings);
  });
  test('an amount that is none is a fault', () =>
    expect(() =>
      restoreRule({ conditions: [{ kind: 'amount_over', amount: { amount: '1.001', currency: 'EUR' } }] }),
    ).toThrow(RangeError));
});
