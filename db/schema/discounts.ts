import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, percent } from './columns';
import { persons } from './identity';
import { orders } from './orders';
import { contacts } from './reminders';

type ByCurrency = Record<string, string>;

/** Codes of consumer orders: the store's own, and those a reminder carries to one address. */
export const discountCodes = pgTable(
  'discount_codes',
  {
    id: id(),
    /** As it is told; found however it is typed. */
    code: text().notNull(),
    codeKey: text().notNull().unique('one_discount_per_code'),
    /** Either a percentage or a sum by currency, before tax. */
    percentOff: percent(),
    amountOff: jsonb().$type<ByCurrency>(),
    startsAt: instant(),
    expiresAt: instant(),
    isEnded: boolean().notNull().default(false),
    /** Null = any number of orders. */
    mostUses: integer(),
    mostUsesPerPerson: integer(),
    /** What the goods must be worth before tax, by currency. */
    minimum: jsonb().$type<ByCurrency>().notNull().default({}),
    /** Handles; none = everything that takes promotions. */
    products: text().array().notNull().default([]),
    isForFirstOrder: boolean().notNull().default(false),
    /** Whose it is: nobody else's order takes it. Null = everybody's. */
    contactId: uuid().references(() => contacts.id),
    reminderId: uuid().unique('one_code_per_reminder'),
    createdBy: uuid().references(() => persons.id, { onDelete: 'set null' }),
    createdAt: instant().notNull(),
  },
  (t) => [index('codes_of_contact').on(t.contactId, t.createdAt), index('codes_by_created').on(t.createdAt, t.id)],
);

/** An order that took a code, from the moment its payment begins; an order that lapses gives it back. */
export const discountUses = pgTable(
  'discount_uses',
  {
    orderId: uuid()
      .primaryKey()
      .references(() => orders.id),
    codeId: uuid()
      .notNull()
      .references(() => discountCodes.id),
    /** Lower case. */
    email: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('uses_of_code').on(t.codeId, t.email)],
);
