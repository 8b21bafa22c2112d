import type { Deps } from '#app/deps.server.ts';
import { answerDueAt, nextHolder } from '#app/domain/quotes/answer-clock.ts';
import { hasRunOut } from '#app/domain/quotes/quote-validity.ts';
import { listRunOut, listSellers, listToRemind, listUnanswered } from '#db/queries/quote-sweeps.server.ts';
import { moveQuote } from '#db/queries/quotes.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { tellBuyer, tellSellers } from './quote-mails.server';
import { quoteUnderLock, recordBehindTheDesk, recordQuote } from './quote-under-lock.server';

type SweepDeps = Pick<Deps, 'db' | 'now' | 'settings'>;
type Due = (deps: SweepDeps['db'], p: { at: Date; limit: number }) => Promise<string[]>;

const batch = 100;
/** What is left then is for the next sweep. */
const mostRounds = 50;
const byItself = { person: null, via: 'clock' };

/** Everything about quotes that happens by itself; each is asked again under its lock. */
export async function sweepQuotes(deps: SweepDeps): Promise<void> {
  await eachDue(deps, listUnanswered, handOn);
  await eachDue(deps, listToRemind, remind);
  await eachDue(deps, listRunOut, expire);
}

async function eachDue(deps: SweepDeps, due: Due, act: (deps: SweepDeps, id: string) => Promise<void>): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const ids = await due(deps.db, { at: deps.now(), limit: batch });
    for (const id of ids) await act(deps, id);
    if (ids.length < batch) return;
  }
}

/** The next rep who has not had it, for five open minutes of their own; after all of them it is the managers'. */
async function handOn(deps: SweepDeps, id: string): Promise<void> {
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const quote = await quoteUnderLock(tx, { id });
    if (quote?.status !== 'requested' || !quote.answerDueAt || quote.answerDueAt > at) return;
    const sellers = await listSellers(tx);
    const reps = sellers.filter(({ role }) => role === 'rep').map((seller) => seller.id);
    const next = nextHolder(reps, quote.passedOn);
    const { hours } = await readShopRules(tx);
    const managers = sellers.filter(({ role }) => role === 'manager').map((seller) => seller.id);
    const holderId = next ?? managers[0] ?? quote.holderId;
    await moveQuote(tx, {
      id,
      from: ['requested'],
      to: 'requested',
      at,
      set: {
        holderId,
        passedOn: holderId ? [...new Set([...quote.passedOn, holderId])] : quote.passedOn,
        answerDueAt: next ? answerDueAt(at, hours) : null,
      },
    });
    await recordBehindTheDesk(tx, {
      quote,
      type: 'handed_on',
      by: byItself,
      at,
      data: { from: quote.holderId, to: holderId },
    });
    await tellSellers(deps, tx, {
      quote: { ...quote, company: quote.company.name, holderId },
      news: 'handed_on',
      at,
    });
  });
}

async function remind(deps: SweepDeps, id: string): Promise<void> {
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const quote = await quoteUnderLock(tx, { id });
    if (quote?.status !== 'offered' || !quote.remindAt || quote.remindAt > at || !quote.validUntil) return;
    await moveQuote(tx, { id, from: ['offered'], to: 'offered', at, set: { remindAt: null } });
    if (hasRunOut(quote.validUntil, at)) return;
    await tellBuyer(deps, tx, { quote, version: quote.offeredVersion ?? 0, news: 'expiring', at });
    await tellSellers(deps, tx, { quote: { ...quote, company: quote.company.name }, news: 'expiring', at });
  });
}

async function expire(deps: SweepDeps, id: string): Promise<void> {
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const quote = await quoteUnderLock(tx, { id });
    if (quote?.status !== 'offered' || !quote.validUntil || !hasRunOut(quote.validUntil, at)) return;
    await moveQuote(tx, { id, from: ['offered'], to: 'expired', at, set: { remindAt: null, closedAt: at } });
    await recordQuote(tx, { quote, type: 'expired', by: byItself, at, data: { version: quote.offeredVersion } });
    await tellBuyer(deps, tx, { quote, version: quote.offeredVersion ?? 0, news: 'expired', at });
  });
}
