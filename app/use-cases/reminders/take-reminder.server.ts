import type { Deps } from '#app/deps.server.ts';
import { endReasons } from '#app/domain/cart/abandonment.ts';
import type { Tx } from '#db/client.server.ts';
import { type Try, type WaitingEmail, closeEmail } from '#db/queries/outbox.server.ts';
import {
  type ReminderOfMail,
  endSeries,
  findReminderOfMail,
  giveBackReminderRight,
  setReminderDue,
} from '#db/queries/reminders.server.ts';
import { type AskedAboutCart, askAboutCart } from './ask-about-cart.server';
import { composeReminder } from './compose-reminder.server';

/** The moment of sending. A reminder is asked about once more, in the transaction that takes the mail in hand, and says
 *  what is true now; one that is not wanted any more is dropped. Undefined for every other mail. */
export async function takeReminder(
  deps: Deps,
  tx: Tx,
  { mail, take }: { mail: WaitingEmail; take: Try },
): Promise<WaitingEmail | null | undefined> {
  const reminder = await findReminderOfMail(tx, { emailId: mail.id });
  if (!reminder) return undefined;
  const at = deps.now();
  const asked = await askAboutCart(tx, { cartId: reminder.cartId, at, without: reminder.id });
  const isWanted = asked?.verdict.act === 'send' && asked.verdict.step === reminder.step;
  if (asked && isWanted) return { ...mail, props: await composeReminder(deps, tx, { asked, reminder, at }) };
  await closeEmail(tx, { ...take, as: 'dropped', error: wordsOf(asked) });
  await letGo(tx, { asked, reminder, at });
  return null;
}

const wordsOf = (asked: AskedAboutCart | null): string =>
  asked?.verdict.act === 'end' ? asked.verdict.reason : (asked?.verdict.act ?? 'cart_closed');

/** What ended, ended; what is only too early is looked at again. */
async function letGo(
  tx: Tx,
  { asked, reminder, at }: { asked: AskedAboutCart | null; reminder: ReminderOfMail; at: Date },
): Promise<void> {
  const verdict = asked?.verdict;
  const ended = verdict?.act === 'end' ? endReasons.find((reason) => reason === verdict.reason) : undefined;
  if (ended) await endSeries(tx, { seriesId: reminder.seriesId, as: ended, at });
  await giveBackReminderRight(tx, { id: reminder.id, seriesId: reminder.seriesId });
  if (verdict?.act === 'end') return setReminderDue(tx, { cartId: reminder.cartId, at: null });
  await setReminderDue(tx, { cartId: reminder.cartId, at: verdict?.act === 'wait' ? verdict.until : at });
}
