import { type QuietHours, outsideQuietHours } from './quiet-hours';
import { type ReminderSeries, type ReminderStep, reminderSteps } from './reminder-series';

/** How the person came to be written to, as it was recorded when the address became known. */
export type ReminderConsent = 'notice' | 'opt_in' | 'none';
export type Suppression = 'unsubscribed' | 'bounced' | 'complained';

export const endReasons = [
  'ordered',
  'cart_closed',
  'cart_empty',
  'not_buyable',
  'unsubscribed',
  'bounced',
  'complained',
  'newer_cart',
  'completed',
  'held_out',
] as const;
export type EndReason = (typeof endReasons)[number];

/** Why nothing is sent and nothing waits either: the next activity asks again. */
export type NoSeriesReason = EndReason | 'no_email' | 'no_consent' | 'company_cart' | 'one_series_a_week';

export type RunningSeries = {
  readonly startedAt: Date;
  /** Steps whose right was taken; `at` is when the mail left, null while it is under way. */
  readonly sent: readonly { readonly step: ReminderStep; readonly at: Date | null }[];
  readonly ended: EndReason | null;
};

/** All that is asked before a reminder is due, and again in the transaction that takes the right to send it. */
export type ReminderQuestion = {
  readonly series: ReminderSeries;
  readonly market: {
    readonly legalBasis: 'notice' | 'opt_in';
    readonly quietHours: QuietHours | null;
    readonly timeZone: string;
  };
  readonly cart: {
    readonly isOpen: boolean;
    readonly lastActivityAt: Date;
    readonly lineCount: number;
    /** Lines that could be bought now. */
    readonly buyableLineCount: number;
    readonly isBeingPaid: boolean;
  };
  /** Null for consumers. A company that asks for it gets one plain reminder to its own buyer, no series. */
  readonly company: { readonly remindsItsBuyers: boolean; readonly hasOpenDocument: boolean } | null;
  /** Null while no address is known. */
  readonly person: {
    readonly consent: ReminderConsent | null;
    readonly suppression: Suppression | null;
    readonly isHeldOut: boolean;
    /** When they last ordered anything, in whatever way. */
    readonly lastOrderAt: Date | null;
    /** The last activity in another open cart of theirs that holds something. */
    readonly newerCartAt: Date | null;
    /** When a series about another cart, or an earlier one about this cart, began last. */
    readonly otherSeriesAt: Date | null;
  } | null;
  /** The latest series about this cart, ended or not. */
  readonly running: RunningSeries | null;
};

export type ReminderVerdict =
  | { readonly act: 'send'; readonly step: ReminderStep; readonly startsSeries: boolean }
  | { readonly act: 'hold_out' }
  | { readonly act: 'wait'; readonly until: Date }
  | { readonly act: 'end'; readonly reason: NoSeriesReason };

const minute = 60_000;
export const seriesRestDays = 7;
const rest = seriesRestDays * 24 * 60 * minute;
/** Two reminders of one series are at least this far apart, however late the first one was. */
const breather = 12 * 60 * minute;
/** While a payment or the reminder before is under way, the next one is looked at again this much later. */
const patience = 15 * minute;
export const whileUnderWay = (at: Date): Date => new Date(at.getTime() + patience);

/** What is to be done about a cart at a moment: send which reminder, wait until when, or nothing and why. Pure: the same
 *  answer for the same question, in whatever process. */
export function decideReminder(question: ReminderQuestion, at: Date): ReminderVerdict {
  const reason = reasonToEnd(question);
  if (reason) return { act: 'end', reason };
  const { series, cart, market, person, running: latest } = question;
  const running = continues(latest, cart.lastActivityAt) ? latest : null;
  if (running?.ended) return { act: 'end', reason: running.ended };

  const step = nextStep(running);
  if (!step || (question.company && step > 1)) return { act: 'end', reason: 'completed' };
  const isUnderWay = cart.isBeingPaid || running?.sent.some((sent) => sent.at === null);
  if (isUnderWay) return { act: 'wait', until: whileUnderWay(at) };
  const due = outsideQuietHours(dueAt(series, cart.lastActivityAt, running, step), market.quietHours, market.timeZone);
  if (due > at) return { act: 'wait', until: due };
  const quietUntil = outsideQuietHours(at, market.quietHours, market.timeZone);
  if (quietUntil > at) return { act: 'wait', until: quietUntil };

  if (!running) {
    const before = latestOf(person?.otherSeriesAt ?? null, latest?.startedAt ?? null);
    if (before && at.getTime() - before.getTime() < rest) return { act: 'end', reason: 'one_series_a_week' };
    if (person?.isHeldOut && !question.company) return { act: 'hold_out' };
  }
  return { act: 'send', step, startsSeries: !running };
}

/** Each `if` is one sentence of the promise. */
function reasonToEnd({ cart, company, person, market, running }: ReminderQuestion): NoSeriesReason | null {
  if (!cart.isOpen) return 'cart_closed';
  if (cart.lineCount === 0) return 'cart_empty';
  if (!person) return 'no_email';
  if (company && (!company.remindsItsBuyers || company.hasOpenDocument)) return 'company_cart';
  if (person.suppression) return person.suppression;
  if (!company && !mayBeWritten(market.legalBasis, person.consent)) return 'no_consent';
  if (person.lastOrderAt && person.lastOrderAt >= since(cart, running)) return 'ordered';
  if (person.newerCartAt && person.newerCartAt > cart.lastActivityAt) return 'newer_cart';
  if (cart.buyableLineCount === 0) return 'not_buyable';
  return null;
}

/** notice: everybody but who said no; opt_in: only who ticked the box. */
export const mayBeWritten = (basis: 'notice' | 'opt_in', consent: ReminderConsent | null): boolean =>
  basis === 'opt_in' ? consent === 'opt_in' : consent !== 'none';

/** An order ends the series it came after, also when the cart was touched again since. */
const since = (cart: ReminderQuestion['cart'], running: RunningSeries | null): Date =>
  running && continues(running, cart.lastActivityAt) && running.startedAt < cart.lastActivityAt
    ? running.startedAt
    : cart.lastActivityAt;

/** Activity moves what is still to come of a series; a week after its start, activity begins a new one. */
const continues = (running: RunningSeries | null, lastActivityAt: Date): boolean =>
  running !== null && lastActivityAt.getTime() - running.startedAt.getTime() < rest;

const nextStep = (running: RunningSeries | null): ReminderStep | null =>
  reminderSteps.find((step) => !running?.sent.some((sent) => sent.step >= step)) ?? null;

function dueAt(series: ReminderSeries, lastActivityAt: Date, running: RunningSeries | null, step: ReminderStep): Date {
  const after = (s: ReminderStep) => series.afterMinutes[s - 1] as number;
  const due = lastActivityAt.getTime() + after(step) * minute;
  const last = running?.sent.reduce((latest, { at }) => Math.max(latest, at?.getTime() ?? 0), 0) ?? 0;
  if (step === 1 || last === 0) return new Date(due);
  const apart = Math.min(breather, (after(step) - after((step - 1) as ReminderStep)) * minute);
  return new Date(Math.max(due, last + apart));
}

const latestOf = (a: Date | null, b: Date | null): Date | null => (!a ? b : !b ? a : a > b ? a : b);
