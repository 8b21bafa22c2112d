import type { Deps } from '#app/deps.server.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import { schedule } from '#app/jobs/schedule.ts';
import { advanceClock } from '#db/queries/clock.server.ts';

/** Lets time pass in a demo, and looks at once at what that makes due. */
export async function advanceDemoClock({ db, settings }: Deps, { seconds }: { seconds: number }): Promise<void> {
  if (settings.mode !== 'demo') throw new Error('only the clock of a demo is moved');
  await db.transaction(async (tx) => {
    await advanceClock(tx, { seconds });
    for (const { job } of schedule) await enqueue(tx, job, {});
  });
}
