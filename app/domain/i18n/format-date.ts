const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(locale, { ...options, timeZone })));
  return found;
}

/** "22 Nov 2026": the day the instant falls on in the time zone. */
export const formatDay = (at: Date, locale: string, timeZone: string): string =>
  format(locale, timeZone, { day: 'numeric', month: 'short', year: 'numeric' }).format(at);

/** "Tue 24 Nov": for a near day, where the year is plain. */
export const formatNearDay = (at: Date, locale: string, timeZone: string): string =>
  format(locale, timeZone, { weekday: 'short', day: 'numeric', month: 'short' }).format(at);

/** "3 Nov": a day of the last months. */
export const formatPlainDay = (at: Date, locale: string, timeZone: string): string =>
  format(locale, timeZone, { day: 'numeric', month: 'short' }).format(at);

/** "22 Nov 2026, 14:05" in the time zone. */
export const formatInstant = (at: Date, locale: string, timeZone: string): string =>
  format(locale, timeZone, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
