import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { addInternalNote } from '#db/queries/quote-facts.server.ts';
import { asSeller } from './quote-actors';
import { quoteUnderLock, recordBehindTheDesk } from './quote-under-lock.server';

/** What sellers tell each other about a quote. It leaves their side nowhere: no page, answer, mail or PDF of a buyer. */
export async function noteOnQuote(
  deps: Pick<Deps, 'db' | 'now'>,
  p: { actor: Actor; id: string; line: number | null; body: string },
): Promise<Outcome<{ id: string }, 'not_found' | 'not_yours' | 'forbidden'>> {
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const quote = await quoteUnderLock(tx, p);
    if (!quote) return refused('not_found');
    const seller = asSeller(p.actor, quote);
    if (!seller.ok) return seller;
    const id = newId(at.getTime());
    await addInternalNote(tx, {
      note: { id, quoteId: quote.id, line: p.line, personId: p.actor.person, body: p.body, at },
    });
    await recordBehindTheDesk(tx, { quote, type: 'noted', by: { person: p.actor.person, via: p.actor.via }, at });
    return ok({ id });
  });
}
