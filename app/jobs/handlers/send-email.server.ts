import type { Deps } from '#app/deps.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { suppressAddress } from '#app/use-cases/reminders/suppress-address.server.ts';
import { takeMail } from '#app/use-cases/mail/take-mail.server.ts';
import { closeEmail, noteHandover, recordEmailSent, returnEmail, takeEmail } from '#db/queries/outbox.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';
import { renderEmail } from '../render-email.server';

/** A server that has no use for a message is asked again this often, in case it did not mean it. */
const patienceWithRefusals = 3;

/** Sends at most once. A try that surely came to nothing is made again; one that ended without a word after the whole
 *  message was handed over is not, unless the server tells that it has nothing: docs/decisions/0018. */
export async function handle(deps: Deps, { emailId: id }: { emailId: string }): Promise<void> {
  const { db, mailer, settings } = deps;
  const attempt = newId();
  const messageId = `<${id}@${new URL(settings.origin).hostname}>`;
  const wall = new Date();
  const until = new Date(wall.getTime() + 2 * mailer.patienceMs);
  const take = { id, attempt, messageId, wall, until };
  const mail = await takeMail(deps, take, (tx) => takeEmail(tx, take));
  if (!mail) return;

  const { document: words } = await readSettings(db, { kind: 'mails' });
  const { subject, html, text, ...rendered } = await renderEmail(mail, words);
  const content = { subject, html, text, headers: { ...rendered.headers, 'X-Tradepost-Mail': mail.template } };
  const handover = await mailer.send({ to: mail.recipient, messageId, ...content }, () =>
    noteHandover(db, { id, attempt, wall: new Date(), content }),
  );
  switch (handover.outcome) {
    case 'taken':
      return recordEmailSent(db, { id, sentAt: deps.now() });
    case 'unsure':
      return closeEmail(db, { id, attempt, as: 'unsure', error: handover.error });
    case 'refused':
      if (handover.isBounce) {
        await suppressAddress(deps, { address: mail.recipient, as: 'bounced', source: 'mail_server' });
        return closeEmail(db, { id, attempt, as: 'failed', error: handover.error });
      }
      if (mail.attempts >= patienceWithRefusals)
        return closeEmail(db, { id, attempt, as: 'failed', error: handover.error });
  }
  await returnEmail(db, { id, attempt, error: handover.error });
  throw new Error(`mail ${id} was not taken: ${handover.error}`);
}
