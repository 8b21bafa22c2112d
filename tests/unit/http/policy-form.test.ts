import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { personId, unitId } from '#app/domain/access/ids.ts';
import type { Rule } from '#app/domain/approvals/rules.ts';
import { money } from '#app/domain/money/money.ts';
import { formObject } from '#app/http/form-fields.ts';
import { formOfRule, ruleFields, ruleOfForm } from '#app/http/policy-form.server.ts';
import { ruleInWords } from '#app/http/policy-view.server.ts';

const hq = '01900000-0000-7000-8000-000000000001';
const people = { cfo: '01900000-0000-7000-8000-00000000000a', vp: '01900000-0000-7000-8000-00000000000b' };
const members = Object.entries(people).map(([name, id]) => ({
  id,
  personId: id,
  email: `${name}@harbour.example`,
  name: name.toUpperCase(),
  status: 'active' as const,
  managerId: null,
  spendingLimitMinor: null,
}));
const schema = z.object(ruleFields);

function read(fields: Record<string, string | string[]>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  return ruleOfForm(schema.parse(formObject(form, schema)), { members, currency: 'EUR' });
}
const base = { name: 'Over 1,000', unit: hq };

const full: Rule = {
  id: 'r',
  name: 'Everything',
  unit: unitId(hq),
  kinds: ['purchase_order'],
  conditions: [
    { kind: 'amount_over', amount: money(100_000n, 'EUR') },
    { kind: 'category', anyOf: ['coffee'] },
    { kind: 'cost_centre', anyOf: ['BAR', 'SPA'] },
    { kind: 'requester', anyOf: [personId(people.cfo)] },
    { kind: 'requester_role', anyOf: ['buyer'] },
    { kind: 'over_budget' },
    { kind: 'first_order_of_sku' },
  ],
  levels: [
    {
      groups: [
        { k: 1, of: [{ kind: 'role', role: 'approver' }] },
        { k: 'all', of: [{ kind: 'people', people: [personId(people.cfo), personId(people.vp)] }] },
      ],
      deadlineHours: 48,
      escalateTo: { kind: 'role', role: 'finance' },
    },
    {
      groups: [{ k: 7, of: [{ kind: 'manager_of_requester' }, { kind: 'cost_centre_owner' }] }],
      deadlineHours: null,
      escalateTo: { kind: 'people', people: [personId(people.vp)] },
    },
  ],
};

describe('the editor', () => {
  test('gives back what it shows: nothing of a rule is lost by saving it unchanged', () => {
    const { id: _id, kinds: _kinds, ...same } = full;
    expect(read(formOfRule(full, members) as Record<string, string | string[]>)).toEqual({ ok: true, rule: same });
  });
  test('reads amounts as people type them, and leaves out steps and groups that name nobody', () => {
    const fields = {
      ...base,
      amount_over: '1,000.50',
      'levels.0.groups.0.k': '1',
      'levels.0.groups.0.people': '',
      'levels.0.groups.1.k': '2',
      'levels.0.groups.1.roles': ['approver', 'finance'],
      'levels.1.deadline': '12',
    };
    expect(read(fields)).toMatchObject({
      ok: true,
      rule: {
        conditions: [{ kind: 'amount_over', amount: { minor: 100_050n } }],
        levels: [{ deadlineHours: null, groups: [{ k: 2, of: [{ role: 'approver' }, { role: 'finance' }] }] }],
      },
    });
  });
  test.each([
    ['a stranger', { 'levels.0.groups.0.people': 'who@else.example' }, 'levels.0.groups.0.people', 'unknown_people'],
    [
      'an amount that is none',
      { amount_over: 'much', 'levels.0.groups.0.roles': 'admin' },
      'amount_over',
      'not_an_amount',
    ],
    ['nobody at all', {}, 'levels.0.groups.0.people', 'asks_nobody'],
  ])('points at the field that names %s', (_, fields, field, key) => {
    expect(read({ ...base, ...fields } as Record<string, string>)).toMatchObject({ ok: false, field, key });
  });
});

describe('a rule in words', () => {
  const names = {
    people: new Map(members.map(({ personId: id, name }) => [id, name])),
    units: new Map([[hq, 'Head office']]),
  };
  const said = (rule: Rule) => ruleInWords(rule, { locale: 'en', names });
  test('says when, who, and how long', () => {
    expect(said({ ...full, conditions: full.conditions.slice(0, 1), levels: full.levels.slice(0, 1) })).toEqual({
      sentence:
        'Orders of Head office and below over €1,000.00 need any approver of the unit and everyone of: CFO and VP.',
      steps: ['within 48 hours, after that also any finance of the unit'],
    });
  });
  test('without conditions it is about every order; steps follow one another', () => {
    expect(said({ ...full, conditions: [] }).sentence).toBe(
      'Every order of Head office and below needs any approver of the unit and everyone of: CFO and VP; ' +
        'then 7 of: the manager of whoever orders and the owner of the cost centre.',
    );
  });
  test('whoever left is named as such', () => {
    const rule = {
      ...full,
      conditions: [],
      levels: [{ ...full.levels[1]!, groups: [{ k: 1, of: [{ kind: 'people' as const, people: [personId('x')] }] }] }],
    };
    expect(said(rule).sentence).toContain('somebody who has left');
  });
});
