import type { PersonId } from '../access/ids';
import { type Money, compareMoney } from '../money/money';
import { type Directory, isActive } from './directory';
import type { DocumentFacts, DocumentKind } from './rules';

/** `to` may decide for `from`, from `startsAt` (inclusive) to `endsAt` (exclusive). It passes on what `from` may do in
 *  their own right and nothing they hold as a delegate themselves. */
export type Delegation = {
  readonly from: PersonId;
  readonly to: PersonId;
  readonly kinds: readonly DocumentKind[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The largest document `total` it reaches, in the company's currency; null = any. */
  readonly ceiling: Money | null;
};

/** Whether it reaches this document now. A ceiling reaches no document without an amount or in another currency. */
export function delegationReaches(delegation: Delegation, document: DocumentFacts, at: Date): boolean {
  if (!delegation.kinds.includes(document.kind)) return false;
  if (at < delegation.startsAt || at >= delegation.endsAt) return false;
  if (delegation.ceiling === null) return true;
  if (document.total === null || document.total.currency !== delegation.ceiling.currency) return false;
  return compareMoney(document.total, delegation.ceiling) <= 0;
}

/** Who may decide for whom on this document now: delegate -> those they stand for, in the order they were given.
 *  Leaves out requesters on either side and everyone inactive. */
export function standInsFor(document: DocumentFacts, directory: Directory, at: Date): StandIns {
  const takesPart = (person: PersonId) => isActive(directory, person) && !document.requesters.includes(person);
  const standIns = new Map<PersonId, PersonId[]>();
  for (const delegation of directory.delegations) {
    const { from, to } = delegation;
    if (from === to || !takesPart(from) || !takesPart(to) || !delegationReaches(delegation, document, at)) continue;
    const before = standIns.get(to) ?? [];
    if (!before.includes(from)) standIns.set(to, [...before, from]);
  }
  return standIns;
}
export type StandIns = ReadonlyMap<PersonId, readonly PersonId[]>;
