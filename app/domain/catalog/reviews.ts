import { type Outcome, ok, refused } from '../outcome';

/** Only what is published is shown, and counts in the stars. */
export const reviewStatuses = ['waiting', 'published', 'declined'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export const reviewDecisionKinds = ['approved', 'declined', 'answered'] as const;

export type ReviewEvent = 'approve' | 'decline';

const transitions = {
  waiting: { approve: 'published', decline: 'declined' },
  published: { decline: 'declined' },
  declined: { approve: 'published' },
} satisfies Record<ReviewStatus, Partial<Record<ReviewEvent, ReviewStatus>>>;

/** Null when the event is not lawful in that state. */
export function nextReviewStatus(from: ReviewStatus, event: ReviewEvent): ReviewStatus | null {
  const lawful: Partial<Record<ReviewEvent, ReviewStatus>> = transitions[from];
  return lawful[event] ?? null;
}

/** What becomes of a review. Whoever decides says which state they saw: somebody who was faster is not overruled by
 *  accident. Nothing is declined without a word to its writer. */
export function moderate(
  is: ReviewStatus,
  { event, seen, reason }: { readonly event: ReviewEvent; readonly seen: ReviewStatus; readonly reason: string },
): Outcome<ReviewStatus, 'preview_stale' | 'wrong_state' | 'reason_required'> {
  if (is !== seen) return refused('preview_stale');
  const next = nextReviewStatus(is, event);
  if (!next) return refused('wrong_state');
  if (event === 'decline' && reason.trim() === '') return refused('reason_required');
  return ok(next);
}

/** The name proposed to be shown: the first one and the initial of the last, "Marta L." */
export function shownName(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/u);
  const last = others.at(-1);
  return last ? `${first} ${[...last][0]?.toUpperCase() ?? ''}.` : first;
}
