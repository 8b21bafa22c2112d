import { type ChildProcess, spawn } from 'node:child_process';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { changeCartLine } from '#app/use-cases/cart/change-cart-line.server.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import { sweepOutbox, sweepReminders } from '#app/jobs/catalog.ts';
import { suppressAddress } from '#app/use-cases/reminders/suppress-address.server.ts';
import { advanceClock } from '#db/queries/clock.server.ts';
import { moodyMailServer } from '#tests/support/moody-mail-server.ts';
import { seeded } from '#tests/support/random.ts';
import { aReminderPlace } from '#tests/support/reminder-world.ts';

const seed = 60;
const isLong = process.env.LONG === '1';
const carts = isLong ? 2_000 : 30;
const kills = isLong ? 60 : 5;

const place = await aReminderPlace();
const { db, url } = place;
const server = await moodyMailServer({ mood: seeded(seed) });
const workers = new Set<ChildProcess>();

function startWorker(): void {
  const script = new URL('../../support/reminder-worker.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, url, server.url, server.lookUpUrl], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  workers.add(child);
  child.once('exit', () => workers.delete(child));
}
afterAll(async () => {
  for (const child of workers) child.kill('SIGKILL');
  await server.stop();
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A queue's worker that was killed keeps its lock for hours, and a retry waits for minutes: a test has no time for
 *  either. What is due is looked at again, as the schedule does. */
async function hurry(isAnyDead: boolean): Promise<void> {
  await db.execute(sql`
    update graphile_worker._private_jobs set run_at = now(), attempts = 0
    where locked_at is null and (run_at > now() or attempts >= max_attempts)`);
  if (isAnyDead)
    await db.execute(sql`
      update graphile_worker._private_jobs set locked_at = null, locked_by = null
      where locked_at < now() - interval '5 seconds'`);
  await enqueue(db, sweepReminders, {});
  await enqueue(db, sweepOutbox, {});
}

async function openMails(): Promise<number> {
  const [row] = await db.execute<{ open: number }>(sql`
    select (select count(*) from outbox_emails where status in ('waiting', 'sending', 'unsure'))::int
      + (select count(*) from carts, shop_clock
         where reminder_due_at <= clock_timestamp() + offset_seconds * interval '1 second')::int as open`);
  return row?.open ?? 0;
}

test(
  `${carts} carts, 4 workers killed at random, a mail server in a bad mood (seed ${seed}): every reminder that is due arrives once`,
  async () => {
    const left: { address: string; buyer: Awaited<ReturnType<typeof place.leaveCart>> }[] = [];
    for (let index = 0; index < carts; index += 1)
      left.push({
        address: `shopper-${index}@example.org`,
        buyer: await place.leaveCart(`shopper-${index}@example.org`),
      });
    await advanceClock(db, { seconds: 3600 });
    for (let index = 0; index < 4; index += 1) startWorker();

    const gone = new Set<string>();
    const quit = async (index: number) => {
      const someone = left[index];
      if (!someone) return;
      const before = server.arrived.filter(({ to }) => to === someone.address).length;
      const deps = await place.deps();
      if (index % 2 === 0)
        await suppressAddress(deps, { address: someone.address, as: 'unsubscribed', source: 'page' });
      else await changeCartLine(deps, { owner: someone.buyer.owner, line: 1, quantity: '0' });
      if (before === 0) gone.add(someone.address);
    };
    for (let round = 0; round < kills; round += 1) {
      await hurry(round > 0);
      await pause(isLong ? 700 : 500);
      await quit(round * 3);
      const [victim] = workers;
      victim?.kill('SIGKILL');
      startWorker();
    }
    const until = Date.now() + (isLong ? 600_000 : 120_000);
    while ((await openMails()) > 0 && Date.now() < until) {
      await hurry(true);
      await pause(500);
    }
    const times = new Map<string, number>();
    for (const { to } of server.arrived) times.set(to, (times.get(to) ?? 0) + 1);
    expect([...times].filter(([, count]) => count > 1)).toEqual([]);
    const missing = left.filter(({ address }) => !times.has(address) && !gone.has(address));
    expect(missing.map(({ address }) => address)).toEqual([]);
    expect(await openMails()).toBe(0);
  },
  isLong ? 900_000 : 200_000,
);
