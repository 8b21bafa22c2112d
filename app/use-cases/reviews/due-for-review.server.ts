import type { Tx } from '#db/client.server.ts';
import type { Order } from '#db/queries/orders.server.ts';
import { postponeRequest } from '#db/queries/review-requests.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';

const day = 24 * 60 * 60_000;

/** A parcel left: its buyer is asked so many days after the last one. */
export async function dueForReview(tx: Tx, { order, at }: { order: Order; at: Date }): Promise<void> {
  if (order.companyId !== null) return;
  const { document: rules } = await readSettings(tx, { kind: 'reviews' });
  if (rules.askAfterDays === null) return;
  await postponeRequest(tx, { orderId: order.id, dueAt: new Date(at.getTime() + rules.askAfterDays * day) });
}
