import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';

/** Jobs whose moment has come, in hand or not. run_at is wall time: it serves retries only. */
export async function countRunnableJobs(db: DbOrTx): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from graphile_worker._private_jobs
    where run_at <= now() and attempts < max_attempts`);
  return row?.count ?? 0;
}

/** locked: a worker has it in hand; else it waits for one. */
export async function hasRunnableJobs(db: DbOrTx, p: { locked: boolean }): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(sql`
    select exists (
      select 1 from graphile_worker._private_jobs
      where run_at <= now() and attempts < max_attempts
        and (locked_at is not null) = ${p.locked} and (locked_at is null or locked_at > now() - interval '5 minutes')
    ) as found`);
  return row?.found ?? false;
}

export type FailedJob = { id: string; task: string; error: string; attempts: number; failedAt: Date };

/** Jobs given up after their last try, newest first, before the cursor's id. */
export async function listFailedJobs(db: DbOrTx, p: { limit: number; beforeId?: string | null }): Promise<FailedJob[]> {
  const rows = await db.execute<{ id: string; task: string; error: string | null; attempts: number; at: string }>(sql`
    select id::text, task_identifier as task, last_error as error, attempts, updated_at as at
    from graphile_worker.jobs
    where attempts >= max_attempts and (${p.beforeId ?? null}::bigint is null or id < ${p.beforeId ?? null}::bigint)
    order by id desc limit ${p.limit}`);
  return rows.map((row) => ({
    id: row.id,
    task: row.task,
    error: row.error ?? '',
    attempts: row.attempts,
    failedAt: new Date(row.at),
  }));
}

/** Gives one failed job its tries back. False when it is none that was given up. */
export async function retryFailedJob(db: DbOrTx, p: { id: string }): Promise<boolean> {
  const rows = await db.execute(sql`
    select again.id from (select array_agg(id) as ids from graphile_worker.jobs
      where attempts >= max_attempts and id = ${p.id}::bigint) failed,
      graphile_worker.reschedule_jobs(coalesce(failed.ids, '{}'), run_at := now(), attempts := 0) again`);
  return rows.length > 0;
}

/** Gives every failed job its tries back. Answers how many. */
export async function retryFailedJobs(db: DbOrTx): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    with failed as (select array_agg(id) as ids from graphile_worker.jobs where attempts >= max_attempts),
    again as (
      select count(*)::int as count
      from failed, graphile_worker.reschedule_jobs(coalesce(failed.ids, '{}'), run_at := now(), attempts := 0)
    )
    select count from again`);
  return row?.count ?? 0;
}
