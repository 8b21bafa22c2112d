import type { Deps } from '#app/deps.server.ts';
import { oweEvents } from '#db/queries/webhooks.server.ts';
import { deliverWebhook } from '../catalog';
import { enqueueAll } from '../enqueue.server';

const atOnce = 500;

/** Turns what happened into what is owed to whom, and queues it, in one transaction a batch. */
export async function handle({ db, now }: Deps): Promise<void> {
  for (;;) {
    const owed = await db.transaction(async (tx) => {
      const { told, deliveries } = await oweEvents(tx, { at: now(), limit: atOnce });
      await enqueueAll(
        tx,
        deliverWebhook,
        deliveries.map(({ id }) => ({ deliveryId: id })),
      );
      return told;
    });
    if (owed < atOnce) return;
  }
}
