import { eq } from 'drizzle-orm';
import { type ReminderSeries, standardSeries } from '#app/domain/cart/reminder-series.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { type ReminderTexts, reminderSettings } from '#db/schema/reminders.ts';

export type ReminderSettings = { series: ReminderSeries; texts: ReminderTexts };

/** What the store set, else the standard series in the shop's words. */
export async function readReminderSettings(db: DbOrTx): Promise<ReminderSettings> {
  const [row] = await db.select().from(reminderSettings).where(eq(reminderSettings.id, 1));
  if (!row) return { series: standardSeries, texts: {} };
  const [first = 60, second = 1440, third = 4320] = row.afterMinutes;
  const { codePercentOff, codeValidDays, holdoutPercent } = row;
  const code = codePercentOff && codeValidDays ? { percentOff: codePercentOff, validDays: codeValidDays } : null;
  return { series: { afterMinutes: [first, second, third], holdoutPercent, code }, texts: row.texts };
}
