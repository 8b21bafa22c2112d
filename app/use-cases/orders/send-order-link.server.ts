import type { Deps } from '#app/deps.server.ts';
import type { Order } from '#db/queries/orders.server.ts';
import { queueOrderLink } from './order-mails.server';

/** The way to the order goes to its own e-mail once more, and to no other. */
export async function sendOrderLink(deps: Deps, { order }: { order: Order }): Promise<void> {
  await deps.db.transaction((tx) => queueOrderLink(deps, tx, { order }));
}
