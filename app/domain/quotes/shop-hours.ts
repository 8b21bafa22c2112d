import { Temporal } from 'temporal-polyfill';
import { storeTimeZone } from '../checkout/markets';
import type { OpeningHours } from './answer-clock';

const workday = [{ from: '08:00', to: '18:00' }];

/** Days a year has by its own Easter Sunday, counted from it. */
const byEaster = [-2, 1, 39, 50];
const byDate = ['01-01', '05-01', '10-03', '12-25', '12-26'];

/** Easter Sunday of the Gregorian calendar. Formula: Meeus, Jones and Butcher, Nature 14 (1876) 487. */
export function easterSunday(year: number): string {
  const whole = (a: number, b: number) => Math.floor(a / b);
  const golden = year % 19;
  const century = whole(year, 100);
  const yearOfCentury = year % 100;
  const correction = whole(century + 8, 25);
  const epact = (19 * golden + century - whole(century, 4) - whole(century - correction + 1, 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * whole(yearOfCentury, 4) - epact - (yearOfCentury % 4)) % 7;
  const shift = whole(golden + 11 * epact + 22 * weekday, 451);
  const sum = epact + weekday - 7 * shift + 114;
  return new Temporal.PlainDate(year, whole(sum, 31), (sum % 31) + 1).toString();
}

/** Holidays of the whole of Germany: the fixed ones, Good Friday, Easter Monday, Ascension and Whit Monday. */
export function isGermanHoliday(day: string): boolean {
  if (byDate.includes(day.slice(5))) return true;
  const easter = Temporal.PlainDate.from(easterSunday(Number(day.slice(0, 4))));
  return byEaster.some((days) => easter.add({ days }).toString() === day);
}

export const holidayCalendars = ['germany', 'none'] as const;

/** When the sales desk answers, as it is kept and edited. */
export type StoredHours = Pick<OpeningHours, 'timeZone' | 'week'> & {
  readonly calendar: (typeof holidayCalendars)[number];
  /** More days it is closed: "2026-12-24" once, "12-24" every year. */
  readonly closedOn: readonly string[];
};

/** Monday to Friday, eight to six, in Berlin, until the shop's owner says otherwise. */
export const firstHours: StoredHours = {
  timeZone: storeTimeZone,
  week: { 1: workday, 2: workday, 3: workday, 4: workday, 5: workday },
  calendar: 'germany',
  closedOn: [],
};

export const hoursOf = ({ timeZone, week, calendar, closedOn }: StoredHours): OpeningHours => ({
  timeZone,
  week,
  isHoliday: (day) =>
    closedOn.includes(day) || closedOn.includes(day.slice(5)) || (calendar === 'germany' && isGermanHoliday(day)),
});
