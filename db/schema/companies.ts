import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { companyRoles } from '#app/domain/access/roles.ts';
import { companyStatuses, memberStatuses } from '#app/domain/access/company.ts';
import { taxCertificateKinds, taxCertificateStates } from '#app/domain/companies/tax-certificate.ts';
import { currency, id, instant, isOneOf, minorUnits, oneOf } from './columns';
import { type PostalAddress, persons } from './identity';

export const companies = pgTable(
  'companies',
  {
    id: id(),
    slug: text().notNull().unique('companies_slug'),
    name: text().notNull(),
    /** pending: applied for, and nobody acts as it yet. declined: we said no. */
    status: oneOf(companyStatuses).notNull(),
    currency: currency().notNull(),
    timeZone: text().notNull(),
    locale: text().notNull().default('en'),
    /** The rep whose portfolio it is in; without one it is in every rep's. */
    repId: uuid().references(() => persons.id),
    vatNumber: text(),
    terms: text().notNull().default('now'),
    /** Null = no credit: terms other than `now` are refused. */
    creditLimitMinor: minorUnits(),
    creditHoldReason: text(),
    /** Deciding above this total asks for a second factor. */
    totpAboveMinor: minorUnits(),
    remindsItsBuyers: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
  },
  (t) => [isOneOf('company_status', t.status, companyStatuses), index('companies_of_rep').on(t.repId)],
);

export const units = pgTable(
  'units',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    slug: text().notNull(),
    name: text().notNull(),
    /** The unit above today; unit_parents remembers every day. */
    parentId: uuid().references((): AnyPgColumn => units.id),
    address: jsonb().$type<PostalAddress>(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('one_unit_per_slug').on(t.companyId, t.slug), index('units_below').on(t.parentId)],
);

/** Where a unit hung, and when: prices of a past moment walk the tree of that moment. */
export const unitParents = pgTable(
  'unit_parents',
  {
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    parentId: uuid().references(() => units.id),
    fromAt: instant().notNull(),
    untilAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.fromAt] })],
);

/** Which segments a company was in, and when. */
export const segmentMemberships = pgTable(
  'segment_memberships',
  {
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    segment: text().notNull(),
    fromAt: instant().notNull(),
    untilAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.segment, t.fromAt] })],
);

/** A person acting for a company. Roles are held in units. */
export const members = pgTable(
  'members',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    status: oneOf(memberStatuses).notNull(),
    managerId: uuid().references(() => persons.id),
    /** Per document, in the company's currency, before tax and freight. Null = no limit. */
    spendingLimitMinor: minorUnits(),
    createdAt: instant().notNull(),
    deactivatedAt: instant(),
  },
  (t) => [
    uniqueIndex('one_membership_per_company').on(t.companyId, t.personId),
    index('memberships_of_person').on(t.personId),
    isOneOf('member_status', t.status, memberStatuses),
  ],
);

export const memberRoles = pgTable(
  'member_roles',
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    role: oneOf(companyRoles).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.unitId, t.role] }),
    index('roles_in_unit').on(t.unitId, t.role),
    isOneOf('member_role', t.role, companyRoles),
  ],
);

export const costCentres = pgTable(
  'cost_centres',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    code: text().notNull(),
    name: text().notNull().default(''),
    ownerId: uuid().references(() => persons.id),
    /** Null = no budget is kept. In the company's currency, before tax and freight. */
    budgetMinor: minorUnits(),
    budgetPeriod: text({ enum: ['month', 'quarter', 'year'] }),
    isActive: boolean().notNull().default(true),
  },
  (t) => [uniqueIndex('one_cost_centre_per_code').on(t.companyId, t.code)],
);

/** A rule of a company's unit (and below), or of the store where companyId is null. Body: domain/approvals/rules.ts. */
export const approvalRules = pgTable(
  'approval_rules',
  {
    id: id(),
    companyId: uuid().references(() => companies.id),
    unitId: uuid(),
    name: text().notNull(),
    body: jsonb().notNull(),
    position: integer().notNull().default(0),
    isActive: boolean().notNull().default(true),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('approval_rules_of_company').on(t.companyId),
    foreignKey({ name: 'approval_rule_unit', columns: [t.unitId], foreignColumns: [units.id] }),
  ],
);

export const delegations = pgTable(
  'delegations',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    fromPersonId: uuid()
      .notNull()
      .references(() => persons.id),
    toPersonId: uuid()
      .notNull()
      .references(() => persons.id),
    kinds: text().array().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    ceilingMinor: minorUnits(),
    endedAt: instant(),
  },
  (t) => [index('delegations_of_company').on(t.companyId)],
);

/** Tax exemption or reverse charge, with its days; its paper is a file of it. */
export const taxCertificates = pgTable(
  'tax_certificates',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    kind: oneOf(taxCertificateKinds).notNull(),
    /** ISO 3166-1 alpha-2, of the deliveries it is about. */
    country: text().notNull(),
    number: text().notNull(),
    validFrom: instant().notNull(),
    validUntil: instant(),
    status: oneOf(taxCertificateStates).notNull(),
    givenBy: uuid()
      .notNull()
      .references(() => persons.id),
    checkedBy: uuid().references(() => persons.id),
    /** Why it was refused or ended. */
    answer: text().notNull().default(''),
    toldOfEndAt: instant(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    isOneOf('tax_certificate_kind', t.kind, taxCertificateKinds),
    isOneOf('tax_certificate_status', t.status, taxCertificateStates),
    index('tax_certificates_of_company').on(t.companyId, t.country),
    index('tax_certificates_waiting')
      .on(t.createdAt)
      .where(sql`status = 'waiting'`),
    index('tax_certificates_ending')
      .on(t.validUntil)
      .where(sql`status = 'accepted' and told_of_end_at is null`),
  ],
);

/** How many units of `quote` one unit of `base` is worth, as known from `at` on. */
export const exchangeRates = pgTable(
  'exchange_rates',
  { base: currency().notNull(), quote: currency().notNull(), at: instant().notNull(), rate: text().notNull() },
  (t) => [primaryKey({ columns: [t.base, t.quote, t.at] })],
);
