import { newId } from '#app/integrations/ids.server.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { events } from '#db/schema/jobs.ts';
import { and, asc, eq } from 'drizzle-orm';

export type EventToRecord = {
  /** Past tense, dotted: `member.deactivated`. */
  type: string;
  subjectId: string;
  companyId?: string | null;
  /** Who did it; null = the shop itself. */
  personId: string | null;
  /** Through what: `page`, `key:<id>`, `job:<name>`. */
  via: string;
  data?: Record<string, unknown>;
  at: Date;
};

/** One row of what happened, in the transaction that did it. */
export async function recordEvent(tx: Tx, p: EventToRecord): Promise<void> {
  await tx.insert(events).values({
    id: newId(p.at.getTime()),
    type: p.type,
    subjectId: p.subjectId,
    companyId: p.companyId ?? null,
    personId: p.personId,
    via: p.via,
    data: p.data ?? {},
    at: p.at,
  });
}

export type RecordedEvent = {
  type: string;
  personId: string | null;
  via: string;
  data: Record<string, unknown>;
  at: Date;
};

/** Oldest first. */
export async function listEventsOf(
  db: DbOrTx,
  p: { subjectId: string; companyId: string | null },
): Promise<RecordedEvent[]> {
  return db
    .select({ type: events.type, personId: events.personId, via: events.via, data: events.data, at: events.at })
    .from(events)
    .where(and(eq(events.subjectId, p.subjectId), p.companyId === null ? undefined : eq(events.companyId, p.companyId)))
    .orderBy(asc(events.at), asc(events.id));
}
