import type { Deps } from '#app/deps.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { products, reviewDecisions, reviews } from '#db/schema/catalog.ts';
import { staffActor } from './actors.server';
import { reviews as published, waitingReviews } from './demo/catalog/reviews';
import { reviewKey } from './past-orders.server';

const day = 24 * 60 * 60 * 1000;

/** What buyers of the demo wrote, each about an order of theirs; some wait to be read. */
export async function seedReviews(deps: Deps, orderOf: ReadonlyMap<string, string>): Promise<void> {
  const { db } = deps;
  const rows = await db.select({ id: products.id, handle: products.handle }).from(products);
  const idOf = new Map(rows.map(({ id, handle }) => [handle, id]));
  const admin = await staffActor(deps, 'admin@tradepost.example');
  const ago = (days: number) => new Date(deps.now().getTime() - days * day);
  const made = [...published, ...waitingReviews].map((review) => {
    const createdAt = ago(review.days_ago);
    const isWaiting = waitingReviews.includes(review);
    const { stars, title, body, answer = '' } = review;
    return {
      ...{ id: newId(createdAt.getTime()), productId: idOf.get(review.product) ?? '', createdAt },
      ...{ authorName: review.by, stars, title, body, locale: review.language, answer },
      orderId: orderOf.get(reviewKey(review.product, review.by)) ?? null,
      answeredAt: answer ? ago(review.days_ago - 1) : null,
      status: isWaiting ? ('waiting' as const) : ('published' as const),
    };
  });
  await db.insert(reviews).values(made);
  const decided = made.filter(({ status }) => status === 'published');
  await db.insert(reviewDecisions).values(
    decided.flatMap(({ id, createdAt, answeredAt, answer }) => {
      const by = { reviewId: id, personId: String(admin.person) };
      const approvedAt = new Date(createdAt.getTime() + day / 4);
      return [
        { ...by, id: newId(approvedAt.getTime()), decision: 'approved' as const, at: approvedAt },
        ...(answeredAt
          ? [{ ...by, id: newId(answeredAt.getTime()), decision: 'answered' as const, words: answer, at: answeredAt }]
          : []),
      ];
    }),
  );
}
