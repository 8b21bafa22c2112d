import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { quoteStatuses } from '#app/domain/quotes/lifecycle.ts';
import { carts, type LineConfiguration } from './carts';
import { variants } from './catalog';
import { companies, units } from './companies';
import { type PostalAddress, persons } from './identity';
import { currency, id, instant, isOneOf, minorUnits, oneOf, percent, quantity, unitPrice } from './columns';

/** What both sides may know of a quote stands here, apart from `version`, `holderId`, `passedOn` and `answerDueAt`. */
export const quotes = pgTable(
  'quotes',
  {
    id: id(),
    number: text().notNull().unique('quotes_number'),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    status: oneOf(quoteStatuses).notNull(),
    currency: currency().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => persons.id),
    /** The member it is for; the same as `createdBy` unless a rep asked on their behalf. */
    buyerId: uuid()
      .notNull()
      .references(() => persons.id),
    /** The company's own name for it. */
    reference: text().notNull().default(''),
    notes: text().notNull().default(''),
    /** What is not in the catalog, in the buyer's words. */
    wishes: text().notNull().default(''),
    shipTo: jsonb().$type<PostalAddress>(),
    cartId: uuid().references(() => carts.id),
    /** The newest version written; sellers only, for it may wait for a manager. */
    version: integer().notNull().default(0),
    /** The newest version the buyer was given, and until when it stands. */
    offeredVersion: integer(),
    validUntil: instant(),
    /** When both sides are reminded that it runs out. */
    remindAt: instant(),
    /** The rep who has to answer; null = everyone whose portfolio it is in, or the managers once all have had it. */
    holderId: uuid().references(() => persons.id),
    passedOn: uuid().array().notNull().default([]),
    /** When an unanswered request goes on to the next rep. */
    answerDueAt: instant(),
    requestedAt: instant(),
    firstOfferedAt: instant(),
    acceptedVersion: integer(),
    acceptedLines: integer().array(),
    acceptedBy: uuid().references(() => persons.id),
    /** The first, or the only one. */
    purchaseOrderId: uuid(),
    /** Of an accepted template: how many orders, and before when. */
    templateTimes: integer(),
    templateUntil: instant(),
    closedReason: text().notNull().default(''),
    closedAt: instant(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    isOneOf('quote_status', t.status, quoteStatuses),
    index('quotes_of_company').on(t.companyId, t.createdAt, t.id),
    index('quotes_by_created').on(t.createdAt, t.id),
    uniqueIndex('one_open_quote_per_cart')
      .on(t.cartId)
      .where(sql`${t.status} not in ('accepted', 'declined', 'expired', 'withdrawn', 'rejected')`),
    index('quotes_to_answer')
      .on(t.answerDueAt)
      .where(sql`${t.status} = 'requested'`),
    index('quotes_running_out')
      .on(t.validUntil)
      .where(sql`${t.status} = 'offered'`),
    index('quotes_to_remind_of')
      .on(t.remindAt)
      .where(sql`${t.status} = 'offered'`),
  ],
);

/** What the buyer asked for. */
export const quoteLines = pgTable(
  'quote_lines',
  {
    quoteId: uuid()
      .notNull()
      .references(() => quotes.id),
    /** 1-based and stable. */
    line: integer().notNull(),
    variantId: uuid()
      .notNull()
      .references(() => variants.id),
    sku: text().notNull(),
    title: text().notNull(),
    quantity: quantity().notNull(),
    configuration: jsonb().$type<LineConfiguration>().notNull().default({}),
    targetPrice: unitPrice(),
    /** A calendar day, 2027-02-01. */
    wantedOn: text(),
    note: text().notNull().default(''),
  },
  (t) => [primaryKey({ name: 'one_quote_line_per_number', columns: [t.quoteId, t.line] })],
);

