import { Temporal } from 'temporal-polyfill';
import { type Exact, parseExact, percentOf } from '../money/exact';
import { type Money, majorUnits, money, subtractMoney } from '../money/money';
import { roundToMinorUnits, toDecimalString } from '../money/rounding';

export const netDays = [7, 15, 30, 45, 60, 90] as const;
export type NetDays = (typeof netDays)[number];

/** When a company pays. A deposit is a percentage of `payable`, due at once; the rest follows its own terms. */
export type Terms =
  | { readonly kind: 'now' }
  | { readonly kind: 'net'; readonly days: NetDays }
  | { readonly kind: 'on_fulfilment' }
  | { readonly kind: 'fixed_date'; readonly date: string }
  | { readonly kind: 'deposit'; readonly percent: Exact; readonly rest: RestTerms };
type RestTerms = Exclude<Terms, { readonly kind: 'now' | 'deposit' }>;

/** `now`, `net30`, `on_fulfilment`, `fixed_date:2027-03-01`, `deposit:30:net60`. Null when it is none of these. */
export function parseTerms(code: string): Terms | null {
  const [kind = '', first = '', ...rest] = code.split(':');
  if (kind === 'deposit') {
    const percent = parseExact(first);
    const after = parseTerms(rest.join(':'));
    const isPart =
      percent !== null && percent.num > 0n && percent.num < 100n * percent.den && 10_000n % percent.den === 0n;
    return isPart && after && after.kind !== 'now' && after.kind !== 'deposit' ? { kind, percent, rest: after } : null;
  }
  if (rest.length > 0) return null;
  if (kind === 'fixed_date') return isDate(first) ? { kind, date: first } : null;
  if (first !== '' || code.includes(':')) return null;
  if (kind === 'now' || kind === 'on_fulfilment') return { kind };
  const days = netDays.find((each) => code === `net${each}`);
  return days === undefined ? null : { kind: 'net', days };
}

export function termsCode(terms: Terms): string {
  switch (terms.kind) {
    case 'now':
    case 'on_fulfilment':
      return terms.kind;
    case 'net':
      return `net${terms.days}`;
    case 'fixed_date':
      return `fixed_date:${terms.date}`;
    case 'deposit':
      return `deposit:${toDecimalString(terms.percent, 4)}:${termsCode(terms.rest)}`;
  }
}

/** Everything but paying now is owed for a while and needs credit. */
export const needsCredit = (terms: Terms): boolean => terms.kind !== 'now';

/** One part of an invoice. `dueOn` is a calendar day in the company's time zone, `dueAt` its first midnight; it is
 *  overdue from `overdueAt`, the midnight after. All null until the goods are fulfilled, where that decides. */
export type DuePart = { readonly part: 'whole' | 'deposit' | 'rest'; readonly amount: Money } & (
  | { readonly dueOn: string; readonly dueAt: Date; readonly overdueAt: Date }
  | { readonly dueOn: null; readonly dueAt: null; readonly overdueAt: null }
);

/** What of `payable` is due when; the parts add up to it. Net days count from the invoice's calendar day.
 *  @throws RangeError for an unknown time zone */
export function dueParts(p: {
  readonly terms: Terms;
  readonly payable: Money;
  readonly invoicedAt: Date;
  readonly fulfilledAt: Date | null;
  readonly timeZone: string;
}): readonly DuePart[] {
  const { terms, payable } = p;
  if (terms.kind !== 'deposit') return [{ part: 'whole', amount: payable, ...dueDay(terms, p) }];
  const major = percentOf(majorUnits(payable), terms.percent);
  const deposit = money(roundToMinorUnits(major, payable.currency), payable.currency);
  return [
    { part: 'deposit', amount: deposit, ...dueDay({ kind: 'now' }, p) },
    { part: 'rest', amount: subtractMoney(payable, deposit), ...dueDay(terms.rest, p) },
  ];
}

function dueDay(
  terms: Exclude<Terms, { readonly kind: 'deposit' }>,
  p: { readonly invoicedAt: Date; readonly fulfilledAt: Date | null; readonly timeZone: string },
) {
  const day = calendarDay(terms, p);
  if (day === null) return { dueOn: null, dueAt: null, overdueAt: null } as const;
  const midnight = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(p.timeZone).epochMilliseconds);
  return { dueOn: day.toString(), dueAt: midnight(day), overdueAt: midnight(day.add({ days: 1 })) };
}

function calendarDay(
  terms: Exclude<Terms, { readonly kind: 'deposit' }>,
  p: { readonly invoicedAt: Date; readonly fulfilledAt: Date | null; readonly timeZone: string },
): Temporal.PlainDate | null {
  const dayOf = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(p.timeZone).toPlainDate();
  switch (terms.kind) {
    case 'now':
      return dayOf(p.invoicedAt);
    case 'net':
      return dayOf(p.invoicedAt).add({ days: terms.days });
    case 'on_fulfilment':
      return p.fulfilledAt && dayOf(p.fulfilledAt);
    case 'fixed_date':
      return Temporal.PlainDate.from(terms.date);
  }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
