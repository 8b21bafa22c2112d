import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { type AnswerRefusal, mayAnswer } from '#app/domain/quotes/acceptance.ts';
import { type QuoteStatus, nextStatus } from '#app/domain/quotes/lifecycle.ts';
import type { Tx } from '#db/client.server.ts';
import { type SellerQuote, moveQuote } from '#db/queries/quotes.server.ts';
import { asBuyer, asSeller } from './quote-actors';
import { tellBuyer, tellSellers } from './quote-mails.server';
import { quoteUnderLock, recordQuote } from './quote-under-lock.server';

export type CloseRefusal = AnswerRefusal | 'not_found' | 'not_yours' | 'forbidden' | 'reason_required';
type Closing = { actor: Actor; id: string; reason: string };
type CloseDeps = Pick<Deps, 'db' | 'now' | 'settings'>;
type Closed = Outcome<{ status: QuoteStatus }, CloseRefusal>;

/** The buyer says no to an offer, and why: the shop keeps it as lost. */
export async function declineQuote(deps: CloseDeps, p: Closing & { version: number }): Promise<Closed> {
  return closing(deps, p, async (tx, quote, at) => {
    const buyer = asBuyer(p.actor, quote, 'request_quotes');
    if (!buyer.ok) return buyer;
    const answerable = mayAnswer(quote, { version: p.version, at });
    if (!answerable.ok) return answerable;
    if (!p.reason.trim()) return refused('reason_required');
    await close(tx, { quote, event: 'decline', type: 'declined', closing: p, at });
    await tellSellers(deps, tx, { quote: { ...quote, company: quote.company.name }, news: 'declined', at });
    return ok({ status: 'declined' as const });
  });
}

/** Whoever made what lies on the table takes it back: the buyer their request, the seller their offer. */
export async function withdrawQuote(deps: CloseDeps, p: Closing): Promise<Closed> {
  return closing(deps, p, async (tx, quote, at) => {
    const isRequest = quote.status === 'requested';
    const own = isRequest ? asBuyer(p.actor, quote, 'request_quotes') : asSeller(p.actor, quote);
    if (!own.ok) return own;
    if (!nextStatus(quote.status, 'withdraw')) return refused('wrong_state');
    await close(tx, { quote, event: 'withdraw', type: 'withdrawn', closing: p, at });
    if (isRequest)
      await tellSellers(deps, tx, { quote: { ...quote, company: quote.company.name }, news: 'withdrawn', at });
    else await tellBuyer(deps, tx, { quote, news: 'withdrawn', reason: p.reason, at });
    return ok({ status: 'withdrawn' as const });
  });
}

/** The seller does not offer, and says why. */
export async function rejectQuote(deps: CloseDeps, p: Closing): Promise<Closed> {
  return closing(deps, p, async (tx, quote, at) => {
    const seller = asSeller(p.actor, quote);
    if (!seller.ok) return seller;
    if (!nextStatus(quote.status, 'reject')) return refused('wrong_state');
    if (!p.reason.trim()) return refused('reason_required');
    await close(tx, { quote, event: 'reject', type: 'rejected', closing: p, at });
    await tellBuyer(deps, tx, { quote, news: 'rejected', reason: p.reason, at });
    return ok({ status: 'rejected' as const });
  });
}

async function closing(
  { db, now }: CloseDeps,
  p: { id: string },
  act: (tx: Tx, quote: SellerQuote, at: Date) => Promise<Closed>,
): Promise<Closed> {
  return db.transaction(async (tx) => {
    const quote = await quoteUnderLock(tx, p);
    return quote ? act(tx, quote, now()) : refused('not_found');
  });
}

async function close(
  tx: Tx,
  p: {
    quote: SellerQuote;
    event: 'decline' | 'withdraw' | 'reject';
    type: 'declined' | 'withdrawn' | 'rejected';
    closing: Closing;
    at: Date;
  },
): Promise<void> {
  const { quote, event, at } = p;
  const { actor } = p.closing;
  const to = nextStatus(quote.status, event);
  if (!to) throw new Error(`a quote that is ${quote.status} has no ${event}`);
  const reason = p.closing.reason.trim();
  const set = { closedReason: reason, closedAt: at, remindAt: null, answerDueAt: null };
  await moveQuote(tx, { id: quote.id, from: [quote.status], to, at, set });
  await recordQuote(tx, { quote, type: p.type, by: { person: actor.person, via: actor.via }, at, data: { reason } });
}
