import {
  type AnyPgColumn,
  boolean,
  customType,
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
import { reviewDecisionKinds, reviewStatuses } from '#app/domain/catalog/reviews.ts';
import {
  billings,
  modulePricings,
  productStatuses,
  stockPolicies,
  variantStatuses,
} from '#app/domain/catalog/states.ts';
import { persons } from './identity';
import { id, instant, isOneOf, oneOf, percent, quantity, words } from './columns';

const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Major units by currency, as decimal strings: { EUR: "12.00" }. */
const pricesByCurrency = () => jsonb().$type<Record<string, string>>();

export type AttributeValue = string | { value: string; unit: string };

export const categories = pgTable(
  'categories',
  {
    id: id(),
    /** The whole way from the root: coffee/beans/espresso. */
    path: text().notNull().unique('categories_path'),
    parentId: uuid().references((): AnyPgColumn => categories.id),
    name: words().notNull(),
    description: words().notNull().default({}),
    picture: text(),
    position: integer().notNull().default(0),
  },
  (t) => [index('categories_below').on(t.parentId)],
);

export const products = pgTable(
  'products',
  {
    id: id(),
    handle: text().notNull().unique('products_handle'),
    status: oneOf(productStatuses).notNull(),
    categoryId: uuid().references(() => categories.id),
    title: words().notNull(),
    /** Sanitised HTML by language. */
    description: words().notNull().default({}),
    seoTitle: words().notNull().default({}),
    seoDescription: words().notNull().default({}),
    vendor: text().notNull().default(''),
    /** Names of the options in order, as in ["Size", "Grind"]. */
    options: text().array().notNull().default([]),
    tags: text().array().notNull().default([]),
    attributes: jsonb().$type<Record<string, AttributeValue>>().notNull().default({}),
    /** Words of title, description, SKUs, category and attributes in every language, unaccented: refresh_product_search(). */
    search: searchVector(),
    searchText: text().notNull().default(''),
    /** What it can be narrowed by, "name=value" of its own and its active variants' attributes and options. */
    facets: text().array().notNull().default([]),
    /** Paid units of the last 90 days, for best sellers; refreshed by a job. */
    soldRecently: integer().notNull().default(0),
    version: integer().notNull().default(1),
    /** A draft with a moment goes on the shelf then. */
    publishAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('products_to_publish')
      .on(t.publishAt)
      .where(sql`${t.publishAt} is not null`),
    isOneOf('product_status', t.status, productStatuses),
    index('products_in_category').on(t.categoryId, t.status),
    index('products_best_sellers_in_category').on(t.categoryId, t.soldRecently.desc(), t.id.desc()),
    index('products_search').using('gin', t.search),
    index('products_search_text').using('gin', sql`${t.searchText} gin_trgm_ops`),
    // Descending ones put nulls last, and serve whoever asks for them in these words.
    index('products_best_sellers').on(t.soldRecently.desc(), t.id.desc()),
    index('products_newest').on(t.createdAt.desc(), t.id.desc()),
    index('products_handle_alike').using('gin', sql`${t.handle} gin_trgm_ops`),
    index('products_facets').using('gin', t.facets),
  ],
);

export const variants = pgTable(
  'variants',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    sku: text().notNull().unique('variants_sku'),
    /** Upper-cased, letters and digits only, so that "esp 1k" finds ESP-1K. */
    skuKey: text().notNull(),
    options: jsonb().$type<Record<string, string>>().notNull().default({}),
    position: integer().notNull().default(0),
    status: oneOf(variantStatuses).notNull(),
    replacedBySku: text(),
    equivalentSkus: text().array().notNull().default([]),
    /** UN/ECE Recommendation 20 code: C62 piece, KGM kilogram, MTR metre … */
    unit: text().notNull().default('C62'),
    packSize: quantity().notNull().default('1'),
    minQuantity: quantity().notNull().default('1'),
    quantityStep: quantity().notNull().default('1'),
    leadTimeDays: integer().notNull().default(0),
    stockPolicy: oneOf(stockPolicies).notNull().default('deny'),
    taxClass: text().notNull().default('standard'),
    billed: oneOf(billings).notNull().default('once'),
    weightGrams: integer().notNull().default(0),
    /** Net content for the price per kg or l: { quantity: "0.25", unit: "KGM" }. */
    content: jsonb().$type<{ quantity: string; unit: string }>(),
    /** For sellers only. */
    cost: pricesByCurrency().notNull().default({}),
    compareAt: pricesByCurrency().notNull().default({}),
    mixGroup: text(),
    barcode: text(),
    attributes: jsonb().$type<Record<string, AttributeValue>>().notNull().default({}),
    asksForQuote: boolean().notNull().default(false),
  },
  (t) => [
    isOneOf('variant_status', t.status, variantStatuses),
    isOneOf('variant_stock_policy', t.stockPolicy, stockPolicies),
    isOneOf('variant_billed', t.billed, billings),
    index('variants_of_product').on(t.productId, t.position),
    index('variants_sku_key').using('gin', sql`${t.skuKey} gin_trgm_ops`),
    index('variants_sku_key_exact').on(t.skuKey),
    index('variants_sku_alike').using('gin', sql`${t.sku} gin_trgm_ops`),
    index('variants_mix_group').on(t.mixGroup),
    index('variants_asking_for_quote')
      .on(t.productId)
      .where(sql`${t.asksForQuote}`),
  ],
);

