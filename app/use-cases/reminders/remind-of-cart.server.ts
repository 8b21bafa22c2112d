import type { Deps } from '#app/deps.server.ts';
import { type EndReason, endReasons, whileUnderWay } from '#app/domain/cart/abandonment.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { addSeries, endSeries, setReminderDue, takeReminderRight } from '#db/queries/reminders.server.ts';
import { queueEmailForLater } from '../mail/queue-email.server';
import { type AskedAboutCart, askAboutCart } from './ask-about-cart.server';

/** Looks at one cart whose moment has come: owes a reminder, waits for the next moment, or lets it be. Any number of
 *  workers may do this at once: one has the locks, the others find the cart looked at. */
export async function remindOfCart({ db, now }: Deps, { cartId }: { cartId: string }): Promise<void> {
  await db.transaction(async (tx) => {
    const at = now();
    const asked = await askAboutCart(tx, { cartId, at });
    if (!asked) return;
    const { verdict, running } = asked;
    switch (verdict.act) {
      case 'wait':
        return setReminderDue(tx, { cartId, at: verdict.until });
      case 'end':
        if (running && isEndReason(verdict.reason))
          await endSeries(tx, { seriesId: running.id, as: verdict.reason, at });
        return setReminderDue(tx, { cartId, at: null });
      case 'hold_out':
        await begin(tx, asked, { at, isHeldOut: true });
        return setReminderDue(tx, { cartId, at: null });
      case 'send': {
        const seriesId =
          running && !verdict.startsSeries ? running.id : await begin(tx, asked, { at, isHeldOut: false });
        await owe(tx, asked, { seriesId, step: verdict.step, at });
        return setReminderDue(tx, { cartId, at: whileUnderWay(at) });
      }
    }
  });
}

const isEndReason = (reason: string): reason is EndReason => (endReasons as readonly string[]).includes(reason);

/** A new series; one that ran before, about the same cart, is over. */
async function begin(tx: Tx, asked: AskedAboutCart, p: { at: Date; isHeldOut: boolean }): Promise<string> {
  const { cart, contact, running } = asked;
  if (!contact) throw new Error(`cart ${cart.id} has nobody to write to`);
  if (running) await endSeries(tx, { seriesId: running.id, as: 'completed', at: p.at });
  const id = newId();
  await addSeries(tx, {
    id,
    cartId: cart.id,
    contactId: contact.id,
    companyId: cart.companyId,
    market: cart.market,
    currency: cart.currency,
    locale: cart.locale,
    isHeldOut: p.isHeldOut,
    startedAt: p.at,
    ...(p.isHeldOut && { ended: 'held_out' as const, endedAt: p.at }),
  });
  return id;
}

/** The right is a row, the mail another, both in this transaction. What the mail says is read when it leaves. */
async function owe(
  tx: Tx,
  { cart, contact }: AskedAboutCart,
  p: { seriesId: string; step: 1 | 2 | 3; at: Date },
): Promise<void> {
  if (!contact) throw new Error(`cart ${cart.id} has nobody to write to`);
  const reminderId = newId();
  const emailId = newId();
  await queueEmailForLater(tx, {
    id: emailId,
    key: `reminder:${reminderId}`,
    template: 'cart-reminder',
    to: contact.address,
    locale: cart.locale,
    at: p.at,
  });
  const isTaken = await takeReminderRight(tx, { ...p, id: reminderId, cartId: cart.id, emailId });
  if (!isTaken) throw new Error(`step ${p.step} of series ${p.seriesId} was taken under its own lock`);
}
