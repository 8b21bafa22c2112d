import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { endReasons } from '#app/domain/cart/abandonment.ts';
import { carts } from './carts';
import { companies } from './companies';
import { currency, id, instant, isOneOf, oneOf } from './columns';

const consents = ['notice', 'opt_in', 'none'] as const;
const suppressions = ['unsubscribed', 'bounced', 'complained'] as const;

/** An address and whether it may be written to: whoever sends to it, or is told never to again, locks this row. */
export const contacts = pgTable(
  'contacts',
  {
    id: id(),
    /** Trimmed and lower case. */
    address: text().notNull().unique('one_contact_per_address'),
    consent: oneOf(consents),
    suppression: oneOf(suppressions),
    suppressedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [isOneOf('contact_consent', t.consent, consents), isOneOf('contact_suppression', t.suppression, suppressions)],
);

/** Every yes and no of a contact, with where it was said; only added to. */
export const contactChoices = pgTable(
  'contact_choices',
  {
    id: id(),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id),
    choice: text({ enum: [...consents, ...suppressions, 'subscribed'] }).notNull(),
    market: text(),
    /** Through what: checkout, sign_in, one_click, page, mail_server, provider. */
    source: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('choices_of_contact').on(t.contactId, t.at)],
);

/** A cart left behind and the reminders about it; also of those held out, who get none and are only counted. */
export const reminderSeries = pgTable(
  'reminder_series',
  {
    id: id(),
    cartId: uuid()
      .notNull()
      .references(() => carts.id),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id),
    companyId: uuid().references(() => companies.id),
    market: text().notNull(),
    currency: currency().notNull(),
    locale: text().notNull(),
    isHeldOut: boolean().notNull(),
    startedAt: instant().notNull(),
    ended: oneOf(endReasons),
    endedAt: instant(),
  },
  (t) => [
    isOneOf('series_ended', t.ended, endReasons),
    uniqueIndex('one_running_series_per_cart')
      .on(t.cartId)
      .where(sql`${t.ended} is null`),
    index('series_of_cart').on(t.cartId, t.startedAt),
    index('series_of_contact').on(t.contactId, t.startedAt),
    index('series_by_start').on(t.startedAt),
  ],
);

/** The right to send one reminder: whoever writes the row has it. */
export const reminders = pgTable(
  'reminders',
  {
    id: id(),
    cartId: uuid()
      .notNull()
      .references(() => carts.id),
    seriesId: uuid()
      .notNull()
      .references(() => reminderSeries.id),
    step: integer().notNull(),
    /** The mail in the outbox. */
    emailId: uuid().notNull().unique('one_reminder_per_mail'),
    takenAt: instant().notNull(),
    clickedAt: instant(),
  },
  (t) => [
    uniqueIndex('one_reminder_per_step').on(t.cartId, t.seriesId, t.step),
    index('reminders_of_series').on(t.seriesId),
    index('reminders_by_taking').on(t.takenAt),
  ],
);
