import { type Outcome, ok, refused } from '../outcome';
import type { QuoteStatus } from './lifecycle';
import { hasRunOut } from './quote-validity';

export type QuoteToAccept = {
  readonly status: QuoteStatus;
  /** The newest version the buyer was shown. */
  readonly offeredVersion: number | null;
  readonly validUntil: Date | null;
  readonly partAcceptance: boolean;
  readonly lines: readonly number[];
};

export type AnswerRefusal = 'stale_version' | 'expired' | 'wrong_state';
export type AcceptRefusal = AnswerRefusal | 'no_such_line' | 'part_not_allowed' | 'lines_needed';

/** Whether the buyer may answer an offer at all: it must be the newest, still standing and still valid. */
export function mayAnswer(
  quote: Pick<QuoteToAccept, 'status' | 'offeredVersion' | 'validUntil'>,
  asked: { readonly version: number; readonly at: Date },
): Outcome<null, AnswerRefusal> {
  if (quote.status === 'expired') return refused('expired');
  if (quote.offeredVersion !== null && asked.version !== quote.offeredVersion) return refused('stale_version');
  if (quote.status !== 'offered') return refused('wrong_state');
  if (!quote.validUntil || hasRunOut(quote.validUntil, asked.at)) return refused('expired');
  return ok(null);
}

/** Which lines an acceptance takes: all of them, or the whole lines named where the offer allows a part. The rest are
 *  declined; freight stays as offered. */
export function acceptedLines(
  quote: QuoteToAccept,
  asked: { readonly version: number; readonly lines: readonly number[] | null; readonly at: Date },
): Outcome<readonly number[], AcceptRefusal> {
  const answerable = mayAnswer(quote, asked);
  if (!answerable.ok) return answerable;
  if (asked.lines === null) return ok(quote.lines);
  const wanted = [...new Set(asked.lines)].sort((a, b) => a - b);
  if (wanted.length === 0) return refused('lines_needed');
  if (wanted.some((line) => !quote.lines.includes(line))) return refused('no_such_line');
  if (wanted.length < quote.lines.length && !quote.partAcceptance) return refused('part_not_allowed');
  return ok(wanted);
}
