import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { staffMay } from '#app/domain/access/permissions.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { lockReview } from '#db/locks.server.ts';
import { addReviewDecision, changeReview } from '#db/queries/reviews.server.ts';

/** The store's word under a review; an empty one takes it away. The same one again changes nothing. */
export async function answerReview(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { actor: StaffActor; id: string; answer: string },
): Promise<Outcome<null, 'not_found' | 'forbidden'>> {
  if (!staffMay(p.actor.staff, 'moderate_reviews')) return refused('forbidden');
  const answer = p.answer.trim();
  return db.transaction(async (tx) => {
    const review = await lockReview(tx, { id: p.id });
    if (!review) return refused('not_found');
    if (review.answer === answer) return ok(null);
    const at = now();
    await changeReview(tx, { id: review.id, set: { answer, answeredAt: answer === '' ? null : at } });
    await addReviewDecision(tx, {
      ...{ id: newId(at.getTime()), reviewId: review.id, decision: 'answered', words: answer, at },
      personId: String(p.actor.person),
    });
    return ok(null);
  });
}
