import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Handover } from './mailer.server';

export type SmtpServer = {
  options: ConstructorParameters<typeof SMTPConnection>[0];
  auth: { user: string; pass: string } | null;
  patienceMs: number;
};

type SmtpError = Error & { code?: string; command?: string; responseCode?: number };
/** How far the conversation came: nothing of the message said, some of it, or all of it and its end. */
export type Progress = 'before' | 'message' | 'ended';

export function smtpServerOf(url: string, patienceMs: number): SmtpServer {
  const { auth, ...options } = parseConnectionUrl(url) as {
    auth?: { user: string; pass: string };
  } & SmtpServer['options'];
  const wait = { connectionTimeout: patienceMs / 2, greetingTimeout: patienceMs / 2, socketTimeout: patienceMs / 2 };
  return { options: { ...options, ...wait, logger: false }, auth: auth ?? null, patienceMs };
}

/** What a conversation that broke off tells about the message (RFC 5321 §4.2, §6.1). Until the line that ends a message
 *  has left us no server can have taken it; after that only its answer tells. */
export function handoverAfter(error: SmtpError, progress: Progress): Handover {
  const { message, responseCode = 0, command = '', code = '' } = error;
  if (responseCode >= 500 && code !== 'EAUTH') {
    if (command.startsWith('RCPT')) return { outcome: 'refused', error: message, isBounce: true };
    if (command.startsWith('DATA') || progress !== 'before')
      return { outcome: 'refused', error: message, isBounce: false };
  }
  if (responseCode > 0 || progress !== 'ended') return { outcome: 'not_taken', error: message };
  return { outcome: 'unsure', error: message };
}

/** One message over one connection, as far as it goes. */
export async function speakSmtp(
  { options, auth, patienceMs }: SmtpServer,
  p: { from: string; to: string; body: Buffer; beforeHandover: () => Promise<boolean> },
): Promise<Handover> {
  const connection = new SMTPConnection(options);
  let progress: Progress = 'before';
  async function* message() {
    progress = 'message';
    yield p.body;
    if (!(await p.beforeHandover())) throw new Error('held back: somebody else has it in hand');
    progress = 'ended';
  }
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the mail server took too long')), patienceMs);
      connection.on('error', reject);
      const talk = () =>
        connection.send({ from: p.from, to: [p.to] }, Readable.from(message()), (error) =>
          error ? reject(error) : resolve(),
        );
      connection.connect((refusal) => {
        if (refusal) reject(refusal);
        else if (auth) connection.login({ credentials: auth }, (error) => (error ? reject(error) : talk()));
        else talk();
      });
    });
    connection.quit();
    return { outcome: 'taken' };
  } catch (error) {
    connection.close();
    return handoverAfter(error as SmtpError, progress);
  } finally {
    clearTimeout(timer);
  }
}
