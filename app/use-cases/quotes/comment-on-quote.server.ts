import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { addComment } from '#db/queries/quotes.server.ts';
import { asBuyer, asSeller } from './quote-actors';
import { tellSellers } from './quote-mails.server';
import { quoteUnderLock, recordQuote } from './quote-under-lock.server';

type Said = { actor: Actor; id: string; line: number | null; body: string };
type SaidRefusal = 'not_found' | 'not_yours' | 'forbidden';

/** A comment both sides read, on the quote or on one of its lines. */
export async function commentOnQuote(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: Said,
): Promise<Outcome<{ id: string }, SaidRefusal>> {
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const quote = await quoteUnderLock(tx, p);
    if (!quote) return refused('not_found');
    const isMember = p.actor.member?.company === quote.companyId;
    const allowed = isMember ? asBuyer(p.actor, quote, 'see_documents') : asSeller(p.actor, quote);
    if (!allowed.ok) return allowed;
    const id = newId(at.getTime());
    const side = isMember ? 'buyer' : 'seller';
    const comment = { id, quoteId: quote.id, line: p.line, personId: p.actor.person, side, body: p.body, at } as const;
    await addComment(tx, { comment });
    await recordQuote(tx, { quote, type: 'commented', by: { person: p.actor.person, via: p.actor.via }, at });
    if (isMember)
      await tellSellers(deps, tx, { quote: { ...quote, company: quote.company.name }, news: 'commented', at });
    return ok({ id });
  });
}
