import type { DbOrTx } from '#db/client.server.ts';
import { events } from '#db/schema/jobs.ts';

export type NewEvent = {
  id: string;
  /** Past tense, dotted: order.paid. */
  type: string;
  subjectId: string;
  companyId?: string | null;
  personId?: string | null;
  via?: string;
  data?: Record<string, unknown>;
  at: Date;
};

/** What happened, once, in the transaction in which it happened. */
export async function addEvent(db: DbOrTx, event: NewEvent): Promise<void> {
  await db.insert(events).values(event);
}
