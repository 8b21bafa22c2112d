import { describe, expect, test } from 'vitest';
import { personId, unitId } from '#app/domain/access/ids.ts';
import { theStore } from '#app/domain/access/roles.ts';
import { matchingRules } from '#app/domain/approvals/matching-rules.ts';
import type { Condition, DocumentFacts, Rule } from '#app/domain/approvals/rules.ts';
import { submitForApproval } from '#app/domain/approvals/submission.ts';
import { exact } from '#app/domain/money/exact.ts';
import { aDirectory, aDocument, anyOf, aRule, Desk, eur, level, monday, role } from '#tests/support/approval-world.ts';

const directory = aDirectory({
  units: { hq: null, north: 'hq', south: 'hq', 'pier-9': 'north' },
  people: {
    ana: { roles: 'buyer@pier-9', limit: '500.00' },
    ben: { roles: 'approver@north', limit: '200.00' },
    adam: { roles: 'admin@hq' },
    rep: { roles: 'rep@store' },
    boss: { roles: 'admin@store manager@store' },
  },
});
const noLimit = { requesters: [personId('cleo')] };
const approvers = [level(anyOf(role('approver')))];
const holds = (conditions: Condition[], facts: Partial<DocumentFacts>, more: Partial<Rule> = {}) =>
  matchingRules([aRule('R', approvers, { conditions, ...more })], aDocument({ ...noLimit, ...facts }), directory)
    .matching.length === 1;

describe('a condition holds', () => {
  const over: Condition = { kind: 'amount_over', amount: eur('1000.00') };
  const food: Condition = { kind: 'category', anyOf: ['food', 'hazardous'] };
  const wide: Condition = { kind: 'discount_over', percent: exact(15n) };
  const thin: Condition = { kind: 'margin_under', percent: exact(20n) };
  test.each<[string, Condition, Partial<DocumentFacts>, boolean]>([
    ['over 1,000: 1,000.01 is', over, { total: eur('1000.01') }, true],
    ['over 1,000: 1,000.00 is not', over, { total: eur('1000.00') }, false],
    ['over 1,000: a document without an amount is not', over, { total: null }, false],
    ['a category: one line in it is enough', food, { categories: ['coffee', 'food'] }, true],
    ['a category: below it counts', food, { categories: ['hazardous/solvents'] }, true],
    ['a category: a longer name beside it does not', food, { categories: ['foodstuff'] }, false],
    ['a cost centre named', { kind: 'cost_centre', anyOf: ['BAR', 'SPA'] }, { costCentre: 'SPA' }, true],
    ['a cost centre, but the document has none', { kind: 'cost_centre', anyOf: ['BAR'] }, {}, false],
    ['a requester named', { kind: 'requester', anyOf: [personId('cleo')] }, {}, true],
    ['a requester who is somebody else', { kind: 'requester', anyOf: [personId('ana')] }, {}, false],
    [
      'the second requester counts too',
      { kind: 'requester', anyOf: [personId('rep')] },
      { requesters: [personId('cleo'), personId('rep')] },
      true,
    ],
    [
      'a role of the requester above the unit',
      { kind: 'requester_role', anyOf: ['admin'] },
      { requesters: [personId('adam')] },
      true,
    ],
    [
      'a role of the requester in another unit',
      { kind: 'requester_role', anyOf: ['approver'] },
      { requesters: [personId('ben')], unit: unitId('south'), total: eur('1.00') },
      false,
    ],
    ['a rep acting for a member', { kind: 'requester_role', anyOf: ['rep'] }, { requesters: [personId('rep')] }, true],
    [
      "the store's admin is not the company's",
      { kind: 'requester_role', anyOf: ['admin'] },
      { requesters: [personId('boss')] },
      false,
    ],
    ['over budget', { kind: 'over_budget' }, { isOverBudget: true }, true],
    ['within budget', { kind: 'over_budget' }, {}, false],
    ['off contract', { kind: 'off_contract' }, { isOffContract: true }, true],
    ['on contract', { kind: 'off_contract' }, {}, false],
    ['the first order of a SKU', { kind: 'first_order_of_sku' }, { hasFirstOrderOfSku: true }, true],
    ['no first order of a SKU', { kind: 'first_order_of_sku' }, {}, false],
    ['a discount over 15 %: 15.0001 % is', wide, { largestDiscountPercent: exact(150001n, 10000n) }, true],
    ['a discount over 15 %: 15 % is not', wide, { largestDiscountPercent: exact(15n) }, false],
    ['a margin under 20 %: 19.9999 % is', thin, { smallestMarginPercent: exact(199999n, 10000n) }, true],
    ['a margin under 20 %: 20 % is not', thin, { smallestMarginPercent: exact(20n) }, false],
    ['a margin under 20 %: a document without a recorded cost is not held to it', thin, {}, false],
  ])('%s', (_, condition, facts, expected) => expect(holds([condition], facts)).toBe(expected));

  test('and all conditions of a rule must', () => {
    expect(holds([over, food], { total: eur('2000.00'), categories: ['food'] })).toBe(true);
    expect(holds([over, food], { total: eur('2000.00') })).toBe(false);
  });
});

