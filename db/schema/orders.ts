import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { orderStatuses, paymentStatuses } from '#app/domain/orders/lifecycle.ts';
import { noRequestReasons } from '#app/domain/orders/review-request.ts';
import { companies, units } from './companies';
import { type PostalAddress, persons } from './identity';
import { variants } from './catalog';
import { type LineConfiguration, carts } from './carts';
import { currency, id, instant, isOneOf, minorUnits, oneOf, percent, quantity, unitPrice } from './columns';

/** total = line totals before tax and freight, promotions taken off; payable = total + freight + tax. */
export const orders = pgTable(
  'orders',
  {
    id: id(),
    /** Random, so that it tells nothing about how much is sold. */
    number: text().notNull().unique('orders_number'),
    status: oneOf(orderStatuses).notNull(),
    /** Raised by every change: the optimistic lock. */
    version: integer().notNull().default(1),
    channel: text({
      enum: ['storefront', 'api', 'quote', 'purchase_order', 'reorder', 'standing_order', 'import'],
    }).notNull(),
    cartId: uuid().references(() => carts.id),
    personId: uuid().references(() => persons.id),
    companyId: uuid().references(() => companies.id),
    unitId: uuid().references(() => units.id),
    /** The rep who ordered on the member's behalf: both are recorded. */
    actingRepId: uuid().references(() => persons.id),
    purchaseOrderId: uuid(),
    quoteId: uuid(),
    reorderOfId: uuid(),
    email: text().notNull(),
    locale: text().notNull(),
    market: text().notNull(),
    currency: currency().notNull(),
    roundingMode: text().notNull(),
    showsTaxIncluded: boolean().notNull(),
    totalMinor: minorUnits().notNull(),
    discountMinor: minorUnits()
      .notNull()
      .default(sql`0`),
    /** The code, and what it took off as the buyer saw it: with tax where the market shows it. */
    discountCode: text(),
    discountShownMinor: minorUnits()
      .notNull()
      .default(sql`0`),
    freightMinor: minorUnits().notNull(),
    freightTaxMinor: minorUnits().notNull(),
    taxMinor: minorUnits().notNull(),
    payableMinor: minorUnits().notNull(),
    paidMinor: minorUnits()
      .notNull()
      .default(sql`0`),
    refundedMinor: minorUnits()
      .notNull()
      .default(sql`0`),
    terms: text().notNull().default('now'),
    shipTo: jsonb().$type<PostalAddress>().notNull(),
    billTo: jsonb().$type<PostalAddress>(),
    shippingMethod: text().notNull(),
    notes: text().notNull().default(''),
    placedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    isOneOf('order_status', t.status, orderStatuses),
    uniqueIndex('one_awaited_order_per_cart')
      .on(t.cartId)
      .where(sql`${t.status} = 'awaiting_payment'`),
    uniqueIndex('one_order_per_cart')
      .on(t.cartId)
      .where(sql`${t.status} not in ('awaiting_payment', 'lapsed')`),
    index('orders_of_cart').on(t.cartId, t.createdAt),
    uniqueIndex('one_order_per_purchase_order')
      .on(t.purchaseOrderId)
      .where(sql`${t.status} <> 'lapsed'`),
    index('orders_of_person').on(t.personId, t.placedAt),
    index('orders_of_company').on(t.companyId, t.placedAt),
    index('orders_by_placed').on(t.placedAt, t.id),
    index('orders_by_status').on(t.status, t.placedAt, t.id),
    index('orders_alike').using(
      'gin',
      sql`${t.number} gin_trgm_ops`,
      sql`${t.email} gin_trgm_ops`,
      sql`(${t.shipTo}->>'name') gin_trgm_ops`,
    ),
    index('orders_by_email').on(sql`lower(${t.email})`),
  ],
);

export const orderLines = pgTable(
  'order_lines',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    /** 1-based and stable. */
    line: integer().notNull(),
    variantId: uuid().references(() => variants.id),
    sku: text().notNull(),
    /** As it was called when ordered, in the order's language. */
    title: text().notNull(),
    quantity: quantity().notNull(),
    configuration: jsonb().$type<LineConfiguration>().notNull().default({}),
    /** Null when graduated: the bands are in the reasons. */
    unitPrice: unitPrice(),
    /** Before tax and before promotions. */
    lineTotalMinor: minorUnits().notNull(),
    /** This line's stored share of the order's promotions. */
    discountMinor: minorUnits()
      .notNull()
      .default(sql`0`),
    taxMinor: minorUnits().notNull(),
    taxRatePercent: percent().notNull(),
    taxClass: text().notNull(),
    /** Sellers only; null when not recorded. Major units for one unit. */
    unitCost: unitPrice(),
    priceListCode: text(),
    priceListRevision: integer(),
    reasons: jsonb().notNull().default([]),
    fulfilledQuantity: quantity().notNull().default('0'),
    returnedQuantity: quantity().notNull().default('0'),
    refundedMinor: minorUnits()
      .notNull()
      .default(sql`0`),
  },
  (t) => [
    uniqueIndex('one_order_line_per_number').on(t.orderId, t.line),
    index('order_lines_of_variant').on(t.variantId),
  ],
);

