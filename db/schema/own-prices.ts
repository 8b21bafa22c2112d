import { bigserial, customType, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { currency, id, instant, unitPrice } from './columns';

const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });
const snapshot = customType<{ data: string }>({ dataType: () => 'pg_snapshot' });

/** A distinct chain of revisions whose prices were worked out. app/use-cases/pricing/own-prices.server.ts says how they
 *  are made and stay true. */
export const ownPriceChains = pgTable(
  'own_price_chains',
  {
    id: id(),
    /** Currency and revisions in chain order: "EUR HARBOUR-2027:1 CAFES:3 STANDARD-EUR:7". */
    key: text().notNull().unique('own_price_chains_key'),
    currency: currency().notNull(),
    /** The changes of the catalog that these prices know. */
    knows: snapshot().notNull(),
    size: integer().notNull(),
    builtAt: instant().notNull(),
    usedAt: instant().notNull(),
  },
  (t) => [index('own_price_chains_used').on(t.usedAt)],
);

/** What the cheapest and the dearest active variant of a product cost each at their minimum quantity. A chain with more
 *  than the standard list has rows only for products its other lists reach. */
export const ownPrices = pgTable(
  'own_prices',
  {
    chainId: uuid()
      .notNull()
      .references(() => ownPriceChains.id, { onDelete: 'cascade' }),
    productId: uuid().notNull(),
    least: unitPrice().notNull(),
    most: unitPrice().notNull(),
    /** The cheapest one, the first among equals, and how it is taxed. */
    variantId: uuid().notNull(),
    taxClass: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.chainId, t.productId] }), index('own_prices_by_price').on(t.chainId, t.least)],
);

/** Products whose prices may have become others without a revision: written by triggers in the transaction that changes
 *  them. A null product stands for all. */
export const catalogChanges = pgTable(
  'catalog_changes',
  {
    id: bigserial({ mode: 'bigint' }).primaryKey(),
    productId: uuid(),
    by: transactionId()
      .notNull()
      .default(sql`pg_current_xact_id()`),
  },
  (t) => [index('catalog_changes_by').on(t.by)],
);
