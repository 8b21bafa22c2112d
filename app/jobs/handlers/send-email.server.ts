import type { Deps } from '#app/deps.server.ts';
import { renderEmail } from '../render-email.server';
import { closeEmail, recordEmailSent, returnEmail, takeEmail } from '#db/queries/outbox.server.ts';

/** Sends at most once. Killed between handing over and recording, the mail stays `sending` and is not sent again:
 *  its message id tells whether the server has it. */
export async function handle(deps: Deps, { emailId }: { emailId: string }): Promise<void> {
  const { db, mailer, settings } = deps;
  const messageId = `<${emailId}@${new URL(settings.origin).hostname}>`;
  const mail = await takeEmail(db, { id: emailId, messageId });
  if (!mail) return;

  const rendered = await renderEmail(mail);
  const headers = { ...rendered.headers, 'X-Tradepost-Mail': mail.template };
  const handover = await mailer.send({ to: mail.recipient, messageId, ...rendered, headers });
  if (handover.outcome === 'taken') {
    await recordEmailSent(db, { id: emailId, messageId, ...rendered, headers, sentAt: deps.now() });
    return;
  }
  if (handover.outcome === 'not_taken') {
    await returnEmail(db, { id: emailId, error: handover.error });
    throw new Error(`mail ${emailId} was not taken: ${handover.error}`);
  }
  await closeEmail(db, {
    id: emailId,
    as: handover.outcome === 'refused' ? 'failed' : 'unsure',
    error: handover.error,
  });
}
