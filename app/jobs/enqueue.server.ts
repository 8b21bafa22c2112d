import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import type { JobDefinition } from './define-job';

/** Adds a job to the queue in the same database: it commits with the business change, or not at all. */
export async function enqueue<Payload>(db: DbOrTx, job: JobDefinition<Payload>, payload: Payload): Promise<void> {
  await enqueueAll(db, job, [payload]);
}

/** One statement for any number of jobs of one kind. */
export async function enqueueAll<Payload>(
  db: DbOrTx,
  job: JobDefinition<Payload>,
  payloads: readonly Payload[],
): Promise<void> {
  if (payloads.length === 0) return;
  const specs = payloads.map((payload) => ({
    payload: job.payload.parse(payload),
    key: job.key?.(payload) ?? null,
    queue: job.queue?.(payload) ?? null,
  }));
  await db.execute(sql`
    select graphile_worker.add_job(
      ${job.name}::text, payload := (spec->'payload')::json, queue_name := spec->>'queue',
      max_attempts := ${job.maxAttempts}::int, job_key := spec->>'key')
    from jsonb_array_elements(${JSON.stringify(specs)}::jsonb) as spec`);
}
