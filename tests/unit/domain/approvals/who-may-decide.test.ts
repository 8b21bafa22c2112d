import { describe, expect, test } from 'vitest';
import {
  aDirectory,
  aDocument,
  allOf,
  anyOf,
  aRule,
  Desk,
  hoursLater,
  kOf,
  level,
  people,
  role,
  type WorldGiven,
} from '#tests/support/approval-world.ts';

const team: WorldGiven['people'] = {
  ana: { roles: 'buyer@pier-9', manager: 'ben' },
  ben: { roles: 'approver@north' },
  cleo: { roles: 'approver@hq' },
  fay: { roles: 'finance@hq' },
  vp: { roles: 'viewer@hq' },
  dora: { roles: 'viewer@hq' },
  adam: { roles: 'admin@hq' },
  otto: { roles: 'approver@south' },
};
const units = { hq: null, north: 'hq', south: 'hq', 'pier-9': 'north' };
const desk = (rules: Parameters<typeof aRule>[1], world: Partial<WorldGiven> = {}, by = ['ana']) =>
  new Desk([aRule('R', rules)], aDocument({ by }), aDirectory({ units, people: team, ...world }));

describe('a role counts in the unit of the document and above it', () => {
  test.each([
    ['an approver of the region decides for its site', 'ben', 'yes'],
    ['an approver of the head office decides for every site', 'cleo', 'yes'],
    ['an approver of another region does not', 'otto', 'not_an_approver'],
    ['somebody without the role does not', 'fay', 'not_an_approver'],
    ['an admin is no approver unless the rule says so', 'adam', 'not_an_approver'],
    ['a stranger does not', 'nobody', 'not_an_approver'],
  ])('%s', (_, person, answer) => expect(desk([level(anyOf(role('approver')))]).may(person)).toBe(answer));

  test('a document of a region asks nobody of its sites', () => {
    const world = { units, people: { ...team, site: { roles: 'approver@pier-9' } } };
    const document = aDocument({ for: 'north' });
    expect(new Desk([aRule('R', [level(anyOf(role('approver')))])], document, aDirectory(world)).waitsFor()).toEqual([
      'R/1: ben, cleo',
    ]);
  });
});

describe('nobody approves their own request', () => {
  test.each([
    ['the member who made it', ['ben'], 'ben'],
    ['the rep who acted for them', ['ana', 'cleo'], 'cleo'],
    ['the approver who edited it', ['ana', 'ben'], 'ben'],
  ])('%s', (_, by, person) => {
    const each = desk([level(anyOf(role('approver')))], {}, by);
    expect(each.may(person)).toBe('own_request');
    expect(each.waitsFor().join()).not.toContain(person);
  });

  test('also not as delegate of an approver', () => {
    const each = desk([level(anyOf(people('vp')))], { delegations: [{ from: 'vp', to: 'ana' }] });
    expect(each.may('ana', { for: 'vp' })).toBe('own_request');
    expect(each.waitsFor()).toEqual(['R/1: vp']);
  });

  test('and nobody decides as delegate of the requester', () => {
    const each = desk([level(anyOf(people('ana', 'ben')))], { delegations: [{ from: 'ana', to: 'dora' }] });
    expect(each.may('dora', { for: 'ana' })).toBe('not_an_approver');
  });
});

describe('a refusal names the first reason that holds', () => {
  const twoLevels = [level(anyOf(people('ben', 'cleo'))), level(anyOf(people('fay')))];

  test('own request, before anything about turns', () => {
    expect(desk([level(anyOf(role('approver'))), level(anyOf(people('ana')))]).may('ana')).toBe('own_request');
  });
  test('already decided, before a later turn', () => {
    const each = desk([level(anyOf(people('ben'))), level(kOf(2, people('ben', 'fay')))]);
    each.says('ben');
    expect(each.may('ben')).toBe('already_decided');
  });
  test('not your turn: a later group', () => expect(desk(twoLevels).may('fay')).toBe('not_your_turn'));
  test('not your turn: a group another one has filled', () => {
    const each = desk(twoLevels);
    each.says('ben');
    expect(each.may('cleo')).toBe('not_your_turn');
  });
  test('not an approver: in no group at all', () => expect(desk(twoLevels).may('otto')).toBe('not_an_approver'));
  test('stale revision: they saw another one', () =>
    expect(desk(twoLevels).may('ben', { revision: 2 })).toBe('stale_revision'));
  test('not pending: it is over', () => {
    const each = desk([level(anyOf(role('approver')))]);
    each.says('ben');
    expect(each.may('cleo')).toBe('not_pending');
  });
  test('not pending: blocked, though the requester still hears that it is their own', () => {
    const each = desk([level(kOf(3, people('ben', 'cleo')))], { people: { ...team, adam: {} } });
    expect(each.state).toBe('blocked');
    expect([each.may('ben'), each.may('ana')]).toEqual(['not_pending', 'own_request']);
  });
  test('not pending: expired', () => {
    const each = desk([level(anyOf(role('approver')))]);
    each.at = hoursLater(3 * 72);
    expect(each.may('ben')).toBe('not_pending');
  });
});

