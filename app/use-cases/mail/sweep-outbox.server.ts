import type { Deps } from '#app/deps.server.ts';
import { sendEmail } from '#app/jobs/catalog.ts';
import { enqueueAll } from '#app/jobs/enqueue.server.ts';
import {
  listForgottenEmails,
  listStrandedEmails,
  recordEmailSent,
  settleStrandedEmail,
} from '#db/queries/outbox.server.ts';

const batch = 500;
/** After this nobody asks the mail server any more. */
const daysOfDoubt = 3;

/** Looks after mails whose sender died or fell silent. What was surely not handed over waits again; of the others the
 *  mail server is asked by message id, and where it cannot tell they stay unsure and are not sent again. */
export async function sweepOutbox({ db, mailer, now }: Deps): Promise<void> {
  const wall = new Date();
  const unsureSince = new Date(wall.getTime() - daysOfDoubt * 86_400_000);
  for (const mail of await listStrandedEmails(db, { wall, unsureSince, limit: batch })) {
    const found = mail.wasHandedOver ? await mailer.lookUp(mail.messageId) : 'not_taken';
    if (found === 'taken') await recordEmailSent(db, { id: mail.id, sentAt: now() });
    else await settleStrandedEmail(db, { id: mail.id, wall, as: found === 'not_taken' ? 'waiting' : 'unsure' });
  }
  const forgotten = await listForgottenEmails(db, { limit: batch });
  await enqueueAll(
    db,
    sendEmail,
    forgotten.map((emailId) => ({ emailId })),
  );
}
