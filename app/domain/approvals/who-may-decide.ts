import type { PersonId } from '../access/ids';
import { type Outcome, ok, refused } from '../outcome';
import { type Capacity, isSameCapacity, placeOf } from './decisions';
import { hasExpired } from './deadlines';
import { standInsFor } from './delegation';
import { type ApprovalCase, type Progress, approvalProgress } from './progress';

export const approvalRefusals = [
  'not_pending',
  'stale_revision',
  'own_request',
  'already_decided',
  'not_your_turn',
  'not_an_approver',
] as const;
export type ApprovalRefusal = (typeof approvalRefusals)[number];

export type DecisionAsked = {
  /** Whether the document is awaiting approval; `blocked` and `closed` ones take no decision. */
  readonly state: 'awaiting_approval' | 'blocked' | 'closed';
  readonly actor: PersonId;
  /** The delegator they name; left out or null, their own right comes first and then their delegators in order. */
  readonly for?: PersonId | null;
  /** The revision they saw. */
  readonly revision: number;
  readonly at: Date;
};

/** Whether this person may approve, reject or send back this revision now, and in which capacity. The same answer draws
 *  the page, guards the write and fills the API. */
export function mayDecide(
  approval: ApprovalCase,
  asked: DecisionAsked,
  progress: Progress = approvalProgress(approval, asked.at),
): Outcome<Capacity, ApprovalRefusal> {
  const { actor, at } = asked;
  if (asked.state === 'closed') return refused('not_pending');
  if (asked.revision !== approval.revision) return refused('stale_revision');
  if (approval.document.requesters.includes(actor)) return refused('own_request');
  if (asked.state === 'blocked' || progress.state !== 'awaiting_approval' || hasExpired(progress, at))
    return refused('not_pending');

  const capacities = capacitiesOf(approval, asked);
  const missing = progress.waitingFor.flatMap(({ capacities: candidates }) => candidates);
  const capacity = capacities.find((each) => missing.some((candidate) => isSameCapacity(candidate, each)));
  if (capacity) return ok(capacity);

  const decided = approval.decisions.filter(({ revision, by }) => revision === approval.revision && by === actor);
  const isNamed = asked.for !== undefined && asked.for !== null;
  if (decided.some((decision) => !isNamed || decision.for === asked.for)) return refused('already_decided');
  const groups = progress.rules.flatMap(({ levels }) => levels.flatMap((level) => level.groups));
  if (capacities.some((each) => groups.some(({ pool }) => pool.has(placeOf(each))))) return refused('not_your_turn');
  return refused('not_an_approver');
}

/** In their own right first, then for each delegator; only the one they name, if they name one. */
function capacitiesOf({ document, directory }: ApprovalCase, asked: DecisionAsked): readonly Capacity[] {
  const delegated = (standInsFor(document, directory, asked.at).get(asked.actor) ?? []).map((delegator) => ({
    by: asked.actor,
    for: delegator,
  }));
  if (asked.for === undefined || asked.for === null || asked.for === asked.actor)
    return [{ by: asked.actor, for: null }, ...delegated];
  return delegated.filter((capacity) => capacity.for === asked.for);
}
