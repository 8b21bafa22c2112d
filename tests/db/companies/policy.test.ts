import { expect, test } from 'vitest';
import { unitId } from '#app/domain/access/ids.ts';
import type { Rule } from '#app/domain/approvals/rules.ts';
import { action as changeRule, loader as showRule } from '#app/routes/company/policy-rule.tsx';
import { loader as showPolicy } from '#app/routes/company/policy.tsx';
import { loader as simulate } from '#app/routes/company/policy-simulator.tsx';
import { removeApprovalRule, saveApprovalRule } from '#app/use-cases/companies/save-approval-rule.server.ts';
import { listApprovalRules } from '#db/queries/company-record.server.ts';
import { loadRules } from '#db/queries/directory.server.ts';
import { browserOf } from '#tests/support/browser.ts';
import { aCompany } from '#tests/support/company-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { testDeps } from '#tests/support/deps.ts';

const { db } = await testDatabase({ connections: 4 });
const { deps } = testDeps(db);

const people: Parameters<typeof aCompany>[1] = {
  ada: ['hq', 'admin'],
  ben: ['north', 'admin'],
  bea: ['pier', 'buyer'],
  cfo: ['hq', 'finance'],
};
const ruleFor = (unit: string, more: Partial<Rule> = {}) => ({
  name: 'Everything',
  unit: unitId(unit),
  conditions: [],
  levels: [
    {
      groups: [{ of: [{ kind: 'role' as const, role: 'finance' as const }], k: 1 }],
      deadlineHours: 48,
      escalateTo: null,
    },
  ],
  ...more,
});

test('who administers a unit changes the rules there and below, never above and never of another company', async () => {
  const house = await aCompany(deps, people);
  const other = await aCompany(deps, { eve: ['hq', 'admin'] });
  const ben = await house.actor('ben');
  const saved = await saveApprovalRule(deps, { actor: ben, rule: ruleFor(house.unit('pier')), known: null });
  if (!saved.ok) throw new Error(saved.code);
  const known = { id: saved.value.id, version: 1 };
  for (const [actor, unit] of [
    [ben, house.unit('hq')],
    [await house.actor('bea'), house.unit('pier')],
  ] as const)
    expect(await saveApprovalRule(deps, { actor, rule: ruleFor(unit), known: null })).toMatchObject({
      code: 'forbidden',
    });
  const eve = await other.actor('eve');
  const stolen = { actor: eve, rule: ruleFor(other.unit('hq')), known };
  expect(await saveApprovalRule(deps, stolen)).toMatchObject({ code: 'not_found' });
  expect(await removeApprovalRule(deps, { actor: eve, known })).toMatchObject({ code: 'not_found' });
  expect(await loadRules(db, { companyId: other.id })).toEqual([]);
});

test('of two tabs the second is told; a rule that asks nobody is not saved; taken out of force it is kept', async () => {
  const house = await aCompany(deps, people);
  const ada = await house.actor('ada');
  const nobody = ruleFor(house.unit('hq'), { levels: [] });
  expect(await saveApprovalRule(deps, { actor: ada, rule: nobody, known: null })).toMatchObject({
    code: 'asks_nobody',
  });
  const saved = await saveApprovalRule(deps, { actor: ada, rule: ruleFor(house.unit('hq')), known: null });
  if (!saved.ok) throw new Error(saved.code);
  const known = { id: saved.value.id, version: 1 };
  const change = (name: string) =>
    saveApprovalRule(deps, { actor: ada, rule: { ...ruleFor(house.unit('hq')), name }, known });
  const both = await Promise.all([change('One'), change('Two')]);
  expect(both.map((each) => (each.ok ? 'saved' : each.code)).sort()).toEqual(['saved', 'stale_version']);
  expect(await removeApprovalRule(deps, { actor: ada, known })).toMatchObject({ code: 'stale_version' });
  expect(await removeApprovalRule(deps, { actor: ada, known: { ...known, version: 2 } })).toMatchObject({ ok: true });
  expect(await loadRules(db, { companyId: house.id })).toEqual([]);
  expect(await listApprovalRules(db, { companyId: house.id })).toMatchObject([{ isActive: false }]);
});

test('the page says the rule in words and what is worth a look; the simulator runs what a submission runs', async () => {
  const house = await aCompany(deps, people);
  const browser = await browserOf(deps, { email: house.email('ada'), unitId: house.unit('hq') });
  const post = async (fields: Record<string, string>) => {
    const body = new URLSearchParams({ ...fields, buying_as: browser.buyingAs });
    const asked = browser.ask('/company/policy/rules/new', { method: 'POST', body });
    return changeRule({ ...asked, params: { rule: 'new' } });
  };
  const typed = {
    name: 'Seven',
    unit: house.unit('hq'),
    'levels.0.groups.0.roles': 'finance',
    'levels.0.groups.0.k': '7',
  };
  const grown = (await post({ ...typed, name: '', more: 'level' })) as {
    data: { form: { values: object; fields: object } };
  };
  expect(grown.data.form).toMatchObject({ fields: {}, values: { 'levels.0.groups.0.k': '7' } });
  expect(await post(typed)).toMatchObject({ status: 303 });

  const shown = await showPolicy({ ...browser.ask('/company/policy'), params: {} });
  expect(shown.rules).toMatchObject([{ name: 'Seven', warnings: [expect.stringContaining('would be blocked')] }]);
  const editor = await showRule({ ...browser.ask('/x'), params: { rule: shown.rules[0]?.id } });
  expect(editor.stored).toMatchObject({ 'levels.0.groups.0.k': '7' });

  const query = new URLSearchParams({ person: house.email('bea'), unit: house.unit('pier'), total: '10.00' });
  const answer = await simulate({ ...browser.ask(`/company/policy/simulator?${query.toString()}`), params: {} });
  expect(answer.found).toMatchObject({ outcome: 'blocked', lookedAt: [{ name: 'Seven', matches: true }] });
  const wrong = await simulate({ ...browser.ask('/company/policy/simulator?person=x&total=y'), params: {} });
  expect(Object.keys(wrong.errors).sort()).toEqual(['person', 'total', 'unit']);
});