/** Every change of an order: who, when, why. */
export const orderHistory = pgTable(
  'order_history',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    type: text().notNull(),
    at: instant().notNull(),
    personId: uuid().references(() => persons.id),
    /** The key, page or job it came through. */
    via: text().notNull(),
    reason: text().notNull().default(''),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [index('history_of_order').on(t.orderId, t.at)],
);

/** One attempt to be paid. Its row exists before the provider is asked, so that nothing is paid that we do not know of. */
export const payments = pgTable(
  'payments',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    /** Of the order's cart: which lock comes first is known before anything is locked. */
    cartId: uuid(),
    /** Of the order's purchase order, which is locked first as well. */
    purchaseOrderId: uuid(),
    kind: text({ enum: ['checkout', 'saved_card'] }).notNull(),
    status: oneOf(paymentStatuses).notNull(),
    amountMinor: minorUnits().notNull(),
    currency: currency().notNull(),
    sessionId: text().unique('payments_session'),
    intentId: text().unique('payments_intent'),
    url: text(),
    /** What the buyer was shown and agreed to, in one text: a second start with the same one joins this payment. */
    fingerprint: text().notNull(),
    /** Where the browser comes back to, by the name of the shop it came by. */
    returnUrl: text().notNull(),
    cancelUrl: text().notNull(),
    /** The buyer may keep the card, and says so on the payment page. */
    savesCard: boolean().notNull().default(false),
    customerId: text(),
    methodId: text(),
    failureCode: text(),
    receivedMinor: minorUnits()
      .notNull()
      .default(sql`0`),
    /** When the provider closes the session by itself, on its own clock. */
    providerExpiresAt: timestamp({ precision: 3, withTimezone: true, mode: 'date' }).notNull(),
    /** When the reservation ends, on the shop's clock. */
    reservedUntil: instant().notNull(),
    /** When the sweep asks the provider next. */
    dueAt: instant().notNull(),
    createdAt: instant().notNull(),
    settledAt: instant(),
  },
  (t) => [
    isOneOf('payment_status', t.status, paymentStatuses),
    index('payments_of_order').on(t.orderId),
    index('payments_of_purchase_order').on(t.purchaseOrderId),
    index('unsettled_payments')
      .on(t.dueAt)
      .where(sql`${t.status} in ('starting', 'open', 'requires_action')`),
  ],
);

/** What a payment or a document under way holds back. */
export const stockReservations = pgTable(
  'stock_reservations',
  {
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    variantId: uuid()
      .notNull()
      .references(() => variants.id),
    quantity: quantity().notNull(),
    /** reserved -> committed | released; the row says what became of it. */
    status: text({ enum: ['reserved', 'committed', 'released'] }).notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ name: 'one_reservation_per_order_and_variant', columns: [t.orderId, t.variantId] })],
);

export const refunds = pgTable(
  'refunds',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    amountMinor: minorUnits().notNull(),
    currency: currency().notNull(),
    /** Which line got back how much, and the freight: stored, never recomputed. */
    shares: jsonb()
      .$type<{ line: number | 'freight'; quantity: string; netMinor: string; taxMinor: string }[]>()
      .notNull()
      .default([]),
    reason: text().notNull(),
    status: text({ enum: ['due', 'succeeded', 'failed'] }).notNull(),
    providerId: text().unique('refunds_provider'),
    requestedBy: uuid().references(() => persons.id),
    dueAt: instant().notNull(),
    createdAt: instant().notNull(),
    settledAt: instant(),
  },
  (t) => [
    index('refunds_of_order').on(t.orderId),
    index('refunds_due')
      .on(t.dueAt)
      .where(sql`${t.status} = 'due'`),
  ],
);

export const fulfilments = pgTable(
  'fulfilments',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    carrier: text().notNull().default(''),
    trackingNumber: text().notNull().default(''),
    trackingUrl: text().notNull().default(''),
    lines: jsonb().$type<{ line: number; quantity: string }[]>().notNull(),
    personId: uuid().references(() => persons.id),
    at: instant().notNull(),
  },
  (t) => [index('fulfilments_of_order').on(t.orderId)],
);

/** When the buyer of an order is asked what they think of it. There is a row once anything has left. */
export const reviewRequests = pgTable(
  'review_requests',
  {
    orderId: uuid()
      .primaryKey()
      .references(() => orders.id),
    /** Null: not before more of it leaves. */
    dueAt: instant(),
    /** The mail in the outbox: whoever writes it here has the right to send it, once. */
    emailId: uuid().unique('one_review_request_per_mail'),
    /** Why nobody was asked. */
    ended: oneOf(noRequestReasons),
  },
  (t) => [
    isOneOf('review_request_ended', t.ended, noRequestReasons),
    index('review_requests_due')
      .on(t.dueAt, t.orderId)
      .where(sql`${t.dueAt} is not null`),
  ],
);

/** Provider events seen, by id: the same event twice is worked once. */
export const paymentEvents = pgTable('payment_events', {
  id: text().primaryKey(),
  type: text().notNull(),
  receivedAt: instant().notNull(),
});

/** Gapless numbers: the row is locked by the transaction that takes the next one. */
export const numberSeries = pgTable('number_series', { series: text().primaryKey(), next: integer().notNull() });
