import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { apiKeys } from './identity';
import { companies } from './companies';
import { events } from './jobs';
import { id, instant } from './columns';

/** Where others want to hear what happens here, and of what kinds. A company's endpoint hears of that company alone. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: id(),
    url: text().notNull(),
    /** Event types, or the first words of them: `order` hears `order.paid`; empty hears everything. */
    types: text().array().notNull(),
    /** Signs what is sent (Standard Webhooks); needed in clear to sign. */
    secret: text().notNull(),
    companyId: uuid().references(() => companies.id),
    apiKeyId: uuid().references(() => apiKeys.id, { onDelete: 'set null' }),
    isActive: boolean().notNull().default(true),
    createdAt: instant().notNull(),
  },
  (t) => [index('webhook_endpoints_of_company').on(t.companyId)],
);

/** One event owed to one endpoint. Kept after delivery, so that it can be looked at and sent again. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    endpointId: uuid()
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: 'cascade' }),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    status: text({ enum: ['waiting', 'delivered', 'failed'] }).notNull(),
    attempts: integer().notNull().default(0),
    lastStatus: integer(),
    lastError: text(),
    log: jsonb().$type<{ at: string; status: number | null; error: string | null }[]>().notNull().default([]),
    createdAt: instant().notNull(),
    deliveredAt: instant(),
  },
  (t) => [
    uniqueIndex('one_delivery_per_event_and_endpoint').on(t.endpointId, t.eventId),
    index('webhook_deliveries_newest').on(t.endpointId, t.createdAt),
    index('webhook_deliveries_failed')
      .on(t.endpointId)
      .where(sql`${t.status} = 'failed'`),
  ],
);
