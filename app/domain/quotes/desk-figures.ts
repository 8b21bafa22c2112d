import { type Exact, add, divide, exact, toExact } from '../money/exact';
import type { CurrencyCode } from '../money/currencies';
import { type OpeningHours, answerMinutes, openBetween } from './answer-clock';
import { type QuoteStatus, isFinal, outcomeOf, quoteStatuses } from './lifecycle';

/** What is known of a quote for the figures of the desk. */
export type QuoteInFigures = {
  readonly status: QuoteStatus;
  readonly currency: CurrencyCode;
  /** Who answered it or has to; null = nobody yet. */
  readonly repId: string | null;
  readonly requestedAt: Date | null;
  readonly firstOfferedAt: Date | null;
  /** Since when it is in this state. */
  readonly changedAt: Date;
  /** What the newest offer comes to, tax and freight included; null before the first. */
  readonly payableMinor: bigint | null;
  /** Given off what the buyer pays today, in percent. */
  readonly discountPercent: string | null;
};

export type RepFigures = {
  readonly rep: string | null;
  readonly asked: number;
  readonly answered: number;
  /** First offers within the promised minutes of open time. */
  readonly inTime: number;
  /** Minutes of open time from request to first offer, the middle one; null where nothing was answered. */
  readonly medianMinutes: number | null;
  readonly won: number;
  readonly lost: number;
  /** The mean over quotes that were offered; null where none has one. */
  readonly meanDiscountPercent: Exact | null;
};

const minuteMs = 60_000;

/** How each rep answers, wins and gives away, by rep in the order of their first quote. Time with the desk closed does
 *  not count; a quote asked for by nobody (a draft) is not in it. */
export function figuresByRep(quotes: readonly QuoteInFigures[], hours: OpeningHours): RepFigures[] {
  const byRep = new Map<string | null, QuoteInFigures[]>();
  for (const quote of quotes) {
    if (!quote.requestedAt) continue;
    const own = byRep.get(quote.repId);
    if (own) own.push(quote);
    else byRep.set(quote.repId, [quote]);
  }
  return [...byRep].map(([rep, own]) => {
    const waits = own.flatMap(({ requestedAt, firstOfferedAt }) =>
      requestedAt && firstOfferedAt ? [openBetween(requestedAt, firstOfferedAt, hours)] : [],
    );
    return {
      rep,
      asked: own.length,
      answered: waits.length,
      inTime: waits.filter((wait) => wait <= answerMinutes * minuteMs).length,
      medianMinutes: medianOf(waits.map((wait) => wait / minuteMs)),
      won: own.filter(({ status }) => outcomeOf(status) === 'won').length,
      lost: own.filter(({ status }) => outcomeOf(status) === 'lost').length,
      meanDiscountPercent: meanOf(own.flatMap(({ discountPercent }) => (discountPercent ? [discountPercent] : []))),
    };
  });
}

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1] ?? 0, sorted[middle] ?? 0];
  return Math.round((low + high) / 2);
}

const meanOf = (values: readonly string[]): Exact | null =>
  values.length === 0
    ? null
    : divide(
        values.reduce((sum, value) => add(sum, toExact(value)), toExact('0')),
        exact(BigInt(values.length)),
      );

export const ages = ['day', 'week', 'older'] as const;
export type Age = (typeof ages)[number];

export type PipelineStage = {
  readonly status: QuoteStatus;
  readonly byAge: Readonly<Record<Age, number>>;
  /** What the newest offers come to, by currency; currencies are never added up. */
  readonly worth: readonly { readonly currency: CurrencyCode; readonly minor: bigint }[];
};

const dayMs = 86_400_000;
const ageOf = (since: Date, at: Date): Age => {
  const days = (at.getTime() - since.getTime()) / dayMs;
  return days < 1 ? 'day' : days < 7 ? 'week' : 'older';
};

/** What a quote passes through from its request until it is over. */
export const openStages: readonly QuoteStatus[] = quoteStatuses.filter(
  (status) => status !== 'draft' && !isFinal(status),
);

/** Open quotes by their state and by how long they have been in it, states in the order a quote passes through them. */
export function pipeline(quotes: readonly QuoteInFigures[], at: Date): PipelineStage[] {
  return openStages.map((status) => {
    const own = quotes.filter((quote) => quote.status === status);
    const byAge: Record<Age, number> = { day: 0, week: 0, older: 0 };
    const worth = new Map<CurrencyCode, bigint>();
    for (const { changedAt, currency, payableMinor } of own) {
      byAge[ageOf(changedAt, at)] += 1;
      if (payableMinor !== null) worth.set(currency, (worth.get(currency) ?? 0n) + payableMinor);
    }
    return { status, byAge, worth: [...worth].map(([currency, minor]) => ({ currency, minor })) };
  });
}
