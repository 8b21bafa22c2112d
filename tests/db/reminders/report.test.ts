import { expect, test } from 'vitest';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { advanceClock } from '#db/queries/clock.server.ts';
import { readLift, readReminderFigures } from '#db/queries/reminder-report.server.ts';
import { recordReminderClick } from '#db/queries/reminders.server.ts';
import { reminders } from '#db/schema/reminders.ts';
import { aReminderPlace } from '#tests/support/reminder-world.ts';

test('the store sees what was sent and clicked, by market and step', async () => {
  const { db, url, process, leaveCart, deps } = await aReminderPlace();
  await leaveCart('ada@example.org');
  await leaveCart('grace@example.org');
  await advanceClock(db, { seconds: 3600 });
  await runDueJobs(process, { url });
  const [reminder] = await db.select({ id: reminders.id }).from(reminders);
  const now = (await deps()).now();
  await recordReminderClick(db, { id: reminder?.id ?? '', at: now });
  const since = new Date(now.getTime() - 86_400_000);
  expect(await readReminderFigures(db, { since })).toEqual([
    { market: 'DE', currency: 'EUR', step: 1, sent: 2, delivered: 2, clicked: 1, recovered: 0, recoveredMinor: 0n },
  ]);
  expect(await readLift(db, { since })).toEqual([{ isHeldOut: false, people: 2, bought: 0 }]);
});
