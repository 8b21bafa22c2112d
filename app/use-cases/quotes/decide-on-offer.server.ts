import type { Deps } from '#app/deps.server.ts';
import type { DecisionRefusal } from '#app/domain/approvals/decision-effects.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import type { QuoteStatus } from '#app/domain/quotes/lifecycle.ts';
import { hasRunOut } from '#app/domain/quotes/quote-validity.ts';
import type { Tx } from '#db/client.server.ts';
import { findCase } from '#db/queries/approval-cases.server.ts';
import { type QuoteVersion, readAllVersions, templateOf } from '#db/queries/quote-versions.server.ts';
import { type SellerQuote, moveQuote } from '#db/queries/quotes.server.ts';
import { type DecisionToTake, type DocumentUnderApproval, takeDecision } from '../approvals/decide.server';
import { release } from './offer-quote.server';
import { tellSellers } from './quote-mails.server';
import { quoteUnderLock, recordBehindTheDesk } from './quote-under-lock.server';

type Found = { readonly quote: SellerQuote; readonly version: QuoteVersion };

export type OfferDecisionRefusal = DecisionRefusal | 'not_found' | 'expired';

/** A manager lets an offer beyond its rep's limit go out, or returns it. Nothing else ever releases it. */
export async function decideOnOffer(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: DecisionToTake & { id: string },
): Promise<Outcome<{ status: QuoteStatus }, OfferDecisionRefusal>> {
  const by = { person: p.actor, via: p.via };
  const pending = (await readAllVersions(deps.db, { quoteId: p.id })).at(-1);
  // A version never changes, so that it may be looked at before the lock.
  const isPending = pending?.version === p.revision && pending.releasedAt === null;
  if (p.verdict === 'approved' && isPending && hasRunOut(pending.validUntil, deps.now())) return refused('expired');
  const document: DocumentUnderApproval<Found> = {
    kind: 'quote',
    async lock(tx) {
      const quote = await quoteUnderLock(tx, { id: p.id });
      const version = quote && (await readAllVersions(tx, { quoteId: quote.id })).at(-1);
      if (!quote || !version) return null;
      const state = await stateOf(tx, quote);
      return { quote, version, id: quote.id, companyId: null, revision: quote.version, state };
    },
    async decided(tx, { found: { quote, version }, given, at }) {
      const { decision, outcome } = given;
      if (outcome === 'approved') {
        const { validUntil } = version;
        const template = templateOf(version);
        await release(deps, tx, { quote, version: version.version, validUntil, template, by, at });
      } else if (outcome === 'rejected' || outcome === 'changes_requested')
        await sendBack(deps, tx, { quote, by, reason: decision.reason ?? '', at });
    },
  };
  const done = await takeDecision(deps, document, p);
  if (!done.ok) return done;
  const { outcome } = done.value;
  if (outcome === 'approved') return ok({ status: 'offered' });
  return ok({ status: outcome === 'rejected' || outcome === 'changes_requested' ? 'in_work' : 'awaiting_approval' });
}

async function stateOf(tx: Tx, quote: SellerQuote): Promise<'awaiting_approval' | 'blocked' | 'closed'> {
  if (quote.status !== 'awaiting_approval') return 'closed';
  const stored = await findCase(tx, { kind: 'quote', documentId: quote.id, revision: quote.version });
  return stored?.state === 'blocked' ? 'blocked' : 'awaiting_approval';
}

/** Back to the rep, who writes another version. */
export async function sendBack(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: { quote: SellerQuote; by: { person: string | null; via: string }; reason: string; at: Date },
): Promise<void> {
  const { quote, by, reason, at } = p;
  await moveQuote(tx, { id: quote.id, from: ['awaiting_approval'], to: 'in_work', at });
  await recordBehindTheDesk(tx, { quote, type: 'returned', by, at, data: { version: quote.version, reason } });
  await tellSellers(deps, tx, { quote: { ...quote, company: quote.company.name }, news: 'returned', reason, at });
}
