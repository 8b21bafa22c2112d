import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { money } from '#app/domain/money/money.ts';
import { type Outcome, type Refused, ok, refused } from '#app/domain/outcome.ts';
import { statusAt } from '#app/domain/quotes/quote-validity.ts';
import { readReleasedVersions, templateOf } from '#db/queries/quote-versions.server.ts';
import { type OfferRefusal, writeVersion } from './offer-quote.server';
import { asSeller } from './quote-actors';
import { quoteUnderLock } from './quote-under-lock.server';

export type ExtendRefusal = OfferRefusal | 'expired' | 'above_your_limit';

/** Undoes the transaction. */
class NotExtended extends Error {
  constructor(readonly refusal: Refused<ExtendRefusal>) {
    super(refusal.code);
  }
}

/** The standing offer once more, until later, as a version of its own. What has run out stays so. Where the prices are
 *  by now beyond what this seller may give, somebody with a higher limit extends it. */
export async function extendQuote(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { actor: Actor; id: string; validUntil: Date; message: string },
): Promise<Outcome<{ version: number }, ExtendRefusal>> {
  const at = deps.now();
  try {
    return await deps.db.transaction(async (tx) => {
      const quote = await quoteUnderLock(tx, p);
      if (!quote) return refused('not_found');
      const seller = asSeller(p.actor, quote);
      if (!seller.ok) return seller;
      const status = statusAt(quote, at);
      if (status === 'expired') return refused('expired');
      const standing = (await readReleasedVersions(tx, { quoteId: quote.id })).at(-1);
      if (status !== 'offered' || !standing) return refused('wrong_state');
      const { terms, partAcceptance, lines } = standing;
      const freight = money(standing.freightMinor, quote.currency);
      const written = await writeVersion(deps, tx, {
        quote,
        seller: seller.value,
        offer: {
          ...{ validUntil: p.validUntil, message: p.message },
          ...{ partAcceptance, terms, freight, lines },
          template: templateOf(standing),
        },
        at,
        isExtension: true,
      });
      if (!written.ok) throw new NotExtended(written);
      if (written.value.status !== 'offered') throw new NotExtended(refused('above_your_limit'));
      return ok({ version: written.value.version });
    });
  } catch (fault) {
    if (fault instanceof NotExtended) return fault.refusal;
    throw fault;
  }
}
