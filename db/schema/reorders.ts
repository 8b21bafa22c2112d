import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ReorderStatus, ReorderTake } from '#app/domain/orders/reorder-line.ts';
import { reorderStates } from '#app/domain/orders/reorder-states.ts';
import { companies, units } from './companies';
import { currency, id, instant, isOneOf, minorUnits, oneOf } from './columns';
import { persons } from './identity';
import { orders } from './orders';
import type { LineConfiguration } from './carts';

/** The same with tax, where the buyer is shown prices so; absent elsewhere. */
type WithTax = { totalMinor: string; ratePercent: string };

/** A line of a preview as it was shown: decimal strings, minor units as text. */
export type StoredReorderLine = {
  line: number;
  sku: string;
  title: string;
  quantity: string;
  configuration: LineConfiguration;
  unitPrice: string | null;
  lineTotalMinor: string;
  withTax?: WithTax;
  status: ReorderStatus;
  also: ReorderStatus[];
  offers: {
    take: ReorderTake;
    sku: string;
    quantity: string;
    unitPrice: string | null;
    lineTotalMinor: string;
    withTax?: WithTax;
    availableOn: string | null;
  }[];
  take: ReorderTake | null;
  choice: { take: Exclude<ReorderTake, 'as_is'> | 'leave_out'; quantity: string | null } | null;
};

/** A preview of ordering a past order again, kept as it was shown; committed at most once, and what it became. */
export const reorders = pgTable(
  'reorders',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    companyId: uuid().references(() => companies.id),
    unitId: uuid().references(() => units.id),
    status: oneOf(reorderStates).notNull(),
    via: text().notNull(),
    lines: jsonb().$type<StoredReorderLine[]>().notNull(),
    currency: currency().notNull(),
    totalMinor: minorUnits().notNull(),
    freightMinor: minorUnits().notNull(),
    taxMinor: minorUnits().notNull(),
    payableMinor: minorUnits().notNull(),
    newOrderId: uuid().references(() => orders.id),
    newPurchaseOrderId: uuid(),
    undoUntil: instant(),
    createdAt: instant().notNull(),
    committedAt: instant(),
  },
  (t) => [
    isOneOf('reorder_status', t.status, reorderStates),
    index('reorders_of_order').on(t.orderId, t.personId, t.committedAt),
    index('reorders_by_new_order').on(t.newOrderId),
    index('reorders_by_new_purchase_order').on(t.newPurchaseOrderId),
  ],
);
