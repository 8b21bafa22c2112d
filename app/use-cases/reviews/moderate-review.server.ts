import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { staffMay } from '#app/domain/access/permissions.ts';
import { type ReviewEvent, type ReviewStatus, moderate } from '#app/domain/catalog/reviews.ts';
import { isLocale, localePath } from '#app/domain/i18n/locales.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { lockReview } from '#db/locks.server.ts';
import { addReviewDecision, changeReview, findReviewAuthor } from '#db/queries/reviews.server.ts';
import { queueEmail } from '../mail/queue-email.server';

export type ModerateReview = {
  actor: StaffActor;
  id: string;
  event: ReviewEvent;
  /** The state whoever decides was shown. */
  seen: ReviewStatus;
  reason: string;
};

/** A review is let be read by everybody, or not; then its writer is told why. Two at once are one decision. */
export async function moderateReview(
  { db, now, settings }: Deps,
  p: ModerateReview,
): Promise<Outcome<ReviewStatus, 'not_found' | 'forbidden' | 'preview_stale' | 'wrong_state' | 'reason_required'>> {
  if (!staffMay(p.actor.staff, 'moderate_reviews')) return refused('forbidden');
  return db.transaction(async (tx) => {
    const review = await lockReview(tx, { id: p.id });
    if (!review) return refused('not_found');
    const done = moderate(review.status, p);
    if (!done.ok) return done;
    const at = now();
    const decisionId = newId(at.getTime());
    const isDeclined = done.value === 'declined';
    const words = isDeclined ? p.reason.trim() : '';
    await changeReview(tx, { id: review.id, set: { status: done.value } });
    await addReviewDecision(tx, {
      ...{ id: decisionId, reviewId: review.id, words, personId: String(p.actor.person), at },
      decision: isDeclined ? 'declined' : 'approved',
    });
    const author = isDeclined ? await findReviewAuthor(tx, { id: review.id }) : null;
    if (author) {
      const locale = isLocale(review.locale) ? review.locale : 'en';
      await queueEmail(tx, {
        key: `review:${review.id}:declined:${decisionId}`,
        template: 'review-declined',
        to: author.email,
        locale,
        at,
        props: {
          name: review.authorName,
          product: wordsIn(author.productTitle, locale),
          reason: words,
          url: settings.origin + localePath(`/products/${author.handle}`, locale),
        },
      });
    }
    return ok(done.value);
  });
}
