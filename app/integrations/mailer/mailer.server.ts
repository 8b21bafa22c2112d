import MailComposer from 'nodemailer/lib/mail-composer';
import { isEmail } from '#app/domain/identity/email-address.ts';
import { type SmtpServer, smtpServerOf, speakSmtp } from './speak-smtp.server';

export type OutgoingMail = {
  to: string;
  subject: string;
  html: string;
  text: string;
  messageId: string;
  headers: Record<string, string>;
};

/** taken: the server said yes. not_taken: it surely has nothing (try again). refused: it will not have this message
 *  (`isBounce`: nor any other to this address). unsure: no word came back after the whole message had been handed over. */
export type Handover =
  | { outcome: 'taken' }
  | { outcome: 'not_taken' | 'unsure'; error: string }
  | { outcome: 'refused'; error: string; isBounce: boolean };

export type Mailer = {
  /** `beforeHandover` is awaited before the server can have the whole message; when it answers false the message is
   *  held back and surely not taken. */
  send: (mail: OutgoingMail, beforeHandover: () => Promise<boolean>) => Promise<Handover>;
  /** Whether the server has a message; `unknown` where it cannot be asked. */
  lookUp: (messageId: string) => Promise<'taken' | 'not_taken' | 'unknown'>;
  /** No hand-over takes longer. */
  patienceMs: number;
};

/** Without a mail server a mail is only kept: the outbox page shows it. What was not recorded was never anywhere. */
export const outboxMailer: Mailer = {
  send: async (_mail, beforeHandover) =>
    (await beforeHandover()) ? { outcome: 'taken' } : { outcome: 'not_taken', error: 'held back' },
  lookUp: () => Promise.resolve('not_taken'),
  patienceMs: 30_000,
};

export type SmtpSettings = {
  url: string;
  from: string;
  /** Asked with `{message_id}` filled in: 200 = the server has it, 404 = it has not. Null: it cannot be asked. */
  lookUpUrl: string | null;
  patienceMs?: number;
};

export function smtpMailer({ url, from, lookUpUrl, patienceMs = 60_000 }: SmtpSettings): Mailer {
  const server: SmtpServer = smtpServerOf(url, patienceMs);
  return {
    patienceMs,
    async send(mail, beforeHandover) {
      if (!isEmail(mail.to)) return { outcome: 'refused', error: 'this is no address', isBounce: true };
      const message = new MailComposer({
        from,
        to: { name: '', address: mail.to },
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        messageId: mail.messageId,
        headers: Object.fromEntries(
          Object.entries(mail.headers).map(([name, value]) => [name, { prepared: true, value }]),
        ),
        disableFileAccess: true,
        disableUrlAccess: true,
      }).compile();
      const sender = message.getEnvelope().from;
      if (!sender) throw new Error('MAIL_FROM names no address');
      return speakSmtp(server, { from: sender, to: mail.to, body: await message.build(), beforeHandover });
    },
    lookUp: (messageId) => (lookUpUrl ? askForMessage(lookUpUrl, messageId) : Promise.resolve('unknown')),
  };
}

async function askForMessage(lookUpUrl: string, messageId: string): Promise<'taken' | 'not_taken' | 'unknown'> {
  try {
    const bare = messageId.replace(/^<|>$/g, '');
    const answer = await fetch(lookUpUrl.replace('{message_id}', encodeURIComponent(bare)), {
      signal: AbortSignal.timeout(10_000),
    });
    await answer.body?.cancel();
    return answer.ok ? 'taken' : answer.status === 404 ? 'not_taken' : 'unknown';
  } catch {
    return 'unknown';
  }
}
