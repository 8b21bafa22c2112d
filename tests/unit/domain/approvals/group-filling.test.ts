import { describe, expect, test } from 'vitest';
import {
  aDirectory,
  aDocument,
  allOf,
  anyOf,
  aRule,
  Desk,
  type Group,
  hoursLater,
  kOf,
  level,
  people,
  role,
  type WorldGiven,
} from '#tests/support/approval-world.ts';

const team: WorldGiven['people'] = {
  ana: { roles: 'buyer@pier-9' },
  ben: { roles: 'approver@pier-9' },
  cleo: { roles: 'approver@north' },
  site: { roles: 'admin@pier-9' },
  reg: { roles: 'admin@north' },
  adam: { roles: 'admin@hq' },
};
const desk = (group: Group, by: string[], world: Partial<WorldGiven> = {}) =>
  new Desk([aRule('R', [level(group)])], aDocument({ by }), aDirectory({ people: team, ...world }));

describe('a group that cannot be filled without the requesters', () => {
  test.each<[string, Group, string[], string[]]>([
    ['is not touched while others can fill it', anyOf(role('approver')), ['ben'], ['R/1: cleo']],
    ['takes in the admins of the unit', anyOf(people('ben')), ['ben'], ['R/1: site']],
    ['then of the unit above, when the one below is a requester', anyOf(people('ben')), ['ben', 'site'], ['R/1: reg']],
    ['and so on to the top', anyOf(people('ben')), ['ben', 'site', 'reg'], ['R/1: adam']],
    ['keeps its k: two of one and an admin', kOf(2, people('ben', 'cleo')), ['ben'], ['R/1: 2 of cleo, site']],
    ['takes in as many units as k needs', kOf(3, people('ben', 'cleo')), ['ben'], ['R/1: 3 of cleo, reg, site']],
    ['of all, everyone else must', allOf(people('ana', 'ben', 'cleo')), ['ana'], ['R/1: 2 of ben, cleo']],
    ['all of nobody else: one of the admins must', allOf(people('ana')), ['ana'], ['R/1: site']],
  ])('%s', (_, group, by, waits) => expect(desk(group, by).waitsFor()).toEqual(waits));

  test('all of nobody else needs one admin, not all of them', () => {
    const each = desk(allOf(people('ana')), ['ana'], { people: { ...team, site2: { roles: 'admin@pier-9' } } });
    expect(each.waitsFor()).toEqual(['R/1: site, site2']);
    expect(each.says('site2')).toBe('approved');
  });

  test('blocks at once when no admin is left either, and is never approved by itself', () => {
    const each = desk(anyOf(people('ben')), ['ben', 'site', 'reg', 'adam']);
    expect([each.state, ...each.waitsFor()]).toEqual(['blocked', 'R/1: ']);
    expect(each.may('cleo')).toBe('not_pending');
  });

  test('blocks at submission also when it stands in a later level', () => {
    const each = new Desk(
      [aRule('R', [level(anyOf(people('ben'))), level(kOf(9, people('cleo')))])],
      aDocument(),
      aDirectory({ people: team }),
    );
    expect(each.state).toBe('blocked');
    expect(each.progress().blockedBy).toEqual([{ ruleId: 'R', rule: 'R', level: 2, group: 1 }]);
  });

  test('one group that cannot be filled blocks the rules beside it', () => {
    const each = new Desk(
      [aRule('R', [level(anyOf(people('ben')))]), aRule('S', [level(kOf(9, people('cleo')))])],
      aDocument(),
      aDirectory({ people: team }),
    );
    expect([each.state, each.may('ben')]).toEqual(['blocked', 'not_pending']);
  });
});

describe('one human fills one place', () => {
  const delegations = [{ from: 'cleo', to: 'ben' }];

  test('two of two are two humans, though one may decide for both', () => {
    const each = desk(kOf(2, people('ben', 'cleo')), ['ana'], { delegations });
    expect(each.says('ben')).toBe('awaiting_approval');
    expect(each.may('ben', { for: 'cleo' })).toBe('not_your_turn');
    expect(each.waitsFor()).toEqual(['R/1: cleo']);
    expect(each.says('cleo')).toBe('approved');
  });

  test('a delegate who took the place of another first leaves both to say it for themselves', () => {
    const each = desk(kOf(2, people('ben', 'cleo')), ['ana'], {
      delegations,
      people: { ...team, site: {}, reg: {}, adam: {} },
    });
    expect(each.says('ben', { for: 'cleo' })).toBe('awaiting_approval');
    expect(each.waitsFor()).toEqual(['R/1: ben, cleo']);
    expect(each.says('cleo')).toBe('awaiting_approval');
    expect(each.waitsFor()).toEqual(['R/1: ben']);
    expect(each.says('ben')).toBe('approved');
  });

  test('a delegator whose place is taken is not asked again', () => {
    const each = desk(kOf(2, people('cleo', 'site')), ['ana'], { delegations });
    each.says('ben');
    expect(each.may('cleo')).toBe('not_your_turn');
    expect(each.waitsFor()).toEqual(['R/1: site']);
  });

  test('one delegate of two people fills one of their two places', () => {
    const both = [...delegations, { from: 'site', to: 'ben' }];
    const each = desk(kOf(2, people('cleo', 'site')), ['ana'], { delegations: both });
    expect(each.says('ben')).toBe('awaiting_approval');
    expect(each.lastDecision?.for).toBe('cleo');
    expect(each.may('ben', { for: 'site' })).toBe('not_your_turn');
    expect(each.says('site')).toBe('approved');
  });
});

describe('after the deadline', () => {
  const escalating = aRule('R', [
    { groups: [kOf(2, people('ben', 'cleo'))], deadlineHours: 10, escalateTo: people('adam') },
  ]);
  const late = (by: string[]) => {
    const each = new Desk([escalating], aDocument({ by }), aDirectory({ people: team }));
    each.at = hoursLater(10);
    return each;
  };
  test('those it escalates to may decide beside the first approvers', () =>
    expect(late(['ana']).waitsFor()).toEqual(['R/1: 2 of adam, ben, cleo']));
  test('admins who were taken in keep their right', () =>
    expect(late(['ben']).waitsFor()).toEqual(['R/1: 2 of adam, cleo, site']));
  test('a requester is not escalated to', () => expect(late(['adam']).waitsFor()).toEqual(['R/1: 2 of ben, cleo']));
  test('k stays: one of the first and one of the others will do', () => {
    const each = late(['ana']);
    expect([each.says('adam'), each.says('cleo')]).toEqual(['awaiting_approval', 'approved']);
  });
  test("without a name it escalates to the company's admins", () => {
    const each = new Desk([aRule('R', [level(anyOf(people('cleo')))])], aDocument(), aDirectory({ people: team }));
    each.at = hoursLater(72);
    expect(each.waitsFor()).toEqual(['R/1: adam, cleo, reg, site']);
  });
});
