import { describe, expect, test } from 'vitest';
import { blockedExpiresAt, deadlinesOf, levelDeadlines } from '#app/domain/approvals/deadlines.ts';
import { decide } from '#app/domain/approvals/decision-effects.ts';
import { submitForApproval } from '#app/domain/approvals/submission.ts';
import { personId } from '#app/domain/access/ids.ts';
import {
  aDirectory,
  aDocument,
  anyOf,
  aRule,
  Desk,
  eur,
  hoursLater,
  kOf,
  level,
  monday,
  people,
  role,
  type WorldGiven,
} from '#tests/support/approval-world.ts';

const team: WorldGiven['people'] = {
  ana: { roles: 'buyer@pier-9' },
  ben: { roles: 'approver@north' },
  cleo: { roles: 'approver@hq' },
  vp: {},
  dora: {},
  eve: {},
  adam: { roles: 'admin@hq' },
};
const desk = (rules: ReturnType<typeof aRule>[], world: Partial<WorldGiven> = {}, total = '900.00') =>
  new Desk(rules, aDocument({ total: eur(total) }), aDirectory({ people: team, ...world }));
const one = (...levels: Parameters<typeof aRule>[1]) => [aRule('R', levels)];

describe('one decision', () => {
  test('serves every group its person belongs to, in later levels too', () => {
    const each = desk([
      aRule('R', [level(anyOf(people('ben', 'cleo'))), level(anyOf(people('ben')))]),
      aRule('S', [level(anyOf(people('vp'))), level(anyOf(role('approver')))]),
    ]);
    expect(each.says('ben')).toBe('awaiting_approval');
    expect(each.waitsFor()).toEqual(['S/1: vp']);
    expect(each.says('vp')).toBe('approved');
  });
  test('serves later levels also when its person has left meanwhile', () => {
    const each = desk(one(level(anyOf(people('ben'))), level(anyOf(people('vp'))), level(anyOf(people('ben')))));
    each.says('ben');
    each.now(aDirectory({ people: { ...team, ben: { inactive: true } } }));
    expect(each.says('vp')).toBe('approved');
  });
  test('counts once in a group, however many roles its person has', () => {
    const each = desk(one(level(kOf(2, people('ben'), role('approver')))));
    each.says('ben');
    expect(each.may('ben')).toBe('already_decided');
    expect(each.waitsFor()).toEqual(['R/1: cleo']);
  });
  test('a rejection ends it', () => {
    const each = desk(one(level(kOf(2, role('approver')))));
    each.says('ben');
    expect(each.says('cleo', { verdict: 'rejected' })).toBe('rejected');
    expect(each.may('adam')).toBe('not_pending');
  });
  test('changes requested sends it back', () =>
    expect(desk(one(level(anyOf(role('approver'))))).says('ben', { verdict: 'changes_requested' })).toBe(
      'changes_requested',
    ));
  test('who may not approve may not reject either', () =>
    expect(desk(one(level(anyOf(role('approver'))))).says('vp', { verdict: 'rejected' })).toBe('not_an_approver'));
  test.each(['rejected', 'changes_requested'] as const)('%s without a reason is refused', (verdict) => {
    const { approval } = desk(one(level(anyOf(role('approver')))));
    const asked = { state: 'awaiting_approval' as const, actor: personId('ben'), revision: 1, at: monday };
    expect(decide(approval, { ...asked, verdict, reason: '  ' })).toEqual({ ok: false, code: 'reason_required' });
  });
  test('of an earlier revision is void', () => {
    const each = desk(one(level(kOf(2, role('approver')))));
    each.says('ben');
    each.approval = { ...each.approval, revision: 2 };
    expect(each.waitsFor()).toEqual(['R/1: 2 of ben, cleo']);
    expect(each.says('ben')).toBe('awaiting_approval');
  });
});

