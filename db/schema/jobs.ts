import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { id, instant } from './columns';

/** The shop's clock is wall time plus this offset; one row, only forward. */
export const shopClock = pgTable('shop_clock', { id: integer().primaryKey(), offsetSeconds: integer().notNull() });

/** A mail is a row written in the transaction that owes it; the worker sends it. */
export const outboxEmails = pgTable(
  'outbox_emails',
  {
    id: id(),
    /** Names the mail once and for ever: the same key is never written twice. */
    key: text().notNull().unique('one_mail_per_key'),
    template: text().notNull(),
    recipient: text().notNull(),
    locale: text().notNull(),
    props: jsonb().$type<Record<string, unknown>>().notNull(),
    status: text({ enum: ['waiting', 'sending', 'sent', 'unsure', 'failed', 'dropped'] }).notNull(),
    subject: text(),
    html: text(),
    text: text(),
    headers: jsonb().$type<Record<string, string>>(),
    messageId: text(),
    /** Which try has it in hand, and until when on the wall's clock; after that another may take it. */
    takenBy: uuid(),
    takenUntil: instant(),
    /** Noted before the first byte of the message goes to the mail server: until then it surely has nothing. Wall time. */
    handedOverAt: instant(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    /** Orders the outbox page: many mails share a millisecond of the shop's clock. */
    sequence: integer().generatedAlwaysAsIdentity(),
  },
  (t) => [
    index('outbox_by_recipient').on(sql`lower(${t.recipient})`, t.sequence),
    index('outbox_newest').on(t.sequence),
    index('outbox_waiting')
      .on(t.createdAt)
      .where(sql`${t.status} in ('waiting', 'sending')`),
    index('outbox_unsure')
      .on(t.createdAt)
      .where(sql`${t.status} = 'unsure'`),
  ],
);

/** What happened, once, in words: what webhooks, funnels and history read. */
export const events = pgTable(
  'events',
  {
    id: id(),
    type: text().notNull(),
    subjectId: uuid().notNull(),
    companyId: uuid(),
    personId: uuid(),
    via: text().notNull().default(''),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    at: instant().notNull(),
    /** Whether the endpoints that want to hear of it were written down. */
    isTold: boolean().notNull().default(false),
  },
  (t) => [
    index('events_to_tell')
      .on(t.id)
      .where(sql`not ${t.isTold}`),
    index('events_of_subject').on(t.subjectId, t.at),
    index('events_by_type').on(t.type, t.at),
  ],
);
