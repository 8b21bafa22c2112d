/** A second opinion on approvals, written from the rules' text with sets and brute force and none of the engine's code.
 *  Only for worlds of a few people. */

export type OracleWorld = {
  parents: Record<string, string | null>;
  active: Record<string, boolean>;
  manager: Record<string, string | null>;
  held: { person: string; unit: string; role: string }[];
  delegations: { from: string; to: string; startsAt: number; endsAt: number; ceiling: number | null }[];
  owner: string | null;
};
export type OracleSource =
  | { kind: 'people'; people: string[] }
  | { kind: 'role'; role: string }
  | { kind: 'manager_of_requester' }
  | { kind: 'cost_centre_owner' };
export type OracleRule = {
  id: string;
  levels: { groups: { of: OracleSource[]; k: number | 'all' }[]; hours: number; escalateTo: OracleSource }[];
};
export type OracleDecision = { by: string; for: string | null; memberOf: Set<string>; inGroup: Set<string> };
export type OracleCase = {
  unit: string;
  total: number;
  requesters: string[];
  rules: OracleRule[];
  decisions: OracleDecision[];
  /** Rule -> the moments its levels opened, so far. */
  opened: Record<string, number[]>;
};
export type OracleGroup = {
  key: string;
  open: boolean;
  done: boolean;
  places: number;
  filled: number;
  fillable: boolean;
  pool: Set<string>;
  members: Set<string>;
  left: [human: string, place: string][];
};

const above = (world: OracleWorld, unit: string): string[] => {
  const parent = world.parents[unit] ?? null;
  return parent === null ? [unit] : [unit, ...above(world, parent)];
};
const takesPart = (world: OracleWorld, the: OracleCase, person: string) =>
  world.active[person] === true && !the.requesters.includes(person);

const named = (world: OracleWorld, the: OracleCase, source: OracleSource): string[] => {
  if (source.kind === 'people') return source.people;
  if (source.kind === 'role')
    return world.held
      .filter(({ role, unit }) => role === source.role && above(world, the.unit).includes(unit))
      .map(({ person }) => person);
  if (source.kind === 'manager_of_requester') return the.requesters.flatMap((each) => world.manager[each] ?? []);
  return world.owner === null ? [] : [world.owner];
};

/** The most places distinct humans can take, by trying every choice. */
export function mostPlaces(edges: [human: string, place: string][]): number {
  const [first, ...rest] = edges;
  if (first === undefined) return 0;
  const without = mostPlaces(rest);
  const withIt = 1 + mostPlaces(rest.filter(([human, place]) => human !== first[0] && place !== first[1]));
  return Math.max(without, withIt);
}
const distinct = (edges: [string, string][]) => [...new Map(edges.map((edge) => [edge.join(), edge])).values()];

const mayStandIn = (world: OracleWorld, the: OracleCase, human: string, place: string, at: number) =>
  human === place ||
  world.delegations.some(
    (each) =>
      each.from === place &&
      each.to === human &&
      each.startsAt <= at &&
      at < each.endsAt &&
      (each.ceiling === null || the.total <= each.ceiling),
  );

function judgeGroup(
  world: OracleWorld,
  the: OracleCase,
  rule: OracleRule,
  level: number,
  group: number,
  isEscalated: boolean,
  at: number,
): OracleGroup {
  const key = `${rule.id}/${level}/${group}`;
  const frozen = rule.levels[level - 1]!;
  const { of, k } = frozen.groups[group - 1]!;
  const members = new Set(of.flatMap((each) => named(world, the, each)).filter((each) => takesPart(world, the, each)));
  const everyone = new Set([
    ...members,
    ...the.decisions.filter((each) => each.memberOf.has(key)).map((each) => each.for ?? each.by),
  ]);
  const places = k === 'all' ? Math.max(1, everyone.size) : k;
  const humans = Object.keys(world.active).filter((each) => takesPart(world, the, each));
  const given = (pool: Set<string>) =>
    the.decisions
      .map((each): [string, string, OracleDecision] => [each.by, each.for ?? each.by, each])
      .filter(([, place, each]) => pool.has(place) || each.inGroup.has(key))
      .map(([human, place]): [string, string] => [human, place]);
  const left = (pool: Set<string>) =>
    humans.flatMap((human) =>
      [...pool]
        .filter((place) => mayStandIn(world, the, human, place, at))
        .filter((place) => !the.decisions.some((each) => each.by === human && (each.for ?? each.by) === place))
        .map((place): [string, string] => [human, place]),
    );
  const canFill = (pool: Set<string>) => mostPlaces(distinct([...given(pool), ...left(pool)])) >= places;

  const pool = new Set(members);
  for (const unit of above(world, the.unit)) {
    if (canFill(pool)) break;
    for (const each of world.held)
      if (each.unit === unit && each.role === 'admin' && takesPart(world, the, each.person)) pool.add(each.person);
  }
  if (isEscalated)
    for (const each of named(world, the, frozen.escalateTo)) if (takesPart(world, the, each)) pool.add(each);
  return {
    key,
    open: false,
    done: false,
    places,
    filled: mostPlaces(distinct(given(pool))),
    fillable: canFill(pool),
    pool,
    members,
    left: left(pool),
  };
}

/** Every group as it stands at a moment. Notes in `the.opened` the levels that open now. */
export function judge(world: OracleWorld, the: OracleCase, at: number): OracleGroup[] {
  return the.rules.flatMap((rule) => {
    const opened = (the.opened[rule.id] ??= [at]);
    const escalated = (level: number, when: number) =>
      opened[level - 1] !== undefined && when >= opened[level - 1]! + rule.levels[level - 1]!.hours * 3_600_000;
    const groups = (level: number, when: number) =>
      rule.levels[level - 1]!.groups.map((_, index) =>
        judgeGroup(world, the, rule, level, index + 1, escalated(level, when), at),
      );
    while (opened.length <= rule.levels.length && groups(opened.length, at).every((each) => each.filled >= each.places))
      opened.push(at);
    return rule.levels.flatMap((_, index) =>
      groups(index + 1, opened[index + 1] ?? at).map((each) => ({
        ...each,
        open: index + 1 === opened.length,
        done: index + 1 < opened.length,
      })),
    );
  });
}

/** What this person should hear. `missing` are the capacities that may still give a missing decision. */
export function answerTo(
  world: OracleWorld,
  the: OracleCase,
  groups: OracleGroup[],
  missing: [string, string][],
  asked: { actor: string; for: string | null },
  at: number,
): string {
  if (the.requesters.includes(asked.actor)) return 'own_request';
  const places = Object.keys(world.active)
    .filter((place) => place === asked.actor || takesPart(world, the, place))
    .filter((place) => mayStandIn(world, the, asked.actor, place, at))
    .filter((place) => place === asked.actor || takesPart(world, the, asked.actor))
    .filter((place) => asked.for === null || place === asked.for);
  if (places.some((place) => missing.some(([human, of]) => human === asked.actor && of === place))) return 'yes';
  if (the.decisions.some((each) => each.by === asked.actor && (asked.for === null || each.for === asked.for)))
    return 'already_decided';
  return groups.some((group) => places.some((place) => group.pool.has(place))) ? 'not_your_turn' : 'not_an_approver';
}
