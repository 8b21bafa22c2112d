import { check, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { returnStatuses } from '#app/domain/orders/returns.ts';
import { companies, units } from './companies';
import { type PostalAddress, persons } from './identity';
import { orders, refunds } from './orders';
import { currency, id, instant, isOneOf, minorUnits, oneOf } from './columns';

export type InvoiceSnapshot = {
  /** Who sells, line by line: name and address, register and tax number. */
  seller: string[];
  buyer: { name: string; vatNumber: string | null; address: PostalAddress | null };
  deliveredTo: PostalAddress | null;
  reference: string;
  orderNumber: string;
  lines: {
    line: number;
    sku: string;
    title: string;
    quantity: string;
    unitPrice: string | null;
    /** Before tax, promotions taken off. */
    totalMinor: string;
    ratePercent: string;
  }[];
  taxes: { ratePercent: string; taxableMinor: string; taxMinor: string }[];
  /** Which sentence of the law explains that no tax is charged. */
  note: 'reverse_charge' | 'export' | null;
};

export const invoices = pgTable(
  'invoices',
  {
    id: id(),
    /** Gapless within its series. */
    number: text().notNull().unique('invoices_number'),
    companyId: uuid().references(() => companies.id),
    unitId: uuid().references(() => units.id),
    orderId: uuid().notNull(),
    purchaseOrderId: uuid(),
    currency: currency().notNull(),
    terms: text().notNull(),
    totalMinor: minorUnits().notNull(),
    freightMinor: minorUnits().notNull(),
    taxMinor: minorUnits().notNull(),
    payableMinor: minorUnits().notNull(),
    /** What it takes of the company's credit, in the company's currency. */
    creditMinor: minorUnits().notNull(),
    paidMinor: minorUnits()
      .notNull()
      .default(sql`0`),
    creditedMinor: minorUnits()
      .notNull()
      .default(sql`0`),
    parts: jsonb().$type<{ part: string; minor: string; dueOn: string | null; overdueAt: string | null }[]>().notNull(),
    /** As printed, for ever. */
    snapshot: jsonb().$type<InvoiceSnapshot>().notNull(),
    locale: text().notNull(),
    issuedAt: instant().notNull(),
    /** When its last part is overdue; null until the goods are fulfilled, where that decides. */
    overdueAt: instant(),
  },
  (t) => [
    uniqueIndex('one_invoice_per_order').on(t.orderId),
    index('invoices_of_company').on(t.companyId, t.issuedAt, t.id),
    check('never_settled_beyond_what_is_owed', sql`${t.paidMinor} + ${t.creditedMinor} <= ${t.payableMinor}`),
  ],
);

export const invoicePayments = pgTable(
  'invoice_payments',
  {
    id: id(),
    invoiceId: uuid()
      .notNull()
      .references(() => invoices.id),
    kind: text({ enum: ['card', 'transfer', 'credit_note'] }).notNull(),
    amountMinor: minorUnits().notNull(),
    /** The bank's or the provider's name for it: recorded once. */
    reference: text().notNull(),
    personId: uuid(),
    via: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('one_invoice_payment_per_reference').on(t.invoiceId, t.kind, t.reference)],
);

/** Money a company sent, as the bank or the payment provider told of it. What is not on an invoice yet is the company's to use. */
export const transfers = pgTable(
  'transfers',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    amountMinor: minorUnits().notNull(),
    means: text({ enum: ['transfer', 'card'] })
      .notNull()
      .default('transfer'),
    /** Of it, what stands on invoices. */
    usedMinor: minorUnits().notNull(),
    currency: currency().notNull(),
    /** The bank's or the provider's name for it: recorded once. */
    reference: text().notNull(),
    personId: uuid(),
    via: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('one_transfer_per_reference').on(t.companyId, t.reference),
    check('never_used_beyond_what_came', sql`${t.usedMinor} >= 0 and ${t.usedMinor} <= ${t.amountMinor}`),
  ],
);

export const accountPaymentStatuses = ['starting', 'open', 'paid', 'expired'] as const;