describe('a rule belongs to a unit and those below, or to the store', () => {
  test.each([
    ['its own unit', 'north', 'north', true],
    ['a unit below', 'north', 'pier-9', true],
    ['the unit above', 'north', 'hq', false],
    ['a unit elsewhere', 'south', 'pier-9', false],
    ['every unit, when it is the store', theStore, 'pier-9', true],
  ])('%s', (_, home, unit, expected) =>
    expect(holds([], { unit: unitId(unit) }, { unit: unitId(home) })).toBe(expected),
  );

  test('and to kinds of document', () => expect(holds([], {}, { kinds: ['quote'] })).toBe(false));

  test('a rule of the store asks the staff of the store, though a company has admins too', () => {
    const rule = aRule('limit', [level(anyOf(role('manager'), role('admin')))], { unit: theStore, kinds: ['quote'] });
    const quote = aDocument({ kind: 'quote', unit: theStore, by: ['rep'] });
    expect(new Desk([rule], quote, directory).waitsFor()).toEqual(['limit/1: boss']);
  });
});

describe('the spending limit of the requester', () => {
  const submitted = (by: string[], total: string, rules: Rule[] = []) =>
    new Desk(rules, aDocument({ by, total: eur(total) }), directory);
  test.each([
    ['exactly the limit needs nobody', ['ana'], '500.00', 'approved'],
    ['a cent above needs a company admin', ['ana'], '500.01', 'Spending limit/1: adam'],
    ['no limit set is no limit', ['adam'], '999999.00', 'approved'],
    ['of two requesters the lower one counts', ['ana', 'ben'], '300.00', 'Spending limit/1: adam'],
  ])('%s', (_, by, total, expected) => {
    const desk = submitted(by, total);
    expect(desk.state === 'approved' ? 'approved' : desk.waitsFor().join()).toBe(expected);
  });
  test('comes beside whatever else matches', () =>
    expect(submitted(['ana'], '900.00', [aRule('R', approvers)]).waitsFor()).toEqual([
      'R/1: ben',
      'Spending limit/1: adam',
    ]));
  test('concerns purchase orders alone', () =>
    expect(new Desk([], aDocument({ kind: 'quote', total: eur('900.00') }), directory).state).toBe('approved'));
});

describe('every matching rule counts', () => {
  const small = aRule('small', approvers, { conditions: [{ kind: 'amount_over', amount: eur('100.00') }] });
  const large = aRule('large', approvers, { conditions: [{ kind: 'amount_over', amount: eur('10000.00') }] });
  test('and the one that does not match asks nobody', () =>
    expect(new Desk([small, large], aDocument({ by: ['cleo'] }), directory).waitsFor()).toEqual(['small/1: ben']));
  test('no rule matching: approved, with the rules that were looked at', () => {
    const submission = submitForApproval({
      rules: [large],
      document: aDocument({ by: ['cleo'] }),
      revision: 1,
      directory,
      at: monday,
    });
    expect(submission.state).toBe('approved');
    expect(submission.lookedAt).toEqual([
      {
        ruleId: 'large',
        name: 'large',
        matches: false,
        conditions: [{ condition: large.conditions[0], holds: false }],
      },
    ]);
  });
  test('over budget may go on only under a matching rule that says so', () => {
    const budget = aRule('budget', approvers, { conditions: [{ kind: 'over_budget' }] });
    const given = (rules: Rule[]) =>
      submitForApproval({ rules, document: aDocument({ isOverBudget: true }), revision: 1, directory, at: monday });
    expect([given([small]).mayGoOverBudget, given([small, budget]).mayGoOverBudget]).toEqual([false, true]);
  });
  test('a rule that asks nobody is a fault, never an approval', () => {
    expect(() => new Desk([aRule('R', [])], aDocument(), directory)).toThrow(RangeError);
    expect(() => new Desk([aRule('R', [level()])], aDocument(), directory)).toThrow(RangeError);
    expect(() => new Desk([aRule('R', [level({ of: [role('approver')], k: 0 })])], aDocument(), directory)).toThrow(
      RangeError,
    );
  });
});
