import { Temporal } from 'temporal-polyfill';

/** When the sales desk is open. Times are wall times of its zone; a day has any number of spans, each from (inclusive)
 *  to (exclusive), none past midnight, which is 24:00. */
export type OpeningHours = {
  readonly timeZone: string;
  /** By weekday, 1 = Monday to 7 = Sunday. */
  readonly week: Readonly<Record<number, readonly { readonly from: string; readonly to: string }[]>>;
  readonly isHoliday: (day: string) => boolean;
};

export const answerMinutes = 5;
const horizonDays = 400;

/** When a clock of the zone first shows the time on that day, or has gone past it: a time that the change to summer time
 *  leaves out is the moment of the change, and one that comes twice is meant the first time. */
function momentOf(day: Temporal.PlainDate, time: string, timeZone: string): number {
  const [date, shown] = time === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, time];
  const plainTime = Temporal.PlainTime.from(shown);
  const found = date.toZonedDateTime({ timeZone, plainTime });
  if (found.toPlainTime().equals(plainTime)) return found.epochMilliseconds;
  const before = date.toPlainDateTime(plainTime).toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return (before.getTimeZoneTransition('next') ?? found).epochMilliseconds;
}

/** The opening spans from the day of `from` on, as instants: a clock change inside a span shortens or lengthens it. */
function* spansFrom(hours: OpeningHours, from: Date): Generator<{ opens: number; closes: number }> {
  let day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(hours.timeZone).toPlainDate();
  for (let count = 0; count < horizonDays; count += 1, day = day.add({ days: 1 })) {
    if (hours.isHoliday(day.toString())) continue;
    for (const span of hours.week[day.dayOfWeek] ?? []) {
      const opens = momentOf(day, span.from, hours.timeZone);
      const closes = momentOf(day, span.to, hours.timeZone);
      if (closes > opens) yield { opens, closes };
    }
  }
}

/** When the minutes given have passed on the open desk, counted from `from`. Nothing runs while it is closed.
 *  @throws RangeError for a desk that is never open */
export function dueAfter(from: Date, minutes: number, hours: OpeningHours): Date {
  let left = minutes * 60_000;
  for (const { opens, closes } of spansFrom(hours, from)) {
    const start = Math.max(opens, from.getTime());
    if (start >= closes) continue;
    if (left <= closes - start) return new Date(start + left);
    left -= closes - start;
  }
  throw new RangeError('the desk never opens');
}

/** Milliseconds of open time between two moments; zero when the second is not later. */
export function openBetween(from: Date, to: Date, hours: OpeningHours): number {
  let sum = 0;
  for (const { opens, closes } of spansFrom(hours, from)) {
    if (opens >= to.getTime()) break;
    sum += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()));
  }
  return sum;
}

export const isOpen = (at: Date, hours: OpeningHours): boolean => {
  for (const { opens, closes } of spansFrom(hours, at)) {
    if (opens > at.getTime()) return false;
    if (at.getTime() < closes) return true;
  }
  return false;
};

/** When a request that came at `at` has to be answered. */
export const answerDueAt = (at: Date, hours: OpeningHours): Date => dueAfter(at, answerMinutes, hours);

/** The next rep an unanswered request goes to: the first who has not had it. Null when everyone has: it is then the
 *  managers' to give away. */
export const nextHolder = (reps: readonly string[], had: readonly string[]): string | null =>
  reps.find((rep) => !had.includes(rep)) ?? null;
