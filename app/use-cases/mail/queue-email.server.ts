import type { Tx } from '#db/client.server.ts';
import { addEmail } from '#db/queries/outbox.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { sendEmail } from '#app/jobs/catalog.ts';
import { type EmailName, type EmailProps, emailProps } from '#app/jobs/emails.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';

export type EmailToQueue<N extends EmailName> = {
  /** Names the mail once and for ever, as in `order:<id>:confirmation`: a second of the same key is not sent. */
  key: string;
  template: N;
  to: string;
  locale: string;
  props: EmailProps<N>;
  at: Date;
};

/** A mail that says what is true when it leaves: only to whom and which is known now. */
export async function queueEmailForLater(
  tx: Tx,
  mail: { id: string; key: string; template: EmailName; to: string; locale: string; at: Date },
): Promise<void> {
  const { id, key, template, locale } = mail;
  await addEmail(tx, { id, key, template, recipient: mail.to, locale, props: {}, createdAt: mail.at });
  await enqueue(tx, sendEmail, { emailId: id });
}

/** Writes a mail in the transaction that owes it; the worker sends it once that has committed. False if it was owed before. */
export async function queueEmail<N extends EmailName>(tx: Tx, mail: EmailToQueue<N>): Promise<boolean> {
  const emailId = newId();
  const props = emailProps[mail.template].parse(mail.props) as Record<string, unknown>;
  const added = await addEmail(tx, {
    id: emailId,
    key: mail.key,
    template: mail.template,
    recipient: mail.to,
    locale: mail.locale,
    props,
    createdAt: mail.at,
  });
  if (added) await enqueue(tx, sendEmail, { emailId });
  return added;
}
