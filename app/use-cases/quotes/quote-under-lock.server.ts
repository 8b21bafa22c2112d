import { storeScope } from '#app/domain/access/company-scope.ts';
import { personId } from '#app/domain/access/ids.ts';
import type { Tx } from '#db/client.server.ts';
import { lockQuote } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type SellerQuote, findSellerQuote } from '#db/queries/quotes.server.ts';

/** The whole quote, under its lock. Who may do what with it is asked afterwards. */
export async function quoteUnderLock(tx: Tx, p: { id: string }): Promise<SellerQuote | null> {
  if (!(await lockQuote(tx, p))) return null;
  return findSellerQuote(tx, { seller: { scope: storeScope(), person: personId('') }, id: p.id });
}

export type QuoteHappening =
  | 'requested'
  | 'offered'
  | 'countered'
  | 'accepted'
  | 'ordered_again'
  | 'declined'
  | 'expired'
  | 'extended'
  | 'withdrawn'
  | 'rejected'
  | 'commented'
  | 'file_attached';

/** What both sides know of. */
export const recordQuote = (
  tx: Tx,
  p: {
    quote: { id: string; number: string; companyId: string };
    type: QuoteHappening;
    by: { person: string | null; via: string };
    at: Date;
    data?: Record<string, unknown>;
  },
): Promise<void> =>
  recordEvent(tx, {
    type: `quote.${p.type}`,
    subjectId: p.quote.id,
    companyId: p.quote.companyId,
    personId: p.by.person,
    via: p.by.via,
    data: { number: p.quote.number, ...p.data },
    at: p.at,
  });

/** What happens on the seller's side alone: it names no company, so that no company's endpoint is told of it. */
export const recordBehindTheDesk = (
  tx: Tx,
  p: {
    quote: { id: string; number: string };
    type: 'taken' | 'submitted' | 'returned' | 'handed_on' | 'noted';
    by: { person: string | null; via: string };
    at: Date;
    data?: Record<string, unknown>;
  },
): Promise<void> =>
  recordEvent(tx, {
    type: `quote_desk.${p.type}`,
    subjectId: p.quote.id,
    personId: p.by.person,
    via: p.by.via,
    data: { number: p.quote.number, ...p.data },
    at: p.at,
  });
