import nodemailer from 'nodemailer';

export type OutgoingMail = {
  to: string;
  subject: string;
  html: string;
  text: string;
  messageId: string;
  headers: Record<string, string>;
};

/** taken: the server said yes. not_taken: it surely has nothing (try again). refused: it never will. unsure: no word came
 *  back after the message had been handed over. */
export type Handover = { outcome: 'taken' } | { outcome: 'not_taken' | 'refused' | 'unsure'; error: string };

export type Mailer = { send: (mail: OutgoingMail) => Promise<Handover>; close: () => void };

/** Without a mail server a mail is only kept: the outbox page shows it. */
export const outboxMailer: Mailer = { send: () => Promise.resolve({ outcome: 'taken' }), close: () => {} };

type SmtpError = Error & { code?: string; command?: string; responseCode?: number };

/** What an SMTP conversation that broke off tells about the message (RFC 5321 §4.2, §6.1). */
export function handoverAfter(error: SmtpError): Handover {
  const words = error.message;
  const { responseCode, command, code } = error;
  if (responseCode && responseCode >= 500 && !['EAUTH'].includes(code ?? ''))
    return { outcome: 'refused', error: words };
  if (responseCode) return { outcome: 'not_taken', error: words };
  const neverHandedOver = ['CONN', 'EHLO', 'HELO', 'STARTTLS', 'AUTH', 'MAIL FROM', 'RCPT TO'];
  if (code === 'EDNS' || code === 'EAUTH' || code === 'ETLS') return { outcome: 'not_taken', error: words };
  if (command && neverHandedOver.some((step) => command.startsWith(step)))
    return { outcome: 'not_taken', error: words };
  return { outcome: 'unsure', error: words };
}

export function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport({ url, pool: true, maxConnections: 4, socketTimeout: 20_000 });
  return {
    async send(mail) {
      try {
        await transport.sendMail({
          from,
          to: mail.to,
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          messageId: mail.messageId,
          headers: Object.fromEntries(
            Object.entries(mail.headers).map(([name, value]) => [name, { prepared: true, value }]),
          ),
        });
        return { outcome: 'taken' };
      } catch (error) {
        return handoverAfter(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}
