import { dayIn } from '../i18n/day-in';
import type { OpeningHours } from '../quotes/answer-clock';
import { type RunStatus, type StandingStatus, isOpenRun } from './lifecycle';
import { type Occurrence, type Rhythm, addDays, momentOf, occurrencesAfter, openDayFrom } from './schedule';

/** Days before a run on which its notice leaves. */
export const standardNoticeDays = 3;
/** Days for which a run waits for a yes, at most. */
export const waitsForDays = 14;
/** Days after the first try on which a card that failed is charged again. */
export const retryAfterDays = [1, 3, 5] as const;

export type StandingState = Rhythm & {
  readonly status: StandingStatus;
  readonly endsOn: string | null;
  /** The last day of its pause; null: until somebody resumes it. */
  readonly pausedUntil: string | null;
  /** Every day of the rhythm up to this one is done with. */
  readonly handledThrough: string;
  readonly noticeDays: number;
  readonly timeZone: string;
};

export type RunState = Occurrence & {
  readonly id: string;
  readonly status: RunStatus;
  readonly waitsUntil: Date | null;
  readonly nextTryAt: Date | null;
};

export type Step =
  | { readonly act: 'notice'; readonly occurrence: Occurrence; readonly runId: string | null }
  /** Nobody could be told in time, and the one after it has come as well. */
  | { readonly act: 'miss'; readonly occurrence: Occurrence; readonly runId: string | null }
  | { readonly act: 'pass'; readonly through: string }
  | { readonly act: 'order'; readonly runId: string }
  | { readonly act: 'lapse'; readonly runId: string }
  | { readonly act: 'pay'; readonly runId: string }
  | { readonly act: 'resume' }
  | { readonly act: 'end' }
  | { readonly act: 'sleep'; readonly until: Date | null };

type Hours = Pick<OpeningHours, 'week' | 'isHoliday'>;
type Question = {
  readonly order: StandingState;
  /** Those that are open, and those that differ from the rest: skipped, or changed. */
  readonly runs: readonly RunState[];
  readonly hours: Hours;
  readonly at: Date;
};

/** What is to be done next with a standing order, one thing at a time; asked again after each, until it sleeps. One run is
 *  under way at a time; each is noticed on a day before its own. */
export function nextStep({ order, runs, hours, at }: Question): Step {
  if (order.status === 'ended') return { act: 'sleep', until: null };
  const open = runs.find(({ status }) => isOpenRun(status));
  if (open) return stepOfOpen(order, open, at);
  const today = dayIn(at, order.timeZone);
  if (order.status === 'paused') {
    if (order.pausedUntil === null) return { act: 'sleep', until: null };
    if (today > order.pausedUntil) return { act: 'resume' };
    return { act: 'sleep', until: momentOf(addDays(order.pausedUntil, 1), order.timeZone) };
  }
  const coming = upcoming({ order, runs, hours });
  const { value: first } = coming.next();
  if (!first) return { act: 'end' };
  if (first.isSkipped)
    return first.runsOn <= today
      ? { act: 'pass', through: first.plannedOn }
      : { act: 'sleep', until: momentOf(first.runsOn, order.timeZone) };
  const noticeAt = momentOf(addDays(first.runsOn, -order.noticeDays), order.timeZone);
  if (at < noticeAt) return { act: 'sleep', until: noticeAt };
  if (first.runsOn > today) return { act: 'notice', occurrence: first, runId: first.runId };
  const late = openDayFrom(addDays(today, 1), hours);
  const { value: second } = coming.next();
  return second && second.runsOn <= late
    ? { act: 'miss', occurrence: first, runId: first.runId }
    : { act: 'notice', occurrence: { ...first, runsOn: late }, runId: first.runId };
}

/** Whether a run comes by itself at this moment. Whoever was told so by `nextStep` asks again under its lock: another may
 *  have ordered it meanwhile, asked about it or put it off. */
export const comesByItself = (p: { order: StandingState; run: RunState; at: Date }): boolean =>
  isOpenRun(p.run.status) && stepOfOpen(p.order, p.run, p.at).act === 'order';

function stepOfOpen(order: StandingState, run: RunState, at: Date): Step {
  const due = (moment: Date | null, step: Step): Step =>
    moment !== null && at >= moment ? step : { act: 'sleep', until: moment };
  switch (run.status) {
    case 'noticed':
      return order.status === 'paused'
        ? { act: 'sleep', until: null }
        : due(momentOf(run.runsOn, order.timeZone), { act: 'order', runId: run.id });
    case 'waiting':
      return due(run.waitsUntil, { act: 'lapse', runId: run.id });
    case 'retrying':
      return due(run.nextTryAt, { act: 'order', runId: run.id });
    default:
      return due(run.nextTryAt, { act: 'pay', runId: run.id });
  }
}

export type Coming = Occurrence & {
  readonly runId: string | null;
  readonly isSkipped: boolean;
  /** Another day, or other goods, than the rhythm says. */
  readonly isChanged: boolean;
};

/** The runs to come in their order, skipped ones among them; none of a pause that has an end. */
export function* upcoming({ order, runs, hours }: Omit<Question, 'at'>): Generator<Coming, undefined> {
  const kept = new Map(runs.filter(({ status }) => !isOpenRun(status)).map((run) => [run.plannedOn, run]));
  const after =
    order.status === 'paused' && order.pausedUntil !== null && order.pausedUntil > order.handledThrough
      ? order.pausedUntil
      : order.handledThrough;
  for (const natural of occurrencesAfter({ ...order, after }, hours)) {
    const run = kept.get(natural.plannedOn);
    yield {
      ...natural,
      runsOn: run?.status === 'planned' ? run.runsOn : natural.runsOn,
      runId: run?.id ?? null,
      isSkipped: run?.status === 'skipped',
      isChanged: run?.status === 'planned',
    };
  }
  return undefined;
}

/** The first so many of them. */
export function nextOf(question: Omit<Question, 'at'>, count: number): Coming[] {
  const found: Coming[] = [];
  for (const one of upcoming(question)) {
    if (found.length >= count) break;
    found.push(one);
  }
  return found;
}

/** Until when a run waits for a yes: two weeks from its day, or until the notice of the one after it is due; a day in
 *  any case. */
export function waitsUntil(p: { order: StandingState; runsOn: string; next: Occurrence | null; at: Date }): Date {
  const { timeZone, noticeDays } = p.order;
  const today = dayIn(p.at, timeZone);
  const day = p.runsOn > today ? p.runsOn : today;
  const longest = addDays(day, waitsForDays);
  const nextNotice = p.next && addDays(p.next.runsOn, -noticeDays);
  const until = nextNotice !== null && nextNotice < longest ? nextNotice : longest;
  const shortest = addDays(day, 1);
  return momentOf(until > shortest ? until : shortest, timeZone);
}

/** When a card is tried again after so many failures; null: no more. What stands still or has ended tries none. */
export function nextTryAt(p: {
  order: Pick<StandingState, 'status' | 'timeZone'>;
  runsOn: string;
  failures: number;
  at: Date;
}): Date | null {
  const { status, timeZone } = p.order;
  const days = retryAfterDays[p.failures - 1];
  if (status !== 'active' || days === undefined) return null;
  const planned = addDays(p.runsOn, days);
  const tomorrow = addDays(dayIn(p.at, timeZone), 1);
  return momentOf(planned > tomorrow ? planned : tomorrow, timeZone);
}
