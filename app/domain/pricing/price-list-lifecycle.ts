import { holdsMoment, revisionInForce } from './revision-in-force';

/** The states of a revision. What becomes of an approved one is a matter of the moment and never stored. */
export const revisionStatuses = ['draft', 'submitted', 'in_review', 'approved', 'returned', 'withdrawn'] as const;
export type RevisionStatus = (typeof revisionStatuses)[number];
export type RevisionEvent = 'submit' | 'start_review' | 'approve' | 'return' | 'withdraw';

const transitions = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { start_review: 'in_review', approve: 'approved', return: 'returned', withdraw: 'withdrawn' },
  in_review: { approve: 'approved', return: 'returned', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  approved: {},
  withdrawn: {},
} as const satisfies Record<RevisionStatus, Partial<Record<RevisionEvent, RevisionStatus>>>;

/** Null when the event does not happen in this state. */
export function nextRevisionStatus(from: RevisionStatus, event: RevisionEvent): RevisionStatus | null {
  const row: Partial<Record<RevisionEvent, RevisionStatus>> = transitions[from];
  return row[event] ?? null;
}

/** Only a draft or a returned revision may be changed: an approved one never changes, a submitted one is being read. */
export const mayEditRevision = (status: RevisionStatus): boolean => status === 'draft' || status === 'returned';

/** How long before its submission a revision may start. */
export const backdatingToleranceMinutes = 5;

/** A start more than five minutes before submission is refused, also from a system of record. */
export const isBackdated = (startsAt: Date, submittedAt: Date): boolean =>
  startsAt.getTime() < submittedAt.getTime() - backdatingToleranceMinutes * 60_000;

/** The instant a revision takes effect: the later of its start and its approval. Stored, and compared everywhere. */
export const effectiveFrom = (startsAt: Date, approvedAt: Date): Date =>
  startsAt.getTime() < approvedAt.getTime() ? approvedAt : startsAt;

export const revisionPhases = ['scheduled', 'active', 'superseded', 'ended'] as const;
export type RevisionPhase = (typeof revisionPhases)[number];
type Approved = { readonly number: number; readonly effectiveAt: Date; readonly endsAt: Date | null };

/** What an approved revision is at a moment, among all approved revisions of its list. */
export function revisionPhase(revision: Approved, ofList: readonly Approved[], at: Date): RevisionPhase {
  if (revision.endsAt !== null && revision.endsAt.getTime() <= at.getTime()) return 'ended';
  if (!holdsMoment(revision, at)) return 'scheduled';
  return revisionInForce(ofList, at)?.number === revision.number ? 'active' : 'superseded';
}
