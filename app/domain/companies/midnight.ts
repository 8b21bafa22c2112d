import { Temporal } from 'temporal-polyfill';

/** The moment a typed day (2027-01-31) begins in a time zone. Null when it is no day of the calendar. */
export function midnightOf(day: string, timeZone: string): Date | null {
  const date = parseDay(day);
  return date && new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
}

/** The moment after it: a period up to and including the day ends then. */
export function midnightAfter(day: string, timeZone: string): Date | null {
  const date = parseDay(day);
  return date && new Date(date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds);
}

function parseDay(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}