/** An offer as it was written; its row and its lines never change (by trigger), but for when it reached the buyer. */
export const quoteVersions = pgTable(
  'quote_versions',
  {
    quoteId: uuid()
      .notNull()
      .references(() => quotes.id),
    version: integer().notNull(),
    madeBy: uuid()
      .notNull()
      .references(() => persons.id),
    via: text().notNull(),
    terms: text().notNull(),
    validUntil: instant().notNull(),
    partAcceptance: boolean().notNull(),
    /** A template for repeat orders: how many, and before when; null = it is ordered once. */
    templateTimes: integer(),
    templateUntil: instant(),
    message: text().notNull().default(''),
    shippingMethod: text().notNull(),
    totalMinor: minorUnits().notNull(),
    freightMinor: minorUnits().notNull(),
    freightTaxMinor: minorUnits().notNull(),
    taxMinor: minorUnits().notNull(),
    payableMinor: minorUnits().notNull(),
    createdAt: instant().notNull(),
    /** When the buyer got it; null = never, and then no query of theirs finds it. */
    releasedAt: instant(),
  },
  (t) => [
    primaryKey({ name: 'one_quote_version_per_number', columns: [t.quoteId, t.version] }),
    check('a_whole_template_or_none', sql`(${t.templateTimes} is null) = (${t.templateUntil} is null)`),
  ],
);

/** What was ordered of an accepted quote, turn by turn. */
export const quoteOrders = pgTable(
  'quote_orders',
  {
    quoteId: uuid()
      .notNull()
      .references(() => quotes.id),
    /** 1 is the acceptance. */
    turn: integer().notNull(),
    purchaseOrderId: uuid().notNull().unique('one_turn_per_purchase_order'),
    orderedBy: uuid()
      .notNull()
      .references(() => persons.id),
    /** The company's rules asked nobody: it became an order at once. */
    isOrderedAtOnce: boolean().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ name: 'one_order_per_turn', columns: [t.quoteId, t.turn] })],
);

export const quoteVersionLines = pgTable(
  'quote_version_lines',
  {
    quoteId: uuid().notNull(),
    version: integer().notNull(),
    line: integer().notNull(),
    variantId: uuid()
      .notNull()
      .references(() => variants.id),
    sku: text().notNull(),
    title: text().notNull(),
    quantity: quantity().notNull(),
    configuration: jsonb().$type<LineConfiguration>().notNull().default({}),
    /** Of one unit of the variant; plan and modules come on top. */
    unitPrice: unitPrice().notNull(),
    lineTotalMinor: minorUnits().notNull(),
    taxMinor: minorUnits().notNull(),
    taxRatePercent: percent().notNull(),
    taxClass: text().notNull(),
  },
  (t) => [primaryKey({ name: 'one_version_line_per_number', columns: [t.quoteId, t.version, t.line] })],
);

/** Sellers only: what each line of a version costs and was measured against. No query for buyers names this table. */
export const quoteLineFacts = pgTable(
  'quote_line_facts',
  {
    quoteId: uuid().notNull(),
    version: integer().notNull(),
    line: integer().notNull(),
    unitCost: unitPrice(),
    /** What the buyer would have paid that day without the quote. */
    todayPrice: unitPrice(),
    publicPrice: unitPrice(),
    discountPercent: unitPrice(),
    marginPercent: unitPrice(),
    isBeyondLimit: boolean().notNull(),
  },
  (t) => [primaryKey({ name: 'one_fact_per_version_line', columns: [t.quoteId, t.version, t.line] })],
);

/** What the buyer would pay instead; each answers one version. */
export const quoteCounters = pgTable(
  'quote_counters',
  {
    quoteId: uuid()
      .notNull()
      .references(() => quotes.id),
    version: integer().notNull(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    via: text().notNull(),
    message: text().notNull().default(''),
    lines: jsonb()
      .$type<{ line: number; quantity: string; unitPrice: string; wantedOn: string | null; note: string }[]>()
      .notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ name: 'one_counter_per_version', columns: [t.quoteId, t.version] })],
);

/** Seen by both sides. */
export const quoteComments = pgTable(
  'quote_comments',
  {
    id: id(),
    quoteId: uuid()
      .notNull()
      .references(() => quotes.id),
    /** Null = on the whole quote. */
    line: integer(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    side: text({ enum: ['buyer', 'seller'] }).notNull(),
    body: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('comments_of_quote').on(t.quoteId, t.at)],
);

/** Sellers only: what they tell each other. No query for buyers names this table. */
export const quoteInternalNotes = pgTable(
  'quote_internal_notes',
  {
    id: id(),
    quoteId: uuid()
      .notNull()
      .references(() => quotes.id),
    line: integer(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    body: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('internal_notes_of_quote').on(t.quoteId, t.at)],
);
