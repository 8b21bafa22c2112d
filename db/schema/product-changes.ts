import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { products } from './catalog';
import { bytes, id, instant } from './columns';
import { persons } from './identity';

/** What a person changed about a product: how it was before and after, so that it can be told and taken back. */
export const productChanges = pgTable(
  'product_changes',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    /** The product's version after it. */
    version: integer().notNull(),
    before: jsonb().$type<unknown>(),
    after: jsonb().$type<unknown>().notNull(),
    /** Public prices of one unit by SKU and currency, before; only those that changed. Null = there was none. */
    pricesBefore: jsonb().$type<{ sku: string; currency: string; unitPrice: string | null }[]>().notNull(),
    personId: uuid().references(() => persons.id, { onDelete: 'set null' }),
    at: instant().notNull(),
  },
  (t) => [index('changes_of_product').on(t.productId, t.version)],
);

/** What a person changed about the tree of categories: the rows it touched, before and after. The newest number is the
 *  version of the tree. */
export const categoryChanges = pgTable('category_changes', {
  number: integer().primaryKey(),
  changes: jsonb().$type<CategoryChange[]>().notNull(),
  personId: uuid().references(() => persons.id, { onDelete: 'set null' }),
  at: instant().notNull(),
});

export type KeptCategory = {
  id: string;
  path: string;
  parentId: string | null;
  name: Record<string, string>;
  description: Record<string, string>;
  picture: string | null;
  position: number;
};
/** Null before: it was made; null after: it was removed. */
export type CategoryChange = { before: KeptCategory | null; after: KeptCategory | null };

/** Pictures people uploaded, in their largest size; smaller ones are made of them. */
export const pictureMasters = pgTable('picture_masters', {
  name: text().primaryKey(),
  content: bytes().notNull(),
  createdAt: instant().notNull(),
});
