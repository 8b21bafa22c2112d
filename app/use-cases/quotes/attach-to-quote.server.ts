import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { FileRefusal } from '#app/domain/files/file-type.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { isFinal } from '#app/domain/quotes/lifecycle.ts';
import { type GivenFile, storeUploads } from '../files/store-file.server';
import { asBuyer, asSeller } from './quote-actors';
import { quoteUnderLock, recordQuote } from './quote-under-lock.server';

type AttachRefusal = 'not_found' | 'not_yours' | 'forbidden' | 'wrong_state' | FileRefusal | 'too_many_files';

/** Files go with a quote while it is open, from either side and for both: what only sellers may see is no file here. */
export async function attachToQuote(
  deps: Pick<Deps, 'db' | 'now'>,
  p: { actor: Actor; side: 'buyer' | 'seller'; id: string; files: readonly GivenFile[] },
): Promise<Outcome<null, AttachRefusal>> {
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const quote = await quoteUnderLock(tx, p);
    if (!quote) return refused('not_found');
    const side = p.side === 'buyer' ? asBuyer(p.actor, quote, 'request_quotes') : asSeller(p.actor, quote);
    if (!side.ok) return side;
    if (isFinal(quote.status)) return refused('wrong_state');
    const owner = { kind: 'quote', id: quote.id } as const;
    const { person, via } = p.actor;
    const stored = await storeUploads(tx, { owner, companyId: quote.companyId, files: p.files, personId: person, at });
    if (!stored.ok) return stored;
    for (const { name, sha256 } of stored.value)
      await recordQuote(tx, { quote, type: 'file_attached', by: { person, via }, at, data: { file: name, sha256 } });
    return ok(null);
  });
}
