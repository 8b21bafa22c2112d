import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { variants } from './catalog';
import { instant } from './columns';
import { companies } from './companies';

/** What a company calls our articles; found however it is written. */
export const partNumbers = pgTable(
  'part_numbers',
  {
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    codeKey: text().notNull(),
    code: text().notNull(),
    variantId: uuid()
      .notNull()
      .references(() => variants.id),
    changedAt: instant().notNull(),
  },
  (t) => [primaryKey({ name: 'one_article_per_part_number', columns: [t.companyId, t.codeKey] })],
);
