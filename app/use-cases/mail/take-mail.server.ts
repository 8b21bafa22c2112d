import type { Deps } from '#app/deps.server.ts';
import type { Tx } from '#db/client.server.ts';
import type { Try, WaitingEmail } from '#db/queries/outbox.server.ts';
import { takeReminder } from '../reminders/take-reminder.server';
import { takeReviewRequest } from '../reviews/take-review-request.server';

/** By template, who says what is true now. They answer undefined about a mail they know nothing of, such as a test. */
const askedAgain: Readonly<Partial<Record<string, typeof takeReminder>>> = {
  'cart-reminder': takeReminder,
  'review-request': takeReviewRequest,
};

/** Takes a mail in hand. One that says what is true when it leaves is asked about once more, in this transaction; null
 *  when it is not wanted any more, or was taken before. */
export async function takeMail(
  deps: Deps,
  take: Try,
  takeFromOutbox: (tx: Tx) => Promise<WaitingEmail | null>,
): Promise<WaitingEmail | null> {
  return deps.db.transaction(async (tx) => {
    const mail = await takeFromOutbox(tx);
    if (!mail) return null;
    const ask = askedAgain[mail.template];
    const asked = ask && (await ask(deps, tx, { mail, take }));
    return asked === undefined ? mail : asked;
  });
}
