import { Temporal } from 'temporal-polyfill';

/** Local hours in which nobody is written to: from 21 until 8 is the night, from 0 until 6 its second half. */
export type QuietHours = { readonly from: number; readonly until: number };

const isQuiet = (hour: number, { from, until }: QuietHours): boolean =>
  from < until ? hour >= from && hour < until : from > until && (hour >= from || hour < until);

/** The first moment from `at` on at which the clocks there show no quiet hour. A night that loses or repeats an hour
 *  ends when the clocks show `until`; where they skip it, when they jump over it. */
export function outsideQuietHours(at: Date, quiet: QuietHours | null, timeZone: string): Date {
  if (!quiet) return at;
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  if (!isQuiet(local.hour, quiet)) return at;
  const day = local.hour < quiet.until ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  const end = day.toZonedDateTime({ timeZone, plainTime: { hour: quiet.until } });
  return new Date(Math.max(end.epochMilliseconds, at.getTime()));
}
