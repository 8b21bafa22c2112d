import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import { cartStatuses } from '#app/domain/cart/states.ts';
import { companies, units } from './companies';
import { persons } from './identity';
import { variants } from './catalog';
import { currency, id, instant, isOneOf, minorUnits, oneOf, quantity, unitPrice } from './columns';

export type { LineConfiguration };

/** Belongs to a visitor (its id is in a signed cookie), a consumer, or a member buying for a unit. */
export const carts = pgTable(
  'carts',
  {
    id: id(),
    status: oneOf(cartStatuses).notNull(),
    personId: uuid().references(() => persons.id),
    companyId: uuid().references(() => companies.id),
    unitId: uuid().references(() => units.id),
    market: text().notNull(),
    currency: currency().notNull(),
    locale: text().notNull(),
    /** Known as soon as it is typed at checkout, or by sign-in. */
    email: text(),
    emailConsent: text(),
    /** Where a parcel would go, as far as it is known: what shipping and tax are estimated for. */
    country: text(),
    postalCode: text(),
    region: text(),
    shippingMethod: text(),
    /** The code the buyer typed; whether it holds is asked each time. */
    discountCode: text(),
    /** Raised by every change: the optimistic lock of the cart. */
    version: integer().notNull().default(1),
    /** The order this cart became: it answers with it for ever. */
    orderId: uuid(),
    lastActivityAt: instant().notNull(),
    /** When the reminders look at it next; null = not before it is touched again. */
    reminderDueAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    isOneOf('cart_status', t.status, cartStatuses),
    uniqueIndex('one_open_cart_per_buyer')
      .on(t.personId, sql`coalesce(${t.unitId}, '00000000-0000-0000-0000-000000000000')`)
      .where(sql`${t.status} = 'open' and ${t.personId} is not null`),
    index('open_carts_by_activity')
      .on(t.lastActivityAt)
      .where(sql`${t.status} = 'open'`),
    index('carts_by_email').on(sql`lower(${t.email})`),
    index('carts_to_remind_of')
      .on(t.reminderDueAt, t.id)
      .where(sql`${t.reminderDueAt} is not null`),
  ],
);

export const cartLines = pgTable(
  'cart_lines',
  {
    id: id(),
    cartId: uuid()
      .notNull()
      .references(() => carts.id, { onDelete: 'cascade' }),
    /** 1-based and stable in its cart. */
    line: integer().notNull(),
    variantId: uuid()
      .notNull()
      .references(() => variants.id),
    quantity: quantity().notNull(),
    configuration: jsonb().$type<LineConfiguration>().notNull().default({}),
    /** What the buyer saw last, so that a change is pointed out and never silent. */
    seenUnitPrice: unitPrice(),
    seenLineTotalMinor: minorUnits(),
    addedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('one_cart_line_per_number').on(t.cartId, t.line)],
);
