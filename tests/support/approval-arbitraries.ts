import fc from 'fast-check';
import type { OracleRule, OracleSource } from './approval-oracle.ts';

/** Small worlds that go wrong often: six people, four units, and what may happen to a purchase order of a site. */
export const everybody = ['ana', 'ben', 'cleo', 'dora', 'eve', 'fay'] as const;
export const parents = { hq: null, north: 'hq', south: 'hq', site: 'north' } as const;
const roleNames = ['admin', 'approver', 'finance'] as const;

export const someone = fc.constantFrom(...everybody);
const somewhere = fc.constantFrom(...(Object.keys(parents) as (keyof typeof parents)[]));
const someRole = fc.constantFrom(...roleNames);
const source: fc.Arbitrary<OracleSource> = fc.oneof(
  fc.uniqueArray(someone, { minLength: 1, maxLength: 3 }).map((people) => ({ kind: 'people' as const, people })),
  someRole.map((role) => ({ kind: 'role' as const, role })),
  fc.constant({ kind: 'manager_of_requester' as const }),
  fc.constant({ kind: 'cost_centre_owner' as const }),
);
const group = fc.record({
  of: fc.array(source, { minLength: 1, maxLength: 2 }),
  k: fc.constantFrom<number | 'all'>(1, 1, 2, 2, 3, 'all'),
});
const level = fc.record({
  groups: fc.array(group, { minLength: 1, maxLength: 2 }),
  hours: fc.constantFrom(1, 10, 72),
  escalateTo: source,
});
export const policy = fc
  .array(fc.array(level, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
  .map((rules): OracleRule[] => rules.map((levels, index) => ({ id: `R${index + 1}`, levels })));
const delegation = fc.record({
  from: someone,
  to: someone,
  startsAt: fc.constantFrom(0, 20),
  endsAt: fc.constantFrom(30, 500),
  ceiling: fc.constantFrom(null, 50_000, 90_000),
});
const held = fc.record({ person: someone, unit: somewhere, role: someRole });
export const world = fc.record({
  held: fc.array(held, { maxLength: 8 }),
  managers: fc.array(fc.option(someone), { minLength: 6, maxLength: 6 }),
  delegations: fc.array(delegation, { maxLength: 4 }),
  owner: fc.option(someone),
  inactive: fc.option(someone, { freq: 4 }),
});
export const event = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      actor: someone,
      for: fc.option(someone, { freq: 2 }),
      verdict: fc.constantFrom(
        'approved',
        'approved',
        'approved',
        'approved',
        'approved',
        'approved',
        'rejected',
        'changes_requested',
      ),
      revision: fc.constantFrom(0, 0, 0, 0, 0, 0, -1, 1),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('leave' as const), person: someone }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('return' as const), person: someone }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('grant' as const), held }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revoke' as const), nth: fc.nat(7) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delegate' as const), delegation }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 5, 10, 40) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edit' as const), by: someone }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('change_rules' as const), policy }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const) }) },
);
export type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;
export type WorldDrawn = typeof world extends fc.Arbitrary<infer W> ? W : never;