/** A company pays an invoice by card, on the provider's page. What came is a row of transfers, as any money is. */
export const accountPayments = pgTable(
  'account_payments',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    invoiceId: uuid()
      .notNull()
      .references(() => invoices.id),
    amountMinor: minorUnits().notNull(),
    currency: currency().notNull(),
    status: oneOf(accountPaymentStatuses).notNull(),
    sessionId: text().unique('account_payments_session'),
    url: text(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    /** When the provider closes the page by itself, on its own clock. */
    providerExpiresAt: timestamp({ precision: 3, withTimezone: true, mode: 'date' }).notNull(),
    /** When the sweep asks the provider next. */
    dueAt: instant().notNull(),
    createdAt: instant().notNull(),
    settledAt: instant(),
  },
  (t) => [
    isOneOf('account_payment_status', t.status, accountPaymentStatuses),
    uniqueIndex('one_open_payment_per_invoice')
      .on(t.invoiceId)
      .where(sql`${t.status} in ('starting', 'open')`),
    index('account_payments_due')
      .on(t.dueAt)
      .where(sql`${t.status} in ('starting', 'open')`),
  ],
);

export const creditLimitStatuses = ['waiting', 'approved', 'rejected', 'withdrawn', 'expired'] as const;

/** How much credit a company is to have, as one of our own people proposed it and another decided. */
export const creditLimitChanges = pgTable(
  'credit_limit_changes',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    /** Null = no credit. */
    limitMinor: minorUnits(),
    reason: text().notNull(),
    status: oneOf(creditLimitStatuses).notNull(),
    proposedBy: uuid()
      .notNull()
      .references(() => persons.id),
    via: text().notNull(),
    /** What whoever decided said to it. */
    answer: text().notNull().default(''),
    createdAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    isOneOf('credit_limit_status', t.status, creditLimitStatuses),
    uniqueIndex('one_waiting_limit_per_company')
      .on(t.companyId)
      .where(sql`${t.status} = 'waiting'`),
    index('limits_of_company').on(t.companyId, t.createdAt),
  ],
);

export const creditNotes = pgTable(
  'credit_notes',
  {
    id: id(),
    number: text().notNull().unique('credit_notes_number'),
    invoiceId: uuid()
      .notNull()
      .references(() => invoices.id),
    orderId: uuid().notNull(),
    companyId: uuid().references(() => companies.id),
    unitId: uuid().references(() => units.id),
    currency: currency().notNull(),
    netMinor: minorUnits().notNull(),
    taxMinor: minorUnits().notNull(),
    amountMinor: minorUnits().notNull(),
    /** Of it, what lowered the debt of its invoice; the rest was paid back, or is the company's to use. */
    appliedMinor: minorUnits().notNull(),
    shares: jsonb()
      .$type<{ line: number | 'freight'; quantity: string; netMinor: string; taxMinor: string }[]>()
      .notNull(),
    reason: text().notNull(),
    /** What it was written for, once: `refund:<id>`, `return:<id>`, `order:<id>:cancelled`. */
    key: text().notNull().unique('one_credit_note_per_key'),
    locale: text().notNull(),
    issuedAt: instant().notNull(),
  },
  (t) => [
    index('credit_notes_of_invoice').on(t.invoiceId),
    index('credit_notes_of_company').on(t.companyId, t.issuedAt),
  ],
);

/** What a buyer sends back. Lines never change after the request; how each came in is written when it does. */
export const returns = pgTable(
  'returns',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    status: oneOf(returnStatuses).notNull(),
    lines: jsonb().$type<{ line: number; quantity: string }[]>().notNull(),
    /** Which of these goes back on the shelf; the rest is written off. Null until received. */
    restocked: jsonb().$type<number[]>(),
    reason: text().notNull(),
    note: text().notNull().default(''),
    answer: text().notNull().default(''),
    refundId: uuid().references(() => refunds.id),
    creditNoteId: uuid().references(() => creditNotes.id),
    requestedBy: uuid().references(() => persons.id),
    via: text().notNull(),
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    isOneOf('return_status', t.status, returnStatuses),
    index('returns_of_order').on(t.orderId, t.createdAt),
    index('returns_under_way')
      .on(t.createdAt, t.id)
      .where(sql`${t.status} in ('requested', 'approved')`),
  ],
);
