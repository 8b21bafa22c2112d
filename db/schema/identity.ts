import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { staffRoles } from '#app/domain/access/roles.ts';
import { currency, id, instant, isOneOf, oneOf, percent } from './columns';

/** One person, one sign-in: the same e-mail shops as a consumer and for several companies. */
export const persons = pgTable(
  'persons',
  {
    id: id(),
    /** Lower-cased and trimmed; null after privacy deletion. */
    email: text(),
    name: text().notNull().default(''),
    locale: text().notNull().default('en'),
    passwordHash: text(),
    /** Base32. In force once a first code was right; until then it waits in `pendingTotpSecret`. */
    totpSecret: text(),
    pendingTotpSecret: text(),
    /** The 30-second step of the last code taken: a code counts once. */
    totpLastStep: integer(),
    emailVerifiedAt: instant(),
    /** The unit they bought for when they last signed out or were away: the next visit begins there. */
    lastUnitId: uuid(),
    deletedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('one_person_per_email').on(t.email),
    index('persons_alike').using('gin', sql`${t.email} gin_trgm_ops`, sql`${t.name} gin_trgm_ops`),
  ],
);

/** Read and written by app/integrations/auth alone. The id is the SHA-256 of the cookie's token. Wall time. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
    /** 1 after the password, 2 after a second factor. */
    assurance: integer().notNull().default(1),
    buyingAsUnitId: uuid(),
    actingForMemberId: uuid(),
    userAgent: text().notNull().default(''),
    createdAt: instant().notNull(),
  },
  (t) => [index('sessions_of_person').on(t.userId)],
);

/** Attempts counted by app/integrations/rate-limits, in every process alike. Wall time. */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: instant(),
});

/** People who work for the store. A rep owns a portfolio of companies. */
export const staff = pgTable(
  'staff',
  {
    personId: uuid()
      .primaryKey()
      .references(() => persons.id),
    role: oneOf(staffRoles).notNull(),
    isActive: boolean().notNull().default(true),
    createdAt: instant().notNull(),
  },
  (t) => [isOneOf('staff_role', t.role, staffRoles)],
);

/** How far a staff role may go alone: discount against today's price, and the margin floor. Null = no limit. */
export const roleLimits = pgTable('role_limits', {
  role: oneOf(staffRoles).primaryKey(),
  maxDiscountPercent: percent(),
  minMarginPercent: percent(),
});

/** Links sent by mail (reset, invitation, order status …): the token itself is never stored. */
export const oneTimeTokens = pgTable(
  'one_time_tokens',
  {
    tokenHash: text().primaryKey(),
    purpose: text().notNull(),
    personId: uuid().references(() => persons.id, { onDelete: 'cascade' }),
    payload: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [index('one_time_tokens_of_person').on(t.personId)],
);

export type PostalAddress = {
  name: string;
  company?: string;
  address: string;
  address2?: string;
  city: string;
  region?: string;
  postalCode: string;
  country: string;
  phone?: string;
};

export const addresses = pgTable(
  'addresses',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    address: jsonb().$type<PostalAddress>().notNull(),
    isDefault: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('addresses_of_person').on(t.personId),
    uniqueIndex('one_default_address')
      .on(t.personId)
      .where(sql`${t.isDefault}`),
  ],
);

/** Whose cards the payment provider keeps: a person's or a company's (exactly one of the two). */
export const paymentCustomers = pgTable(
  'payment_customers',
  {
    providerId: text().primaryKey(),
    personId: uuid().references(() => persons.id, { onDelete: 'cascade' }),
    companyId: uuid(),
    currency: currency(),
    defaultMethodId: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('one_payment_customer_per_person').on(t.personId),
    uniqueIndex('one_payment_customer_per_company').on(t.companyId),
  ],
);

/** Keys of API clients, hashed. Scope store = everything; company = that company's rows. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    name: text().notNull().default(''),
    keyHash: text().notNull().unique('api_keys_key_hash'),
    lastCharacters: text().notNull(),
    companyId: uuid(),
    scopes: text().array().notNull(),
    createdBy: uuid().references(() => persons.id),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [index('api_keys_of_company').on(t.companyId)],
);

/** The first answer to a write with an Idempotency-Key; repeated as it was. */
export const idempotentAnswers = pgTable(
  'idempotent_answers',
  {
    apiKeyId: uuid()
      .notNull()
      .references(() => apiKeys.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    fingerprint: text().notNull(),
    status: integer(),
    body: jsonb(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ name: 'one_answer_per_idempotency_key', columns: [t.apiKeyId, t.key] })],
);

/** When a key's next call would be on time if it called evenly (GCRA); wall time. */
export const apiArrivals = pgTable('api_arrivals', {
  apiKeyId: uuid()
    .primaryKey()
    .references(() => apiKeys.id, { onDelete: 'cascade' }),
  expectedAt: instant().notNull(),
});