export const plans = pgTable(
  'plans',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    code: text().notNull(),
    title: words().notNull(),
    description: words().notNull().default({}),
    billed: oneOf(billings).notNull().default('once'),
    price: pricesByCurrency().notNull(),
    includes: text().array().notNull().default([]),
    isMostChosen: boolean().notNull().default(false),
    position: integer().notNull().default(0),
  },
  (t) => [uniqueIndex('one_plan_per_code').on(t.productId, t.code), isOneOf('plan_billed', t.billed, billings)],
);

export type ModuleRequirement = { all?: string[]; any?: string[] };
export type ModuleQuantity = 'line' | 'free' | { per: string };

export const modules = pgTable(
  'modules',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    code: text().notNull(),
    title: words().notNull(),
    description: words().notNull().default({}),
    pricing: oneOf(modulePricings).notNull(),
    percent: percent(),
    quantity: jsonb()
      .$type<ModuleQuantity>()
      .notNull()
      .default(sql`'"line"'::jsonb`),
    billed: oneOf(billings).notNull().default('once'),
    price: pricesByCurrency().notNull().default({}),
    breaks: jsonb().$type<{ minQuantity: string; price: Record<string, string> }[]>().notNull().default([]),
    requires: jsonb().$type<ModuleRequirement>().notNull().default({}),
    excludes: text().array().notNull().default([]),
    position: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('one_module_per_code').on(t.productId, t.code),
    isOneOf('module_pricing', t.pricing, modulePricings),
    isOneOf('module_billed', t.billed, billings),
  ],
);

export const media = pgTable(
  'media',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    variantId: uuid().references(() => variants.id),
    /** A name under /pictures, or the address it was imported from. */
    source: text().notNull(),
    alt: words().notNull().default({}),
    width: integer(),
    height: integer(),
    position: integer().notNull().default(0),
  },
  (t) => [index('media_of_product').on(t.productId, t.position)],
);

export const productLinks = pgTable(
  'product_links',
  {
    productId: uuid()
      .notNull()
      .references(() => products.id),
    otherId: uuid()
      .notNull()
      .references(() => products.id),
    kind: text({ enum: ['related', 'bought_together', 'in_bundle'] }).notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.productId, t.kind, t.otherId] })],
);

/** Old addresses of products and categories that moved. */
export const redirects = pgTable('redirects', {
  fromPath: text().primaryKey(),
  toPath: text().notNull(),
  createdAt: instant().notNull(),
});

export const reviews = pgTable(
  'reviews',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    personId: uuid().references(() => persons.id),
    orderId: uuid(),
    authorName: text().notNull(),
    stars: integer().notNull(),
    title: text().notNull().default(''),
    body: text().notNull().default(''),
    locale: text().notNull().default('en'),
    status: oneOf(reviewStatuses).notNull(),
    /** The store's own word under it, for everybody to read; empty where it said nothing. */
    answer: text().notNull().default(''),
    answeredAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    isOneOf('review_status', t.status, reviewStatuses),
    index('reviews_of_product').on(t.productId, t.status, t.createdAt),
    index('reviews_by_status').on(t.status, t.createdAt, t.id),
    uniqueIndex('one_review_per_order').on(t.orderId, t.productId),
    uniqueIndex('one_review_per_person').on(t.personId, t.productId),
  ],
);

/** Who let a review be read, or did not, or answered it, and when; only added to. */
export const reviewDecisions = pgTable(
  'review_decisions',
  {
    id: id(),
    reviewId: uuid()
      .notNull()
      .references(() => reviews.id),
    decision: oneOf(reviewDecisionKinds).notNull(),
    /** Why it was declined, or what was answered. */
    words: text().notNull().default(''),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    at: instant().notNull(),
  },
  (t) => [
    isOneOf('review_decision', t.decision, reviewDecisionKinds),
    index('decisions_of_review').on(t.reviewId, t.at, t.id),
  ],
);

/** onHand is what is on the shelf; reserved is promised to payments and documents under way. */
export const stockLevels = pgTable('stock_levels', {
  variantId: uuid()
    .primaryKey()
    .references(() => variants.id),
  onHand: quantity().notNull().default('0'),
  reserved: quantity().notNull().default('0'),
  updatedAt: instant().notNull(),
});

export const stockMovements = pgTable(
  'stock_movements',
  {
    id: id(),
    variantId: uuid()
      .notNull()
      .references(() => variants.id),
    change: quantity().notNull(),
    reason: text().notNull(),
    orderId: uuid(),
    personId: uuid(),
    at: instant().notNull(),
  },
  (t) => [index('stock_movements_of_variant').on(t.variantId, t.at)],
);

/** How attributes and options are called on screen. One that is not here shows its own name and value. */
export const attributes = pgTable('attributes', {
  /** As it stands in `products.facets` before the "=". */
  name: text().primaryKey(),
  title: words().notNull(),
  /** UN/ECE Recommendation 20, of attributes that count something. */
  unit: text(),
  values: jsonb().$type<Record<string, Record<string, string>>>().notNull().default({}),
  position: integer().notNull().default(0),
});

/** Every word products can be found by, for correcting what was mistyped. Words no product has any more do no harm:
 *  a correction is only taken where it finds something. */
export const searchWords = pgTable('search_words', { word: text().primaryKey() }, (t) => [
  index('search_words_alike').using('gin', sql`${t.word} gin_trgm_ops`),
  index('search_words_prefix').using('btree', sql`${t.word} text_pattern_ops`),
]);
