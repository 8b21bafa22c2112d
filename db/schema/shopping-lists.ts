import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import { variants } from './catalog';
import { companies, units } from './companies';
import { id, instant, quantity } from './columns';
import { persons } from './identity';

/** What somebody orders again and again: of one person, or shared by a unit. */
export const shoppingLists = pgTable(
  'shopping_lists',
  {
    id: id(),
    name: text().notNull(),
    /** Whose it is alone; null = everybody's of the unit. */
    ownerId: uuid().references(() => persons.id, { onDelete: 'cascade' }),
    /** Null = a consumer's. */
    companyId: uuid().references(() => companies.id),
    unitId: uuid().references(() => units.id),
    createdBy: uuid().references(() => persons.id, { onDelete: 'set null' }),
    /** Raised by every change: the optimistic lock. */
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    index('lists_of_owner').on(t.ownerId, t.name),
    index('lists_of_unit').on(t.unitId, t.name),
    check('somebody_has_it', sql`${t.ownerId} is not null or ${t.unitId} is not null`),
  ],
);

export const shoppingListLines = pgTable(
  'shopping_list_lines',
  {
    listId: uuid()
      .notNull()
      .references(() => shoppingLists.id, { onDelete: 'cascade' }),
    /** 1-based and stable. */
    line: integer().notNull(),
    variantId: uuid()
      .notNull()
      .references(() => variants.id),
    /** Plan, modules and term as they were chosen, in their plain form: another choice is another line. */
    configuration: jsonb().$type<LineConfiguration>().notNull().default({}),
    /** What is ordered where no level is kept. */
    quantity: quantity().notNull(),
    /** How many are to be there; null = no level is kept. */
    parLevel: quantity(),
    /** What somebody counted; null = nobody has. */
    leftOver: quantity(),
  },
  (t) => [
    primaryKey({ name: 'one_list_line_per_number', columns: [t.listId, t.line] }),
    // hashed: fifty modules are longer than a row of an index
    uniqueIndex('a_choice_is_on_a_list_once').on(t.listId, t.variantId, sql`md5(${t.configuration}::text)`),
  ],
);
