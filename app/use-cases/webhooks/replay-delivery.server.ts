import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { deliverWebhook } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import { replayDelivery as replayRow } from '#db/queries/webhooks.server.ts';

/** Sends an event to an endpoint again, delivered before or not. */
export async function replayDelivery(
  { db }: Deps,
  input: { id: string; companyId: string | null },
): Promise<Outcome<null, 'not_found'>> {
  return db.transaction(async (tx) => {
    if (!(await replayRow(tx, input))) return refused('not_found');
    await enqueue(tx, deliverWebhook, { deliveryId: input.id });
    return ok(null);
  });
}
