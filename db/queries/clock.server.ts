import { eq, sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { shopClock } from '#db/schema/jobs.ts';

/** Seconds the shop's clock runs ahead of the wall. */
export async function readClockOffset(db: DbOrTx): Promise<number> {
  const [row] = await db.select({ seconds: shopClock.offsetSeconds }).from(shopClock).where(eq(shopClock.id, 1));
  return row?.seconds ?? 0;
}

/** Only forward. Answers the new offset. @throws RangeError */
export async function advanceClock(db: DbOrTx, p: { seconds: number }): Promise<number> {
  if (!Number.isInteger(p.seconds) || p.seconds < 0)
    throw new RangeError('the clock only goes forward, in whole seconds');
  const [row] = await db
    .update(shopClock)
    .set({ offsetSeconds: sql`${shopClock.offsetSeconds} + ${p.seconds}` })
    .where(eq(shopClock.id, 1))
    .returning({ seconds: shopClock.offsetSeconds });
  return row?.seconds ?? 0;
}
