import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { staffMay } from '#app/domain/access/permissions.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { answerDueAt } from '#app/domain/quotes/answer-clock.ts';
import { isFinal } from '#app/domain/quotes/lifecycle.ts';
import { moveQuote } from '#db/queries/quotes.server.ts';
import { listReps } from '#db/queries/sales-desk.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { tellSellers } from '../quotes/quote-mails.server';
import { quoteUnderLock, recordBehindTheDesk } from '../quotes/quote-under-lock.server';

/** A manager gives a quote to a rep, who is told; an unanswered request has its minutes anew. */
export async function handQuote(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { actor: StaffActor; id: string; repId: string },
): Promise<Outcome<null, 'not_found' | 'forbidden' | 'unknown_rep' | 'wrong_state'>> {
  if (!staffMay(p.actor.staff, 'assign_portfolios')) return refused('forbidden');
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const quote = await quoteUnderLock(tx, p);
    if (!quote) return refused('not_found');
    if (isFinal(quote.status)) return refused('wrong_state');
    if (!(await listReps(tx)).some(({ id }) => id === p.repId)) return refused('unknown_rep');
    if (quote.holderId === p.repId) return ok(null);
    const { hours } = await readShopRules(tx);
    await moveQuote(tx, {
      id: quote.id,
      from: [quote.status],
      to: quote.status,
      at: quote.changedAt,
      set: {
        holderId: p.repId,
        passedOn: [...new Set([...quote.passedOn, p.repId])],
        ...(quote.status === 'requested' && { answerDueAt: answerDueAt(at, hours) }),
      },
    });
    const by = { person: p.actor.person, via: p.actor.via };
    await recordBehindTheDesk(tx, {
      quote,
      type: 'handed_on',
      by,
      at,
      data: { from: quote.holderId, to: p.repId },
    });
    await tellSellers(deps, tx, {
      quote: { ...quote, company: quote.company.name, holderId: p.repId },
      news: 'handed_on',
      at,
    });
    return ok(null);
  });
}
