import type { Deps } from '#app/deps.server.ts';
import { askForReview } from '#app/jobs/catalog.ts';
import { enqueueAll } from '#app/jobs/enqueue.server.ts';
import { type RequestDue, listRequestsDue } from '#db/queries/review-requests.server.ts';

const batch = 500;

/** A job for every order whose buyer is to be asked now. One that is due already has its job, and keeps it. */
export async function sweepReviewRequests({ db, now }: Deps): Promise<void> {
  const at = now();
  let after: RequestDue | null = null;
  do {
    const due: RequestDue[] = await listRequestsDue(db, { at, after, limit: batch });
    await enqueueAll(
      db,
      askForReview,
      due.map(({ orderId }) => ({ orderId })),
    );
    after = due.length === batch ? (due.at(-1) ?? null) : null;
  } while (after);
}
