import type { PersonId, UnitId } from '../access/ids';
import { theStore } from '../access/roles';
import { unitAndAbove } from '../access/unit-tree';
import { type Capacity, type Decision, type PlaceServed, isSameCapacity, placeOf } from './decisions';
import type { StandIns } from './delegation';
import { type Directory, holdersIn, holdersInOrAbove, homeOfRole, isActive } from './directory';
import type { FrozenLevel, GroupKey } from './frozen-policy';
import { filledPlaces } from './places';
import type { ApproverSource, DocumentFacts, Group } from './rules';

/** How one group stands now. */
export type GroupStanding = {
  readonly key: GroupKey;
  /** Places in all: k, or everyone of an `all` group. Never lowered when people are left out. */
  readonly places: number;
  /** Places still empty. */
  readonly missing: number;
  readonly canBeFilled: boolean;
  /** Everyone in the group, and as what. Requesters and inactive people never are. */
  readonly pool: ReadonlyMap<PersonId, PlaceServed['as']>;
  /** Who may still give a missing decision, and in which capacity; empty once the group is filled. */
  readonly candidates: readonly Capacity[];
};

export type GroupQuestion = {
  readonly key: GroupKey;
  readonly group: Group;
  readonly ruleUnit: UnitId;
  readonly escalateTo: FrozenLevel['escalateTo'];
  readonly isEscalated: boolean;
  readonly document: DocumentFacts;
  readonly directory: Directory;
  readonly standIns: StandIns;
  /** Approvals of this revision, by anyone but its requesters. */
  readonly approvals: readonly Decision[];
};

/** Who is in the group, what is missing, and who may give it.
 *  1. The people its sources name, less requesters and the inactive.
 *  2. While they cannot fill it: the admins of the unit, then of the unit above, and so on.
 *  3. After the deadline: those it escalates to, beside all of them. */
export function groupStanding(question: GroupQuestion): GroupStanding {
  const { key, group, document, directory, approvals } = question;
  const home = question.ruleUnit === theStore ? theStore : document.unit;
  const takesPart = (person: PersonId) => isActive(directory, person) && !document.requesters.includes(person);
  const pool = new Map<PersonId, PlaceServed['as']>();
  const join = (people: readonly PersonId[], as: PlaceServed['as']) => {
    for (const person of people) if (takesPart(person) && !pool.has(person)) pool.set(person, as);
  };

  for (const source of group.of) join(peopleOf(source, question), 'member');
  const places = group.k === 'all' ? placesOfAll(pool.keys(), approvals, key) : group.k;

  for (const unit of unitAndAbove(directory.units, home)) {
    if (couldFill(places, pool, question)) break;
    join(holdersIn(directory, unit, 'admin'), 'taken_in');
  }
  if (question.isEscalated) join(peopleOf(question.escalateTo, question), 'escalated');

  const given = approvals.filter((approval) => countsIn(approval, key, pool));
  const missing = Math.max(0, places - filledPlaces(given).count());
  const canBeFilled = couldFill(places, pool, question);
  return {
    key,
    places,
    missing,
    canBeFilled,
    pool,
    candidates: missing > 0 && canBeFilled ? missingDecisions(given, capacitiesLeft(pool, question)) : [],
  };
}

/** Everyone of the group must; whoever did and has left since is counted with them, and with nobody there one of the
 *  admins taken in must. */
function placesOfAll(members: Iterable<PersonId>, approvals: readonly Decision[], key: GroupKey): number {
  const everyone = new Set(members);
  for (const approval of approvals)
    if (approval.serves.some(({ group, as }) => group === key && as === 'member')) everyone.add(placeOf(approval));
  return Math.max(1, everyone.size);
}

/** One decision serves every group its person belongs to now, and every group it was given in. */
const countsIn = (approval: Decision, key: GroupKey, pool: ReadonlyMap<PersonId, unknown>): boolean =>
  pool.has(placeOf(approval)) || approval.serves.some(({ group }) => group === key);

/** Whether the decisions given, with all that may still be given, would fill the group. Giving one of them never
 *  changes the answer, so no decision can block a document. */
function couldFill(places: number, pool: GroupStanding['pool'], question: GroupQuestion): boolean {
  const { approvals, key } = question;
  const filled = filledPlaces(approvals.filter((approval) => countsIn(approval, key, pool)));
  for (const capacity of capacitiesLeft(pool, question)) {
    if (filled.count() >= places) return true;
    filled.add(capacity);
  }
  return filled.count() >= places;
}

/** The decisions that each fill one more place. When two people only do so together (a delegate took the delegator's
 *  place and is in the group as well), those who do, own rights first. */
function missingDecisions(given: readonly Capacity[], left: readonly Capacity[]): readonly Capacity[] {
  const filled = filledPlaces(given);
  const alone = left.filter((capacity) => filled.wouldFillOneMore(capacity));
  if (alone.length > 0) return alone;
  const fillsMore = (capacities: readonly Capacity[]) =>
    filledPlaces([...given, ...capacities]).count() > filled.count();
  return [...left].reverse().reduce<readonly Capacity[]>((together, capacity) => {
    const fewer = together.filter((each) => each !== capacity);
    return fillsMore(fewer) ? fewer : together;
  }, left);
}

/** What may still be said: in their own right first, then for delegators. A delegate does not pass on: they stand in for
 *  people of the group only. */
function capacitiesLeft(
  pool: ReadonlyMap<PersonId, unknown>,
  { standIns, approvals }: GroupQuestion,
): readonly Capacity[] {
  const own = [...pool.keys()].map((by) => ({ by, for: null }));
  const delegated = [...standIns].flatMap(([by, delegators]) =>
    delegators.filter((delegator) => pool.has(delegator)).map((delegator) => ({ by, for: delegator })),
  );
  return [...own, ...delegated].filter((capacity) => !approvals.some((given) => isSameCapacity(given, capacity)));
}

function peopleOf(source: ApproverSource, { document, directory, ruleUnit }: GroupQuestion): readonly PersonId[] {
  switch (source.kind) {
    case 'people':
      return source.people;
    case 'role':
      return holdersInOrAbove(directory, homeOfRole(source.role, ruleUnit, document.unit), source.role);
    case 'manager_of_requester':
      return document.requesters.flatMap((requester) => directory.people.get(requester)?.manager ?? []);
    case 'cost_centre_owner': {
      const owner = document.costCentre === null ? undefined : directory.costCentreOwners.get(document.costCentre);
      return owner === undefined ? [] : [owner];
    }
  }
}
