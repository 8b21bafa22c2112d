import type { Deps } from '#app/deps.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { setRequest } from '#db/queries/review-requests.server.ts';
import { queueEmailForLater } from '../mail/queue-email.server';
import { askAboutOrder } from './ask-about-order.server';

/** Looks at one order whose moment has come: owes its buyer the one mail, waits, or lets it be. Any number of workers
 *  may do this at once: one has the locks, the others find the order looked at. */
export async function askForReview({ db, now }: Deps, { orderId }: { orderId: string }): Promise<void> {
  await db.transaction(async (tx) => {
    const at = now();
    const asked = await askAboutOrder(tx, { orderId, at });
    if (!asked || asked.dueAt === null || asked.emailId !== null) return;
    const { verdict, order, contact } = asked;
    switch (verdict.act) {
      case 'wait':
        return setRequest(tx, { orderId, dueAt: verdict.until, emailId: null, ended: null });
      case 'end':
        return setRequest(tx, { orderId, dueAt: null, emailId: null, ended: verdict.reason });
      case 'send': {
        const emailId = newId();
        await queueEmailForLater(tx, {
          id: emailId,
          key: `order:${orderId}:review:${emailId}`,
          template: 'review-request',
          to: contact.address,
          locale: order.locale,
          at,
        });
        return setRequest(tx, { orderId, dueAt: null, emailId, ended: null });
      }
    }
  });
}
