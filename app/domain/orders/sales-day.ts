import { Temporal } from 'temporal-polyfill';

type Period = { readonly from: Date; readonly until: Date };

/** Today so far in the store's time zone, and the same weekday a week ago until the same time of day: both from
 *  midnight, start included and end excluded. */
export function salesDays(at: Date, timeZone: string): { today: Period; weekAgo: Period } {
  const now = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const before = now.subtract({ weeks: 1 });
  const moment = (zoned: Temporal.ZonedDateTime) => new Date(zoned.epochMilliseconds);
  return {
    today: { from: moment(now.startOfDay()), until: at },
    weekAgo: { from: moment(before.startOfDay()), until: moment(before) },
  };
}