describe('a delegate', () => {
  const away = { from: 'vp', to: 'dora' };
  const asked = one(level(anyOf(people('vp'))));
  test.each<
    [string, Partial<typeof away> & { ceiling?: string; from_?: Date; until?: Date; kinds?: ['quote'] }, string, string]
  >([
    ['decides for the delegator', {}, '900.00', 'for vp'],
    ['up to the ceiling', { ceiling: '900.00' }, '900.00', 'for vp'],
    ['not a cent above it', { ceiling: '900.00' }, '900.01', 'not_an_approver'],
    ['from the first moment', { from_: monday }, '900.00', 'for vp'],
    ['not before', { from_: hoursLater(1) }, '900.00', 'not_an_approver'],
    ['not from the last moment on', { until: monday }, '900.00', 'not_an_approver'],
    ['only on the kinds of document named', { kinds: ['quote'] }, '900.00', 'not_an_approver'],
  ])('%s', (_, more, total, answer) =>
    expect(desk(asked, { delegations: [{ ...away, ...more }] }, total).may('dora')).toBe(answer),
  );

  test('is recorded with both names', () => {
    const each = desk(asked, { delegations: [away] });
    each.says('dora');
    expect(each.lastDecision).toMatchObject({ by: 'dora', for: 'vp', verdict: 'approved', revision: 1 });
  });
  test('cannot delegate on', () =>
    expect(desk(asked, { delegations: [away, { from: 'dora', to: 'eve' }] }).may('eve')).toBe('not_an_approver'));
  test('uses their own right first', () => {
    const each = desk(one(level(anyOf(people('dora', 'vp')))), { delegations: [away] });
    expect(each.may('dora')).toBe('yes');
  });
  test('of two people decides once for each', () => {
    const both = { delegations: [away, { from: 'cleo', to: 'dora' }] };
    const each = desk(one(level(anyOf(people('vp')), anyOf(people('cleo')))), both);
    expect(each.says('dora')).toBe('awaiting_approval');
    expect(each.may('dora', { for: 'vp' })).toBe('already_decided');
    expect(each.says('dora')).toBe('approved');
    expect(each.approval.decisions.map((decision) => decision.for)).toEqual(['vp', 'cleo']);
  });
  test('of somebody who has left decides no more', () =>
    expect(desk(asked, { delegations: [away], people: { ...team, vp: { inactive: true } } }).may('dora')).toBe(
      'not_an_approver',
    ));
  test('who has left decides no more', () =>
    expect(desk(asked, { delegations: [away], people: { ...team, dora: { inactive: true } } }).may('dora')).toBe(
      'not_an_approver',
    ));
  test('serves under the ceiling only where the delegator is asked', () => {
    const each = desk([...asked, aRule('S', [level(anyOf(people('eve')))])], { delegations: [away] });
    each.says('dora');
    expect(each.waitsFor()).toEqual(['S/1: eve']);
  });
});

describe('deadlines', () => {
  test.each([
    [72, 36, 72, 216],
    [48, 24, 48, 144],
    [1, 0.5, 1, 3],
  ])('of %d hours: reminder after %d, escalation after %d, expiry after %d', (hours, reminds, escalates, expires) =>
    expect(levelDeadlines(monday, hours)).toEqual({
      remindsAt: hoursLater(reminds),
      escalatesAt: hoursLater(escalates),
      expiresAt: hoursLater(expires),
    }),
  );
  test('a blocked document expires after 14 days', () => expect(blockedExpiresAt(monday)).toEqual(hoursLater(14 * 24)));
  test("a level's clock starts when it opens, 72 hours unless it says otherwise", () => {
    const each = desk(one(level(anyOf(people('ben'))), level(anyOf(people('cleo')))));
    each.at = hoursLater(50);
    each.says('ben');
    expect(deadlinesOf(each.progress()).map(({ kind, level: at, at: when }) => [kind, at, when])).toEqual([
      ['reminder', 2, hoursLater(50 + 36)],
      ['escalation', 2, hoursLater(50 + 72)],
      ['expiry', 2, hoursLater(50 + 216)],
    ]);
  });
});

describe('rules are frozen at submission', () => {
  test('a policy changed meanwhile does not touch the document', () => {
    const each = desk(one(level(anyOf(people('ben')))));
    const frozen = each.approval.policy;
    const changed = one(level(kOf(2, people('ben', 'cleo'))));
    expect(changed).not.toEqual(frozen.rules);
    expect(each.says('ben')).toBe('approved');
  });
  test('a level once left is not entered again when somebody joins its group', () => {
    const each = desk(one(level({ of: [role('approver')], k: 'all' }), level(anyOf(people('vp')))));
    each.says('ben');
    each.says('cleo');
    each.now(aDirectory({ people: { ...team, nina: { roles: 'approver@pier-9' } } }));
    expect(each.waitsFor()).toEqual(['R/2: vp']);
  });
  test('a blocked document is judged again by the rules of the day and keeps its decisions', () => {
    const each = desk(one(level(anyOf(people('ben')), anyOf(people('vp')))), { people: { ...team, adam: {} } });
    each.says('ben');
    each.now(aDirectory({ people: { ...team, adam: {}, vp: { inactive: true } } }));
    expect(each.state).toBe('blocked');
    const again = submitForApproval({
      rules: one(level(kOf(2, role('approver')))),
      document: each.approval.document,
      revision: 1,
      directory: each.approval.directory,
      at: hoursLater(5),
      decisions: each.approval.decisions,
    });
    expect(again.state).toBe('awaiting_approval');
    expect(again.progress.waitingFor.map(({ people: asked }) => asked)).toEqual([['cleo']]);
  });
});