describe('who has left may not decide', () => {
  const without = (...gone: string[]): WorldGiven['people'] =>
    Object.fromEntries(
      Object.entries(team).map(([id, each]) => [id, gone.includes(id) ? { ...each, inactive: true } : each]),
    );

  test('a member deactivated after submission', () => {
    const each = desk([level(anyOf(role('approver')))]).now(aDirectory({ units, people: without('ben') }));
    expect(each.may('ben')).toBe('not_an_approver');
    expect(each.waitsFor()).toEqual(['R/1: cleo']);
  });
  test('a group emptied since is filled with the admins', () => {
    const each = desk([level(anyOf(people('ben')))]).now(aDirectory({ units, people: without('ben') }));
    expect(each.waitsFor()).toEqual(['R/1: adam']);
    expect(each.says('adam')).toBe('approved');
  });
  test('and blocks the document when there is no admin either', () => {
    const each = desk([level(anyOf(people('ben')))]).now(aDirectory({ units, people: without('ben', 'adam') }));
    expect(each.state).toBe('blocked');
    expect(each.progress().blockedBy).toEqual([{ ruleId: 'R', rule: 'R', level: 1, group: 1 }]);
    expect(each.waitsFor()).toEqual(['R/1: ']);
  });
  test('what they decided before goes on counting', () => {
    const each = desk([level(kOf(2, people('ben', 'cleo')))]);
    each.says('ben');
    each.now(aDirectory({ units, people: without('ben') }));
    expect(each.waitsFor()).toEqual(['R/1: cleo']);
    expect(each.says('cleo')).toBe('approved');
  });
  test('of all, those who are still there must', () => {
    const each = desk([level(allOf(people('ben', 'cleo', 'fay')))]);
    each.says('ben');
    each.now(aDirectory({ units, people: without('ben', 'cleo') }));
    expect(each.waitsFor()).toEqual(['R/1: fay']);
    expect(each.says('fay')).toBe('approved');
  });
  test('a newcomer to the role may decide', () => {
    const people_ = { ...team, nina: { roles: 'approver@pier-9' } };
    expect(
      desk([level(anyOf(role('approver')))])
        .now(aDirectory({ units, people: people_ }))
        .may('nina'),
    ).toBe('yes');
  });
});

describe('the manager of the requester and the owner of the cost centre', () => {
  test('are asked', () => {
    const each = new Desk(
      [aRule('R', [level(anyOf({ kind: 'manager_of_requester' }), anyOf({ kind: 'cost_centre_owner' }))])],
      aDocument({ costCentre: 'BAR' }),
      aDirectory({ units, people: team, costCentreOwners: { BAR: 'fay' } }),
    );
    expect(each.waitsFor()).toEqual(['R/1: ben', 'R/1: fay']);
  });
  test('a requester without a manager needs an admin instead', () => {
    const each = new Desk(
      [aRule('R', [level(anyOf({ kind: 'manager_of_requester' }))])],
      aDocument({ by: ['fay'] }),
      aDirectory({ units, people: team }),
    );
    expect(each.waitsFor()).toEqual(['R/1: adam']);
  });
  test('the owner who orders on their own cost centre does not decide', () => {
    const each = new Desk(
      [aRule('R', [level(anyOf({ kind: 'cost_centre_owner' }))])],
      aDocument({ costCentre: 'BAR' }),
      aDirectory({ units, people: team, costCentreOwners: { BAR: 'ana' } }),
    );
    expect(each.waitsFor()).toEqual(['R/1: adam']);
  });
});
