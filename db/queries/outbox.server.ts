import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { outboxEmails } from '#db/schema/jobs.ts';

export type NewEmail = {
  id: string;
  key: string;
  template: string;
  recipient: string;
  locale: string;
  props: Record<string, unknown>;
  createdAt: Date;
};

/** False when a mail of that key was written before: it is not written twice. */
export async function addEmail(tx: Tx, p: NewEmail): Promise<boolean> {
  const added = await tx
    .insert(outboxEmails)
    .values({ ...p, status: 'waiting' })
    .onConflictDoNothing({ target: outboxEmails.key })
    .returning({ id: outboxEmails.id });
  return added.length > 0;
}

export type WaitingEmail = {
  id: string;
  template: string;
  recipient: string;
  locale: string;
  props: Record<string, unknown>;
};

/** Takes the right to send: null unless the mail was waiting. One taker wins. */
export async function takeEmail(db: DbOrTx, p: { id: string; messageId: string }): Promise<WaitingEmail | null> {
  const [taken] = await db
    .update(outboxEmails)
    .set({ status: 'sending', messageId: p.messageId, attempts: sql`${outboxEmails.attempts} + 1` })
    .where(and(eq(outboxEmails.id, p.id), eq(outboxEmails.status, 'waiting')))
    .returning({
      id: outboxEmails.id,
      template: outboxEmails.template,
      recipient: outboxEmails.recipient,
      locale: outboxEmails.locale,
      props: outboxEmails.props,
    });
  return taken ?? null;
}

export type SentEmail = {
  id: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  messageId: string;
  sentAt: Date;
};

export async function recordEmailSent(db: DbOrTx, { id, ...sent }: SentEmail): Promise<void> {
  await db
    .update(outboxEmails)
    .set({ ...sent, status: 'sent', lastError: null })
    .where(eq(outboxEmails.id, id));
}

/** The server surely did not take it: it waits for the next try. */
export async function returnEmail(db: DbOrTx, p: { id: string; error: string }): Promise<void> {
  await db
    .update(outboxEmails)
    .set({ status: 'waiting', lastError: p.error })
    .where(and(eq(outboxEmails.id, p.id), eq(outboxEmails.status, 'sending')));
}

/** Not sent again: handed over with no word back (unsure), or refused for good (failed). */
export async function closeEmail(
  db: DbOrTx,
  p: { id: string; as: 'unsure' | 'failed' | 'dropped'; error: string },
): Promise<void> {
  await db
    .update(outboxEmails)
    .set({ status: p.as, lastError: p.error })
    .where(and(eq(outboxEmails.id, p.id), inArray(outboxEmails.status, ['waiting', 'sending'])));
}

export type OutboxEntry = {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  sentAt: Date;
};

/** Mails that left, newest first. */
export async function listSentEmails(db: DbOrTx, p: { to: string | null; limit: number }): Promise<OutboxEntry[]> {
  const rows = await db
    .select({
      id: outboxEmails.id,
      to: outboxEmails.recipient,
      subject: outboxEmails.subject,
      html: outboxEmails.html,
      text: outboxEmails.text,
      headers: outboxEmails.headers,
      sentAt: outboxEmails.sentAt,
    })
    .from(outboxEmails)
    .where(and(eq(outboxEmails.status, 'sent'), p.to ? eq(outboxEmails.recipient, p.to) : undefined))
    .orderBy(desc(outboxEmails.sequence))
    .limit(p.limit);
  return rows.map((row) => ({
    id: row.id,
    to: row.to,
    subject: row.subject ?? '',
    html: row.html ?? '',
    text: row.text ?? '',
    headers: row.headers ?? {},
    sentAt: row.sentAt ?? new Date(0),
  }));
}
