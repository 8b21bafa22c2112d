import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { events } from '#db/schema/jobs.ts';
import { webhookDeliveries, webhookEndpoints } from '#db/schema/webhooks.ts';

export type WebhookEndpoint = { id: string; url: string; types: string[]; isActive: boolean; createdAt: Date };
type Owner = { companyId: string | null };

const ofOwner = ({ companyId }: Owner) =>
  companyId ? eq(webhookEndpoints.companyId, companyId) : isNull(webhookEndpoints.companyId);
const shown = {
  id: webhookEndpoints.id,
  url: webhookEndpoints.url,
  types: webhookEndpoints.types,
  isActive: webhookEndpoints.isActive,
  createdAt: webhookEndpoints.createdAt,
};

export async function addWebhookEndpoint(db: DbOrTx, p: typeof webhookEndpoints.$inferInsert): Promise<void> {
  await db.insert(webhookEndpoints).values(p);
}

/** Newest first; without their secrets. */
export async function listWebhookEndpoints(db: DbOrTx, p: Owner): Promise<WebhookEndpoint[]> {
  return db.select(shown).from(webhookEndpoints).where(ofOwner(p)).orderBy(desc(webhookEndpoints.createdAt)).limit(100);
}

/** How many deliveries of each endpoint that still hears have failed. */
export async function countFailedDeliveries(db: DbOrTx, p: Owner): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: webhookDeliveries.endpointId, count: sql<number>`count(*)::int` })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(and(sql`${webhookDeliveries.status} = 'failed'`, eq(webhookEndpoints.isActive, true), ofOwner(p)))
    .groupBy(webhookDeliveries.endpointId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Null when there is none of that owner. */
export async function findWebhookEndpoint(db: DbOrTx, p: Owner & { id: string }): Promise<WebhookEndpoint | null> {
  const [row] = await db
    .select(shown)
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, p.id), ofOwner(p)));
  return row ?? null;
}

/** False when there is none of that owner. Its deliveries stay readable, it hears no more. */
export async function endWebhookEndpoint(db: DbOrTx, p: Owner & { id: string }): Promise<boolean> {
  const ended = await db
    .update(webhookEndpoints)
    .set({ isActive: false })
    .where(and(eq(webhookEndpoints.id, p.id), ofOwner(p)))
    .returning({ id: webhookEndpoints.id });
  return ended.length > 0;
}

/** Writes down who is owed the events nobody was told of yet, in the order they happened; answers how many events and the new deliveries.
 *  An event that commits late is simply not told yet, so none is skipped. */
export async function oweEvents(
  tx: Tx,
  p: { at: Date; limit: number },
): Promise<{ told: number; deliveries: { id: string }[] }> {
  const [row] = await tx.execute<{ told: number; ids: string[] | null }>(sql`
    with untold as (
      select id, type, company_id from events where not is_told order by id limit ${p.limit} for update skip locked
    ),
    told as (update events set is_told = true where id in (select id from untold)),
    owed as (
      insert into webhook_deliveries (id, endpoint_id, event_id, status, created_at)
      select gen_random_uuid(), w.id, u.id, 'waiting', ${p.at.toISOString()}::timestamptz
      from untold u join webhook_endpoints w on w.is_active
        and (w.company_id is null or w.company_id = u.company_id)
        and (cardinality(w.types) = 0 or exists (
          select 1 from unnest(w.types) wanted where u.type = wanted or starts_with(u.type, wanted || '.')))
      on conflict do nothing
      returning id
    )
    select (select count(*)::int from untold) as told, (select array_agg(id) from owed) as ids`);
  return { told: row?.told ?? 0, deliveries: (row?.ids ?? []).map((id) => ({ id })) };
}

export type DeliveryToSend = {
  id: string;
  url: string;
  secret: string;
  event: { id: string; type: string; subjectId: string; data: Record<string, unknown>; at: Date };
};

/** Null when it was delivered already or its endpoint hears no more. */
export async function findDeliveryToSend(db: DbOrTx, p: { id: string }): Promise<DeliveryToSend | null> {
  const [row] = await db
    .select({
      id: webhookDeliveries.id,
      url: webhookEndpoints.url,
      secret: webhookEndpoints.secret,
      event: { id: events.id, type: events.type, subjectId: events.subjectId, data: events.data, at: events.at },
    })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .innerJoin(events, eq(events.id, webhookDeliveries.eventId))
    .where(
      and(
        eq(webhookDeliveries.id, p.id),
        eq(webhookEndpoints.isActive, true),
        sql`${webhookDeliveries.status} <> 'delivered'`,
      ),
    );
  return row ?? null;
}

/** What one attempt came to. Only the newest ten are kept in the log. */
export async function recordAttempt(
  db: DbOrTx,
  p: { id: string; at: Date; status: number | null; error: string | null; isDelivered: boolean },
): Promise<void> {
  const entry = JSON.stringify([{ at: p.at.toISOString(), status: p.status, error: p.error }]);
  await db
    .update(webhookDeliveries)
    .set({
      status: p.isDelivered ? 'delivered' : 'failed',
      attempts: sql`${webhookDeliveries.attempts} + 1`,
      lastStatus: p.status,
      lastError: p.error,
      deliveredAt: p.isDelivered ? p.at : null,
      log: sql`jsonb_path_query_array(${entry}::jsonb || ${webhookDeliveries.log}, '$[0 to 9]')`,
    })
    .where(eq(webhookDeliveries.id, p.id));
}

export type DeliveryRow = {
  id: string;
  event: string;
  type: string;
  status: string;
  attempts: number;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: Date;
};

/** Of one endpoint, newest first, before the cursor's id. */
export async function listDeliveries(
  db: DbOrTx,
  p: Owner & { endpointId: string; beforeId: string | null; limit: number },
): Promise<DeliveryRow[]> {
  return db
    .select({
      id: webhookDeliveries.id,
      event: events.id,
      type: events.type,
      status: webhookDeliveries.status,
      attempts: webhookDeliveries.attempts,
      lastStatus: webhookDeliveries.lastStatus,
      lastError: webhookDeliveries.lastError,
      createdAt: webhookDeliveries.createdAt,
    })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .innerJoin(events, eq(events.id, webhookDeliveries.eventId))
    .where(
      and(
        eq(webhookDeliveries.endpointId, p.endpointId),
        ofOwner(p),
        p.beforeId ? lt(webhookDeliveries.eventId, p.beforeId) : undefined,
      ),
    )
    .orderBy(desc(webhookDeliveries.eventId))
    .limit(p.limit);
}

/** Puts a delivery back in line, delivered or not. False when there is none of that owner. */
export async function replayDelivery(tx: Tx, p: Owner & { id: string }): Promise<boolean> {
  const again = await tx
    .update(webhookDeliveries)
    .set({ status: 'waiting' })
    .from(webhookEndpoints)
    .where(and(eq(webhookDeliveries.id, p.id), eq(webhookEndpoints.id, webhookDeliveries.endpointId), ofOwner(p)))
    .returning({ id: webhookDeliveries.id });
  return again.length > 0;
}
