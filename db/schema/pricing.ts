import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { priceListKinds, priceListRevisionStatuses, priceTargetKinds } from '#app/domain/pricing/states.ts';
import { companies, units } from './companies';
import { persons } from './identity';
import { currency, id, instant, isOneOf, oneOf, percent, quantity, unitPrice } from './columns';

/** standard (public), segment (groups of buyers) or contract (a company unit, and so the units below).
 *  What prices are made of is copied into each revision at submission; changing the list shapes only the next one. */
export const priceLists = pgTable(
  'price_lists',
  {
    id: id(),
    code: text().notNull().unique('price_lists_code'),
    name: text().notNull(),
    kind: oneOf(priceListKinds).notNull(),
    currency: currency().notNull(),
    companyId: uuid().references(() => companies.id),
    unitId: uuid().references(() => units.id),
    segment: text(),
    priority: integer().notNull().default(100),
    options: text().array().notNull().default([]),
    /** Per cent off monthly parts by months of term: { "12": "10" }. */
    termDiscounts: jsonb().$type<Record<string, string>>().notNull().default({}),
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
  },
  (t) => [
    isOneOf('price_list_kind', t.kind, priceListKinds),
    index('price_lists_of_company').on(t.companyId),
    index('price_lists_of_segment').on(t.segment),
    uniqueIndex('one_standard_list_per_currency')
      .on(t.currency)
      .where(sql`${t.kind} = 'standard'`),
  ],
);

/** Immutable once approved. In force is asked by moment and never stored. */
export const priceListRevisions = pgTable(
  'price_list_revisions',
  {
    id: id(),
    listId: uuid()
      .notNull()
      .references(() => priceLists.id),
    number: integer().notNull(),
    status: oneOf(priceListRevisionStatuses).notNull(),
    startsAt: instant().notNull(),
    endsAt: instant(),
    /** The later of start and approval; set with the approval. */
    effectiveAt: instant(),
    kind: oneOf(priceListKinds).notNull(),
    currency: currency().notNull(),
    companyId: uuid(),
    unitId: uuid(),
    segment: text(),
    priority: integer().notNull().default(100),
    options: text().array().notNull().default([]),
    termDiscounts: jsonb().$type<Record<string, string>>().notNull().default({}),
    createdBy: uuid().references(() => persons.id),
    createdAt: instant().notNull(),
    submittedAt: instant(),
    approvedAt: instant(),
    approvedBy: uuid().references(() => persons.id),
    /** `system_of_record` when a key of that kind sent it. */
    approvedVia: text(),
    /** What its author tells the reviewer. */
    note: text().notNull().default(''),
    /** Raised by every change of a draft and every submission: what a reviewer saw, and what a decision is about. */
    version: integer().notNull().default(1),
  },
  (t) => [
    isOneOf('price_list_revision_status', t.status, priceListRevisionStatuses),
    uniqueIndex('one_revision_per_number').on(t.listId, t.number),
    index('approved_revisions_of_unit')
      .on(t.unitId, t.currency)
      .where(sql`${t.status} = 'approved'`),
    index('approved_revisions_of_segment')
      .on(t.segment, t.currency)
      .where(sql`${t.status} = 'approved'`),
    index('approved_standard_revisions')
      .on(t.currency)
      .where(sql`${t.status} = 'approved' and ${t.kind} = 'standard'`),
  ],
);

/** Everyone who made or changed a revision: none of them approves it. */
export const priceListRevisionMakers = pgTable(
  'price_list_revision_makers',
  {
    revisionId: uuid()
      .notNull()
      .references(() => priceListRevisions.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
  },
  (t) => [primaryKey({ name: 'one_maker_per_person', columns: [t.revisionId, t.personId] })],
);

/** A price or a percentage for a target from a minimum quantity. optionKind/optionCode name a plan or module of the target product. */
export const priceEntries = pgTable(
  'price_entries',
  {
    id: id(),
    revisionId: uuid()
      .notNull()
      .references(() => priceListRevisions.id, { onDelete: 'cascade' }),
    targetKind: oneOf(priceTargetKinds).notNull(),
    /** The id of the variant, product or category; the nil UUID for everything. */
    targetId: uuid().notNull(),
    optionKind: text({ enum: ['none', 'plan', 'module'] })
      .notNull()
      .default('none'),
    optionCode: text().notNull().default(''),
    minQuantity: quantity().notNull(),
    unitPrice: unitPrice(),
    percentOff: percent(),
  },
  (t) => [
    isOneOf('price_target_kind', t.targetKind, priceTargetKinds),
    uniqueIndex('one_entry_per_target_and_minimum').on(
      t.revisionId,
      t.targetId,
      t.targetKind,
      t.optionKind,
      t.optionCode,
      t.minQuantity,
    ),
    index('entries_for_target').on(t.targetId, t.revisionId),
    index('entries_of_revision').on(t.revisionId, t.id),
  ],
);
