import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { type AnswerRefusal, mayAnswer } from '#app/domain/quotes/acceptance.ts';
import { answerDueAt } from '#app/domain/quotes/answer-clock.ts';
import { nameLines } from '#app/domain/quotes/name-lines.ts';
import { readReleasedVersions } from '#db/queries/quote-versions.server.ts';
import { addCounter, moveQuote } from '#db/queries/quotes.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { asBuyer } from './quote-actors';
import { tellSellers } from './quote-mails.server';
import { quoteUnderLock, recordQuote } from './quote-under-lock.server';

export type CounterLine = {
  readonly line?: number | undefined;
  readonly sku?: string | undefined;
  /** Left out: as offered. */
  readonly quantity?: string | undefined;
  /** What the buyer would pay for one unit, before tax. */
  readonly unitPrice: string;
  readonly wantedOn?: string | null | undefined;
  readonly note?: string | undefined;
};

export type CounterRefusal =
  AnswerRefusal | 'not_found' | 'not_yours' | 'forbidden' | 'no_such_line' | 'line_twice' | 'lines_needed';

/** The buyer answers the newest version with what they would pay. Lines that are not named stand as offered. */
export async function counterOffer(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { actor: Actor; id: string; version: number; message: string; lines: readonly CounterLine[] },
): Promise<Outcome<{ version: number }, CounterRefusal>> {
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const quote = await quoteUnderLock(tx, p);
    if (!quote) return refused('not_found');
    const buyer = asBuyer(p.actor, quote, 'request_quotes');
    if (!buyer.ok) return buyer;
    const answerable = mayAnswer(quote, { version: p.version, at });
    if (!answerable.ok) return answerable;
    if (p.lines.length === 0) return refused('lines_needed');
    const versions = await readReleasedVersions(tx, { quoteId: quote.id });
    const offered = versions.find(({ version }) => version === p.version)?.lines ?? [];
    const numbers = nameLines(offered, p.lines, false);
    if (!numbers.ok) return numbers;
    await addCounter(tx, {
      counter: {
        quoteId: quote.id,
        version: p.version,
        personId: p.actor.person,
        via: p.actor.via,
        message: p.message,
        lines: p.lines.map(({ quantity, unitPrice, wantedOn, note }, index) => {
          const line = numbers.value[index] as number;
          const own = offered.find((each) => each.line === line);
          return {
            line,
            quantity: quantity ?? own?.quantity ?? '0',
            unitPrice,
            wantedOn: wantedOn ?? null,
            note: note ?? '',
          };
        }),
        at,
      },
    });
    const { hours } = await readShopRules(tx);
    await moveQuote(tx, {
      id: quote.id,
      from: ['offered'],
      to: 'countered',
      at,
      set: { remindAt: null, answerDueAt: answerDueAt(at, hours) },
    });
    const by = { person: p.actor.person, via: p.actor.via };
    await recordQuote(tx, { quote, type: 'countered', by, at, data: { version: p.version } });
    await tellSellers(deps, tx, { quote: { ...quote, company: quote.company.name }, news: 'countered', at });
    return ok({ version: p.version });
  });
}
