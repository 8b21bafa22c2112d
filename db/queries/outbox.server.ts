import { and, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
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

/** The mails about an order to whom it was sent to, the oldest first. */
export async function listMailsOfOrder(
  db: DbOrTx,
  p: { recipient: string; number: string; limit: number },
): Promise<{ id: string; template: string; subject: string | null; status: string; createdAt: Date }[]> {
  const { id, template, subject, status, createdAt } = outboxEmails;
  return db
    .select({ id, template, subject, status, createdAt })
    .from(outboxEmails)
    .where(
      and(
        sql`lower(${outboxEmails.recipient}) = lower(${p.recipient})`,
        sql`${outboxEmails.props}->>'number' = ${p.number}`,
      ),
    )
    .orderBy(outboxEmails.sequence)
    .limit(p.limit);
}

export type WaitingEmail = {
  id: string;
  template: string;
  recipient: string;
  locale: string;
  props: Record<string, unknown>;
  /** This try counted. */
  attempts: number;
};

/** One try at sending: `attempt` names it, `until` is when another may take over, on the wall's clock. */
export type Try = { id: string; attempt: string; messageId: string; wall: Date; until: Date };

/** Takes the right to send: null unless the mail was waiting, or whoever had it in hand died before handing it over. */
export async function takeEmail(db: DbOrTx, p: Try): Promise<WaitingEmail | null> {
  const [taken] = await db
    .update(outboxEmails)
    .set({
      status: 'sending',
      messageId: p.messageId,
      takenBy: p.attempt,
      takenUntil: p.until,
      handedOverAt: null,
      attempts: sql`${outboxEmails.attempts} + 1`,
    })
    .where(
      and(
        eq(outboxEmails.id, p.id),
        or(
          eq(outboxEmails.status, 'waiting'),
          and(
            eq(outboxEmails.status, 'sending'),
            lt(outboxEmails.takenUntil, p.wall),
            isNull(outboxEmails.handedOverAt),
          ),
        ),
      ),
    )
    .returning({
      id: outboxEmails.id,
      template: outboxEmails.template,
      recipient: outboxEmails.recipient,
      locale: outboxEmails.locale,
      props: outboxEmails.props,
      attempts: outboxEmails.attempts,
    });
  return taken ?? null;
}

export type MailContent = { subject: string; html: string; text: string; headers: Record<string, string> };

const inHand = (p: { id: string; attempt: string }) =>
  and(eq(outboxEmails.id, p.id), eq(outboxEmails.status, 'sending'), eq(outboxEmails.takenBy, p.attempt));

/** Noted before the mail server can have the message, with what it says. False when another has it in hand by now. */
export async function noteHandover(
  db: DbOrTx,
  p: { id: string; attempt: string; wall: Date; content: MailContent },
): Promise<boolean> {
  const noted = await db
    .update(outboxEmails)
    .set({ ...p.content, handedOverAt: p.wall })
    .where(inHand(p))
    .returning({ id: outboxEmails.id });
  return noted.length > 0;
}

/** Also of a mail whose outcome was unsure, once the server has told. */
export async function recordEmailSent(db: DbOrTx, p: { id: string; sentAt: Date }): Promise<void> {
  await db
    .update(outboxEmails)
    .set({ status: 'sent', sentAt: p.sentAt, lastError: null, takenBy: null, takenUntil: null })
    .where(and(eq(outboxEmails.id, p.id), inArray(outboxEmails.status, ['sending', 'unsure'])));
}

/** The server surely did not take it: it waits for the next try. */
export async function returnEmail(db: DbOrTx, p: { id: string; attempt: string; error: string }): Promise<void> {
  await db
    .update(outboxEmails)
    .set({ status: 'waiting', lastError: p.error, takenBy: null, takenUntil: null, handedOverAt: null })
    .where(inHand(p));
}

/** Not sent again: handed over with no word back (unsure), refused for good (failed), or not wanted any more (dropped). */
export async function closeEmail(
  db: DbOrTx,
  p: { id: string; attempt: string; as: 'unsure' | 'failed' | 'dropped'; error: string },
): Promise<void> {
  await db
    .update(outboxEmails)
    .set({ status: p.as, lastError: p.error, takenBy: null, takenUntil: null })
    .where(inHand(p));
}

export type StrandedEmail = { id: string; messageId: string; wasHandedOver: boolean };

/** Mails whose sender died with them in hand, and young ones whose outcome is unsure. */
export async function listStrandedEmails(
  db: DbOrTx,
  p: { wall: Date; unsureSince: Date; limit: number },
): Promise<StrandedEmail[]> {
  const rows = await db
    .select({ id: outboxEmails.id, messageId: outboxEmails.messageId, handedOverAt: outboxEmails.handedOverAt })
    .from(outboxEmails)
    .where(
      or(
        and(eq(outboxEmails.status, 'sending'), lt(outboxEmails.takenUntil, p.wall)),
        and(eq(outboxEmails.status, 'unsure'), gt(outboxEmails.handedOverAt, p.unsureSince)),
      ),
    )
    .limit(p.limit);
  return rows.map(({ id, messageId, handedOverAt }) => ({
    id,
    messageId: messageId ?? '',
    wasHandedOver: handedOverAt !== null,
  }));
}

/** What became of a stranded mail. Changes nothing when its sender, or another, was heard of since. */
export async function settleStrandedEmail(
  db: DbOrTx,
  p: { id: string; wall: Date; as: 'waiting' | 'unsure' },
): Promise<void> {
  await db
    .update(outboxEmails)
    .set({ status: p.as, takenBy: null, takenUntil: null, ...(p.as === 'waiting' && { handedOverAt: null }) })
    .where(
      and(
        eq(outboxEmails.id, p.id),
        or(
          and(eq(outboxEmails.status, 'sending'), lt(outboxEmails.takenUntil, p.wall)),
          eq(outboxEmails.status, 'unsure'),
        ),
      ),
    );
}

/** Mails that wait though no job is going to send them: its tries are used up, or it died with its worker. */
export async function listForgottenEmails(db: DbOrTx, p: { limit: number }): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select e.id from ${outboxEmails} e
    where e.status = 'waiting' and not exists (
      select 1 from graphile_worker._private_jobs j
      where j.key = 'email:' || e.id and j.attempts < j.max_attempts and j.locked_at is null)
    order by e.created_at limit ${p.limit}`);
  return rows.map(({ id }) => id);
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

const entryColumns = {
  id: outboxEmails.id,
  to: outboxEmails.recipient,
  subject: outboxEmails.subject,
  html: outboxEmails.html,
  text: outboxEmails.text,
  headers: outboxEmails.headers,
  sentAt: outboxEmails.sentAt,
};

/** Mails that left, newest first. */
export async function listSentEmails(db: DbOrTx, p: { to: string | null; limit: number }): Promise<OutboxEntry[]> {
  const rows = await db
    .select(entryColumns)
    .from(outboxEmails)
    .where(
      and(
        eq(outboxEmails.status, 'sent'),
        p.to ? eq(sql`lower(${outboxEmails.recipient})`, p.to.toLowerCase()) : undefined,
      ),
    )
    .orderBy(desc(outboxEmails.sequence))
    .limit(p.limit);
  return rows.map(entryOf);
}

type SentRow = Pick<typeof outboxEmails.$inferSelect, 'id' | 'subject' | 'html' | 'text' | 'headers' | 'sentAt'>;
function entryOf(row: SentRow & { to: string }): OutboxEntry {
  return {
    id: row.id,
    to: row.to,
    subject: row.subject ?? '',
    html: row.html ?? '',
    text: row.text ?? '',
    headers: row.headers ?? {},
    sentAt: row.sentAt ?? new Date(0),
  };
}

/** One mail that left; null when there is none of that id. */
export async function findSentEmail(db: DbOrTx, p: { id: string }): Promise<OutboxEntry | null> {
  const [row] = await db
    .select(entryColumns)
    .from(outboxEmails)
    .where(and(eq(outboxEmails.status, 'sent'), eq(outboxEmails.id, p.id)));
  return row ? entryOf(row) : null;
}
