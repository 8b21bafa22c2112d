import { Logger, type Runner, type TaskList, run as startRunner, runOnce } from 'graphile-worker';
import { Pool } from 'pg';
import { type ProcessDeps, depsForRequest } from '#app/deps.server.ts';
import { countRunnableJobs, hasRunnableJobs } from '#db/queries/jobs.server.ts';
import { enqueue } from './enqueue.server';
import { handlers } from './handlers.server';
import { schedule } from './schedule';

/** The queue keeps quiet: a job that fails is in its own row, and the process logs what it is given. */
const logger = new Logger(() => () => {});

const taskList = (process: ProcessDeps): TaskList =>
  Object.fromEntries(
    handlers.map((handler) => [
      handler.name,
      async (payload: unknown) => handler.run(await depsForRequest(process), payload),
    ]),
  );

function queuePool(url: string, connections: number): Pool {
  const pool = new Pool({ connectionString: url, max: connections });
  pool.on('error', () => {});
  pool.on('connect', (connection) => connection.on('error', () => {}));
  return pool;
}

export type Worker = { stop: () => Promise<void>; finished: Promise<void> };

/** Works until stopped. Any number of these run side by side, and one may die at any moment. */
export async function startWorker(process: ProcessDeps, p: { url: string; concurrency?: number }): Promise<Worker> {
  const concurrency = p.concurrency ?? 4;
  const pool = queuePool(p.url, concurrency + 2);
  const runner: Runner = await startRunner({
    pgPool: pool,
    concurrency,
    taskList: taskList(process),
    noHandleSignals: true,
    logger,
    preset: { worker: { pollInterval: 1000 } },
  });
  const timers = schedule.map(({ job, everySeconds }) =>
    setInterval(() => void enqueue(process.db, job, {}).catch(() => {}), everySeconds * 1000).unref(),
  );
  return {
    finished: runner.promise,
    async stop() {
      timers.forEach(clearInterval);
      await runner.stop().catch(() => {});
      await pool.end();
    },
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const mostRounds = 50;

/** Runs all that is due on the shop's clock and returns when nothing is left: sweeps, the jobs they add, mails, and what
 *  other workers have in hand. A job that failed and waits for its next try is left to that moment. */
export async function runDueJobs(
  process: ProcessDeps,
  p: { url: string; concurrency?: number },
): Promise<{ ran: number }> {
  const pool = queuePool(p.url, (p.concurrency ?? 2) + 1);
  let ran = 0;
  try {
    for (let round = 0; round < mostRounds; round += 1) {
      const waiting = await countRunnableJobs(process.db);
      for (const { job } of schedule) await enqueue(process.db, job, {});
      await runOnce({
        pgPool: pool,
        concurrency: p.concurrency ?? 2,
        taskList: taskList(process),
        noHandleSignals: true,
        logger,
      });
      while (await hasRunnableJobs(process.db, { locked: true })) await pause(25);
      ran += waiting;
      // What the sweeps found in this round is worked in the next; one that began with nothing is the last.
      if (waiting === 0 && round > 0 && !(await hasRunnableJobs(process.db, { locked: false }))) break;
    }
    return { ran };
  } finally {
    await pool.end();
  }
}
