import type { PersonId } from '../access/ids';
import type { GroupKey } from './frozen-policy';

export const verdicts = ['approved', 'rejected', 'changes_requested'] as const;
export type Verdict = (typeof verdicts)[number];

/** What one human said about one revision. Unique per document, revision, `by` and `for`: a delegate of two people may
 *  decide once for each of them. */
export type Decision = {
  readonly by: PersonId;
  /** The delegator they decided for; null when in their own right. */
  readonly for: PersonId | null;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly revision: number;
  readonly at: Date;
  /** The groups it was given in, so that it goes on counting after the person has left. */
  readonly serves: readonly PlaceServed[];
};

/** `as`: one of those the group names, an admin who was taken in, or someone it was escalated to. */
export type PlaceServed = { readonly group: GroupKey; readonly as: 'member' | 'taken_in' | 'escalated' };

/** Deciding in one's own right (`for` null) or for a delegator. */
export type Capacity = { readonly by: PersonId; readonly for: PersonId | null };

/** Whose place in a group the decision takes. */
export const placeOf = (capacity: Capacity): PersonId => capacity.for ?? capacity.by;
export const isSameCapacity = (a: Capacity, b: Capacity): boolean => a.by === b.by && a.for === b.for;
