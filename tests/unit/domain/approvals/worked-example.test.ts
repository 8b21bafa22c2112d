import { describe, expect, test } from 'vitest';
import {
  aDirectory,
  aDocument,
  aRule,
  anyOf,
  Desk,
  eur,
  hoursLater,
  level,
  people,
  role,
} from '#tests/support/approval-world.ts';

/** 12,500 EUR with one hazardous SKU. R1 over 1,000: any manager. R2 over 10,000: any manager, then finance and VP.
 *  R3 hazardous: any safety officer. The VP is away; the delegate's ceiling is 10,000. */
const harbour = {
  people: {
    ana: { roles: 'buyer@pier-9' },
    ben: { roles: 'approver@north' },
    cleo: { roles: 'approver@hq' },
    fay: { roles: 'finance@hq' },
    vp: { roles: 'viewer@hq' },
    sam: { roles: 'viewer@hq' },
    cfo: { roles: 'viewer@hq' },
    dora: { roles: 'viewer@hq' },
    adam: { roles: 'admin@hq' },
  },
  delegations: [{ from: 'vp', to: 'dora', ceiling: '10000.00' }],
};
const managers = role('approver');
const rules = [
  aRule('R1', [level(anyOf(managers))], { conditions: [{ kind: 'amount_over', amount: eur('1000.00') }] }),
  aRule(
    'R2',
    [
      level(anyOf(managers)),
      { groups: [anyOf(role('finance')), anyOf(people('vp'))], deadlineHours: 48, escalateTo: people('cfo') },
    ],
    { conditions: [{ kind: 'amount_over', amount: eur('10000.00') }] },
  ),
  aRule('R3', [level(anyOf(people('sam')))], { conditions: [{ kind: 'category', anyOf: ['hazardous'] }] }),
];
const order = aDocument({ total: eur('12500.00'), categories: ['cleaning/soap', 'hazardous/solvents'] });
const submitted = () => new Desk(rules, order, aDirectory(harbour));

describe('an order of 12,500 EUR with one hazardous SKU', () => {
  test('waits at first for a manager, twice, and for safety', () => {
    expect(submitted().waitsFor()).toEqual(['R1/1: ben, cleo', 'R2/1: ben, cleo', 'R3/1: sam']);
  });

  test("the manager's yes serves both rules; finance, the VP and safety are open", () => {
    const desk = submitted();
    expect(desk.says('ben')).toBe('awaiting_approval');
    expect(desk.waitsFor()).toEqual(['R2/2: fay', 'R2/2: vp', 'R3/1: sam']);
  });

  test("the VP's delegate may not, since 12,500 is above her ceiling of 10,000", () => {
    const desk = submitted();
    desk.says('ben');
    expect(desk.may('dora')).toBe('not_an_approver');
    expect(desk.may('dora', { for: 'vp' })).toBe('not_an_approver');
  });

  test('the CFO may only after the deadline, and the VP keeps the right', () => {
    const desk = submitted();
    desk.says('ben');
    desk.at = hoursLater(47);
    expect(desk.may('cfo')).toBe('not_an_approver');
    desk.at = hoursLater(48);
    expect(desk.waitsFor()).toEqual(['R2/2: cfo, fay', 'R2/2: cfo, vp', 'R3/1: sam']);
    expect(desk.may('vp')).toBe('yes');
  });

  test('is approved when the CFO, finance and safety have approved', () => {
    const desk = submitted();
    desk.says('ben');
    expect(desk.says('sam')).toBe('awaiting_approval');
    expect(desk.says('fay')).toBe('awaiting_approval');
    desk.at = hoursLater(48);
    expect(desk.says('cfo')).toBe('approved');
  });
});
