import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { type Reviewer, addReview, findOrderToReview } from '#db/queries/reviews.server.ts';

export type WriteReview = {
  productId: string;
  by: Reviewer;
  authorName: string;
  stars: number;
  title: string;
  body: string;
  locale: string;
};

/** A review by somebody who bought the product here, once. It waits to be read before anybody else sees it. */
export async function writeReview({ db, now }: Deps, input: WriteReview): Promise<Outcome<null, 'not_yours'>> {
  const { by, ...review } = input;
  return db.transaction(async (tx) => {
    const bought = await findOrderToReview(tx, { productId: input.productId, by });
    if (!bought) return refused('not_yours');
    const isNew = await addReview(tx, { ...review, ...bought, id: newId(), status: 'waiting', createdAt: now() });
    return isNew ? ok(null) : refused('not_yours');
  });
}
