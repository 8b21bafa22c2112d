import { Temporal } from 'temporal-polyfill';
import type { OpeningHours } from '../quotes/answer-clock';

export const standingPeriods = ['day', 'week', 'month'] as const;
export type StandingPeriod = (typeof standingPeriods)[number];

/** The longest there is of each, a little over a year. */
export const mostEvery = { day: 400, week: 57, month: 13 } as const satisfies Record<StandingPeriod, number>;

/** Every so many days, weeks or months, counted from a first day. Days are calendar days, as YYYY-MM-DD. */
export type Rhythm = { readonly every: number; readonly period: StandingPeriod; readonly startsOn: string };

/** `plannedOn` is what the rhythm says and names the run for ever; `runsOn` is the open day it comes on. */
export type Occurrence = { readonly plannedOn: string; readonly runsOn: string };

/** The n-th day of a rhythm, from 0. Always counted from the first day: a month too short for it has its last one, and
 *  the month after is back on the day. */
export function plannedDay({ every, period, startsOn }: Rhythm, n: number): string {
  const first = Temporal.PlainDate.from(startsOn);
  const length =
    period === 'day' ? { days: every * n } : period === 'week' ? { weeks: every * n } : { months: every * n };
  return first.add(length).toString();
}

const farthestDays = 400;

/** The day itself, or the next on which the shop is open. A shop that never opens is taken to be open. */
export function openDayFrom(day: string, hours: Pick<OpeningHours, 'week' | 'isHoliday'>): string {
  let date = Temporal.PlainDate.from(day);
  for (let count = 0; count < farthestDays; count += 1, date = date.add({ days: 1 }))
    if ((hours.week[date.dayOfWeek] ?? []).length > 0 && !hours.isHoliday(date.toString())) return date.toString();
  return day;
}

/** Where `from` can first be reached, never too late. */
function firstIndex({ every, period, startsOn }: Rhythm, from: string): number {
  const unit = `${period}s` as const;
  const passed = Temporal.PlainDate.from(startsOn).until(from, { largestUnit: unit })[unit];
  return Math.max(0, Math.floor(passed / every) - 1);
}

/** The days planned after `after` (all of them, where it is null), none after `endsOn`; days that would come on one and
 *  the same open day are one, the first of them. */
export function* occurrencesAfter(
  p: Rhythm & { readonly after: string | null; readonly endsOn: string | null },
  hours: Pick<OpeningHours, 'week' | 'isHoliday'>,
): Generator<Occurrence> {
  for (let n = p.after === null ? 0 : firstIndex(p, p.after); ; n += 1) {
    const plannedOn = plannedDay(p, n);
    if (p.endsOn !== null && plannedOn > p.endsOn) return;
    if (p.after !== null && plannedOn <= p.after) continue;
    const runsOn = openDayFrom(plannedOn, hours);
    if (n > 0 && openDayFrom(plannedDay(p, n - 1), hours) === runsOn) continue;
    yield { plannedOn, runsOn };
  }
}

/** The hour, where the buyer is, at which notices leave and orders are made. */
export const runHour = 6;

export const momentOf = (day: string, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: { hour: runHour } }).epochMilliseconds);

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

export const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
};
