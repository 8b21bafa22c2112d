import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { retryFailedJob, retryFailedJobs } from '#db/queries/jobs.server.ts';

/** Gives a job that was given up its tries back, or every such job. What it did already it does not do again: handlers
 *  look first. */
export async function retryJobs(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { actor, id }: { actor: StaffActor; id: string | 'all' },
): Promise<Outcome<{ count: number }, 'not_found'>> {
  return db.transaction(async (tx) => {
    const count = id === 'all' ? await retryFailedJobs(tx) : Number(await retryFailedJob(tx, { id }));
    if (count === 0) return refused('not_found');
    const by = { personId: actor.person, via: actor.via, at: now() };
    await recordEvent(tx, { type: 'jobs.retried', subjectId: actor.person, ...by, data: { job: id, count } });
    return ok({ count });
  });
}
