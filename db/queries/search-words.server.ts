import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { skuKey } from './save-products.server';
import type { ShelfSearch } from './shelf-conditions';

export type Understood = {
  /** All words, each as typed or as the beginning of a longer one. */
  asTyped: ShelfSearch | null;
  /** Mistyped words put right; null when nothing was, or nothing alike is known. */
  corrected: { search: ShelfSearch; words: string } | null;
  /** Any of the words: when all of them are too much to ask. */
  anyWord: ShelfSearch | null;
};

const mostWords = 12;
const noWords = '';

/** What was typed, in words that products are found by: without accents and punctuation, "1 kg" as 1kg. A word no
 *  product has is put right by the most alike one. One statement. */
export async function understandSearch(db: DbOrTx, p: { typed: string }): Promise<Understood> {
  const typed = p.typed.slice(0, 200);
  const rows = await db.execute<{ word: string; known: boolean; alike: string | null }>(sql`
    select t.word, k.known, case when k.known or length(t.word) < 4 then null else (
      select s.word from search_words s where s.word % t.word
      order by similarity(s.word, t.word) desc, s.word limit 1) end as alike
    from regexp_split_to_table(search_words_of(${typed}), ' ') with ordinality as t (word, place)
    cross join lateral (
      select exists (select from search_words s where s.word like replace(t.word, '_', '') || '%') as known) k
    where t.word <> '' order by t.place limit ${mostWords}`);
  const key = skuKey(typed);
  if (rows.length === 0) return { asTyped: null, corrected: null, anyWord: null };
  const search = (words: readonly string[], between: '&' | '|', sku = key): ShelfSearch => ({
    tsquery: words.map((word) => `'${word.replaceAll(/['\\]/g, '')}':*`).join(` ${between} `) || noWords,
    skuKey: sku,
  });
  const words = rows.map(({ word }) => word);
  const right = rows.map(({ word, alike }) => alike ?? word);
  const isCorrected = rows.some(({ alike }) => alike !== null);
  const known = rows.flatMap(({ word, known: isKnown, alike }) => (isKnown ? [word] : alike ? [alike] : []));
  return {
    asTyped: search(words, '&'),
    corrected: isCorrected ? { search: search(right, '&'), words: right.join(' ') } : null,
    anyWord: known.length > 0 ? search(known, '|') : null,
  };
}
