import type { AppLoadContext } from '@remix-run/node';
import { understandSearch } from '#db/queries/search-words.server.ts';
import { readCards, readShelf } from './read-shelf.server';

type Shelf = Awaited<ReturnType<typeof readShelf>>;

export type SearchAnswer = {
  readonly shelf: Shelf;
  /** How the words were taken: as typed, put right to `words`, or any of them. */
  readonly how: 'as_typed' | 'corrected' | 'any_word';
  readonly words: string;
};

/** What was typed is looked for as it is; only when nothing has all of it are words put right, then some of them
 *  enough. Null when nothing was typed that could be looked for. */
export async function readSearch(
  request: Request,
  context: AppLoadContext,
  typed: string,
): Promise<SearchAnswer | null> {
  const { asTyped, corrected, anyWord } = await understandSearch(context.deps.db, { typed });
  if (!asTyped) return null;
  const look = (search: typeof asTyped) => readShelf(request, context, { categoryIds: null, search });
  const shelf = await look(asTyped);
  const isFound = (one: Shelf) => one.total > 0 || one.isNarrowed;
  if (isFound(shelf)) return { shelf, how: 'as_typed', words: typed };
  if (corrected) {
    const better = await look(corrected.search);
    if (isFound(better)) return { shelf: better, how: 'corrected', words: corrected.words };
  }
  const some = anyWord && (await look(anyWord));
  return some && isFound(some)
    ? { shelf: some, how: 'any_word', words: typed }
    : { shelf, how: 'as_typed', words: typed };
}

const mostSuggested = 6;

/** Products somebody typing may mean, as addresses. */
export async function suggestProducts(request: Request, context: AppLoadContext, typed: string) {
  const { asTyped, corrected } = await understandSearch(context.deps.db, { typed });
  for (const search of [asTyped, corrected?.search]) {
    const found = search ? await readCards(request, context, { limit: mostSuggested, search }) : [];
    if (found.length > 0) return found.map(({ to, title }) => ({ to, title }));
  }
  return [];
}
