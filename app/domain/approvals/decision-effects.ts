import { type Outcome, ok, refused } from '../outcome';
import { type Decision, type PlaceServed, type Verdict, placeOf } from './decisions';
import { type ApprovalCase, type Progress, approvalProgress } from './progress';
import { type ApprovalRefusal, type DecisionAsked, mayDecide } from './who-may-decide';

export type DecisionRefusal = ApprovalRefusal | 'reason_required';

export type DecisionGiven = {
  /** To be stored as it is. */
  readonly decision: Decision;
  /** How the document stands with it. */
  readonly progress: Progress;
  /** What becomes of the document: one rejection ends it, changes requested sends it back, the last approval approves
   *  it; `awaiting_approval` while others must still decide. `blocked` cannot come of a decision. */
  readonly outcome: 'approved' | 'rejected' | 'changes_requested' | 'awaiting_approval' | 'blocked';
};

/** Takes one decision, or says why not. A rejection and a request for changes need their reason. */
export function decide(
  approval: ApprovalCase,
  asked: DecisionAsked & { readonly verdict: Verdict; readonly reason?: string | null },
): Outcome<DecisionGiven, DecisionRefusal> {
  const before = approvalProgress(approval, asked.at);
  const allowed = mayDecide(approval, asked, before);
  if (!allowed.ok) return allowed;
  const reason = asked.reason?.trim() || null;
  if (asked.verdict !== 'approved' && reason === null) return refused('reason_required');

  const decision: Decision = {
    ...allowed.value,
    verdict: asked.verdict,
    reason,
    revision: approval.revision,
    at: asked.at,
    serves: placesServed(before, placeOf(allowed.value)),
  };
  const progress = approvalProgress(
    { ...approval, openings: before.openings, decisions: [...approval.decisions, decision] },
    asked.at,
  );
  return ok({ decision, progress, outcome: asked.verdict === 'approved' ? progress.state : asked.verdict });
}

/** One decision serves every group its person belongs to, in later levels too. */
const placesServed = ({ rules }: Progress, person: Decision['by']): readonly PlaceServed[] =>
  rules
    .flatMap(({ levels }) => levels.filter(({ state }) => state !== 'done').flatMap(({ groups }) => groups))
    .flatMap(({ key, pool }) => {
      const as = pool.get(person);
      return as === undefined ? [] : [{ group: key, as }];
    });
