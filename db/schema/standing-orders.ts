import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { pauseReasons, runStatuses, standingStatuses } from '#app/domain/standing-orders/lifecycle.ts';
import { standingPeriods } from '#app/domain/standing-orders/schedule.ts';
import type { LineConfiguration } from './carts';
import { currency, id, instant, isOneOf, minorUnits, oneOf, percent } from './columns';
import { companies, units } from './companies';
import { type PostalAddress, persons } from './identity';
import { orders } from './orders';
import type { StoredReorderLine } from './reorders';

/** What comes each time, at the price that was last agreed: decimal strings, minor units as text. */
export type StandingLine = {
  line: number;
  sku: string;
  title: string;
  quantity: string;
  configuration: LineConfiguration;
  /** Null when graduated. */
  unitPrice: string | null;
  /** Before tax and promotions. */
  lineTotalMinor: string;
  /** What it was agreed at, for a buyer who is shown prices with tax. */
  withTax?: { totalMinor: string; ratePercent: string };
};

/** What ordering by itself was last shown to cost. */
export type ShownRun = {
  lines: StoredReorderLine[];
  totalMinor: string;
  freightMinor: string;
  taxMinor: string;
  payableMinor: string;
};

/** What is ordered again by itself, every so many days, weeks or months: by a consumer, or for a unit of a company. */
export const standingOrders = pgTable(
  'standing_orders',
  {
    id: id(),
    status: oneOf(standingStatuses).notNull(),
    pauseReason: oneOf(pauseReasons).notNull().default(''),
    name: text().notNull(),
    /** In whose name each run is ordered. */
    ownerId: uuid()
      .notNull()
      .references(() => persons.id),
    companyId: uuid().references(() => companies.id),
    unitId: uuid().references(() => units.id),
    /** The order it was made from. */
    sourceOrderId: uuid()
      .notNull()
      .references(() => orders.id),
    lines: jsonb().$type<StandingLine[]>().notNull(),
    every: integer().notNull(),
    period: oneOf(standingPeriods).notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }),
    pausedUntil: date({ mode: 'string' }),
    /** Every day of its rhythm up to this one is done with. */
    handledThrough: date({ mode: 'string' }).notNull(),
    noticeDays: integer().notNull(),
    tolerancePercent: percent().notNull(),
    timeZone: text().notNull(),
    market: text().notNull(),
    currency: currency().notNull(),
    locale: text().notNull(),
    showsTaxIncluded: boolean().notNull(),
    shipTo: jsonb().$type<PostalAddress>().notNull(),
    shippingMethod: text().notNull(),
    costCentre: text(),
    notes: text().notNull().default(''),
    /** Raised by every change: the optimistic lock. */
    version: integer().notNull().default(1),
    /** When its prices were last agreed; a run placed later is what they are compared with from then on. */
    agreedAt: instant().notNull(),
    /** When the sweep looks at it next; null = not before it is changed. */
    nextAt: instant(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    isOneOf('standing_order_status', t.status, standingStatuses),
    isOneOf('standing_order_period', t.period, standingPeriods),
    check('a_unit_of_a_company_or_a_consumer', sql`(${t.companyId} is null) = (${t.unitId} is null)`),
    index('standing_orders_of_owner').on(t.ownerId, t.createdAt),
    index('standing_orders_of_unit').on(t.unitId, t.createdAt),
    index('standing_orders_due')
      .on(t.nextAt, t.id)
      .where(sql`${t.nextAt} is not null`),
  ],
);

/** One day of its rhythm: when it came, what it was to cost, what it became. */
export const standingOrderRuns = pgTable(
  'standing_order_runs',
  {
    id: id(),
    standingOrderId: uuid()
      .notNull()
      .references(() => standingOrders.id),
    plannedOn: date({ mode: 'string' }).notNull(),
    runsOn: date({ mode: 'string' }).notNull(),
    status: oneOf(runStatuses).notNull(),
    /** What comes this time alone; null = as always. */
    lines: jsonb().$type<StandingLine[]>(),
    shown: jsonb().$type<ShownRun>(),
    /** Raised with every `shown`: a yes is to what was seen, and each is told once. */
    shownVersion: integer().notNull().default(0),
    noticedAt: instant(),
    /** Somebody said yes to what is shown. */
    agreedAt: instant(),
    waitsUntil: instant(),
    /** Why it waits or failed: a refusal's code, or a bank's; empty where the differences say it. */
    reason: text().notNull().default(''),
    failures: integer().notNull().default(0),
    nextTryAt: instant(),
    orderId: uuid().references(() => orders.id),
    purchaseOrderId: uuid(),
    payableMinor: minorUnits(),
    settledAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    isOneOf('standing_order_run_status', t.status, runStatuses),
    uniqueIndex('one_run_per_planned_day').on(t.standingOrderId, t.plannedOn),
    uniqueIndex('one_run_under_way')
      .on(t.standingOrderId)
      .where(
        sql`${t.status} in ('noticed', 'waiting', 'ordering') or (${t.status} = 'retrying' and ${t.purchaseOrderId} is null)`,
      ),
    index('standing_runs_by_order').on(t.orderId),
    index('standing_runs_by_purchase_order').on(t.purchaseOrderId),
    index('standing_runs_to_pay_again')
      .on(t.nextTryAt)
      .where(sql`${t.nextTryAt} is not null and ${t.purchaseOrderId} is not null`),
  ],
);
