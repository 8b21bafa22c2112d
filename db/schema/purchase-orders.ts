import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { creditEntryKinds } from '#app/domain/purchase-orders/credit.ts';
import { purchaseOrderStatuses } from '#app/domain/purchase-orders/lifecycle.ts';
import { companies, costCentres, units } from './companies';
import { type PostalAddress, persons } from './identity';
import { variants } from './catalog';
import { type LineConfiguration, carts } from './carts';
import { currency, id, instant, isOneOf, minorUnits, oneOf, percent, quantity, unitPrice } from './columns';

export const purchaseOrders = pgTable(
  'purchase_orders',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    /** The company's own, or one the shop gave. */
    number: text().notNull(),
    status: oneOf(purchaseOrderStatuses).notNull(),
    /** The newest revision; its row and lines are what is decided on. */
    revision: integer().notNull().default(1),
    version: integer().notNull().default(1),
    createdBy: uuid()
      .notNull()
      .references(() => persons.id),
    cartId: uuid().references(() => carts.id),
    quoteId: uuid(),
    /** Which order of that quote it is; a template has several. */
    quoteTurn: integer().notNull().default(1),
    notes: text().notNull().default(''),
    /** The calendar day the buyer wants it on, "2027-02-01". */
    deliveryOn: text(),
    orderId: uuid(),
    /** Why placing failed. */
    failureCode: text(),
    submittedAt: instant(),
    /** When the sweep looks at a placement that was begun, or a blocked document that gets too old. */
    dueAt: instant(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    isOneOf('purchase_order_status', t.status, purchaseOrderStatuses),
    uniqueIndex('one_purchase_order_per_number').on(t.companyId, t.number),
    uniqueIndex('one_purchase_order_per_turn_of_a_quote')
      .on(t.quoteId, t.quoteTurn)
      .where(sql`${t.status} not in ('rejected', 'cancelled', 'expired')`),
    index('purchase_orders_of_cart').on(t.cartId, t.createdAt),
    index('purchase_orders_of_company').on(t.companyId, t.createdAt, t.id),
    index('purchase_orders_of_unit').on(t.unitId, t.createdAt, t.id),
    index('purchase_orders_open_at_customers')
      .on(t.changedAt, t.id)
      .where(sql`${t.status} in ('awaiting_approval', 'blocked', 'changes_requested', 'approved', 'failed')`),
    index('purchase_orders_under_way')
      .on(t.dueAt)
      .where(sql`${t.status} in ('approved', 'placing')`),
  ],
);

/** Everything a decision is bound to; written at creation and edit, fixed at submission. */
export const purchaseOrderRevisions = pgTable(
  'purchase_order_revisions',
  {
    purchaseOrderId: uuid()
      .notNull()
      .references(() => purchaseOrders.id),
    revision: integer().notNull(),
    /** Everyone who made or changed this revision: none of them approves it. */
    requesters: uuid().array().notNull(),
    currency: currency().notNull(),
    terms: text().notNull(),
    costCentreId: uuid().references(() => costCentres.id),
    shipTo: jsonb().$type<PostalAddress>(),
    shippingMethod: text().notNull(),
    totalMinor: minorUnits().notNull(),
    freightMinor: minorUnits().notNull(),
    freightTaxMinor: minorUnits().notNull(),
    taxMinor: minorUnits().notNull(),
    payableMinor: minorUnits().notNull(),
    /** Stored at submission: units of the company's currency for one of this document's. Null in the same currency. */
    rate: text(),
    companyTotalMinor: minorUnits(),
    companyPayableMinor: minorUnits(),
    /** What goes beyond the budget and an approval takes; in the company's currency. */
    overBudgetMinor: minorUnits()
      .notNull()
      .default(sql`0`),
    isOffContract: boolean().notNull().default(false),
    submittedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ name: 'one_row_per_revision', columns: [t.purchaseOrderId, t.revision] })],
);

export const purchaseOrderLines = pgTable(
  'purchase_order_lines',
  {
    purchaseOrderId: uuid().notNull(),
    revision: integer().notNull(),
    /** 1-based and stable. */
    line: integer().notNull(),
    variantId: uuid()
      .notNull()
      .references(() => variants.id),
    sku: text().notNull(),
    title: text().notNull(),
    category: text(),
    quantity: quantity().notNull(),
    configuration: jsonb().$type<LineConfiguration>().notNull().default({}),
    /** Null when graduated, or agreed as a total. */
    unitPrice: unitPrice(),
    lineTotalMinor: minorUnits().notNull(),
    taxMinor: minorUnits().notNull(),
    taxRatePercent: percent().notNull(),
    taxClass: text().notNull(),
    /** Sellers only. */
    unitCost: unitPrice(),
    /** Which step of the price rules won, and where. */
    priceStep: text().notNull(),
    priceListCode: text(),
    priceListRevision: integer(),
    reasons: jsonb().notNull().default([]),
  },
  (t) => [
    primaryKey({ name: 'one_purchase_order_line_per_number', columns: [t.purchaseOrderId, t.revision, t.line] }),
    index('purchase_order_lines_of_variant').on(t.variantId),
  ],
);

/** What documents hold or have spent of a budget; every row keeps its history in its status. */
export const budgetUses = pgTable(
  'budget_uses',
  {
    purchaseOrderId: uuid()
      .notNull()
      .references(() => purchaseOrders.id),
    revision: integer().notNull(),
    costCentreId: uuid()
      .notNull()
      .references(() => costCentres.id),
    /** 2027-01, 2027-Q1 or 2027: the period of submission. */
    period: text().notNull(),
    amountMinor: minorUnits().notNull(),
    status: text({ enum: ['reserved', 'spent', 'released'] }).notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_budget_use_per_revision', columns: [t.purchaseOrderId, t.revision] }),
    index('budget_uses_of_period').on(t.costCentreId, t.period),
  ],
);

/** Append-only, by trigger. Amounts are positive; what each kind does is in domain/purchase-orders/credit.ts. */
export const creditEntries = pgTable(
  'credit_entries',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    kind: oneOf(creditEntryKinds).notNull(),
    amountMinor: minorUnits().notNull(),
    /** The same act is written once: `po:<id>:<revision>:reserved`. */
    key: text().notNull().unique('one_credit_entry_per_key'),
    purchaseOrderId: uuid(),
    invoiceId: uuid(),
    personId: uuid(),
    via: text().notNull(),
    reason: text().notNull().default(''),
    at: instant().notNull(),
  },
  (t) => [
    isOneOf('credit_entry_kind', t.kind, creditEntryKinds),
    index('credit_entries_of_company').on(t.companyId, t.at),
    index('credit_entries_of_purchase_order').on(t.purchaseOrderId),
  ],
);

export const purchaseOrderComments = pgTable(
  'purchase_order_comments',
  {
    id: id(),
    purchaseOrderId: uuid()
      .notNull()
      .references(() => purchaseOrders.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    body: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('comments_of_purchase_order').on(t.purchaseOrderId, t.at)],
);
