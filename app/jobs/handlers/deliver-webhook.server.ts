import type { Deps } from '#app/deps.server.ts';
import { sendWebhook } from '#app/integrations/webhooks/send-webhook.server.ts';
import { findDeliveryToSend, recordAttempt } from '#db/queries/webhooks.server.ts';

/** Tells one endpoint of one event; throws when it did not listen, so that the queue tries again, later each time. The
 *  message carries the event's id, by which a receiver knows one it had. */
export async function handle({ db, now }: Deps, { deliveryId }: { deliveryId: string }): Promise<void> {
  const delivery = await findDeliveryToSend(db, { id: deliveryId });
  if (!delivery) return;
  const { event, url, secret } = delivery;
  const body = JSON.stringify({
    type: event.type,
    timestamp: event.at.toISOString(),
    data: { id: event.subjectId, ...event.data },
  });
  const reply = await sendWebhook({ url, secret, id: event.id, body });
  await recordAttempt(db, { id: deliveryId, at: now(), ...reply });
  if (!reply.isDelivered) throw new Error(`the endpoint answered ${reply.status ?? reply.error}`);
}
