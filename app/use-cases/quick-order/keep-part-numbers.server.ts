import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { typedRows } from '#app/domain/orders/quick-order.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { findArticles, removePartNumber, savePartNumbers } from '#db/queries/part-numbers.server.ts';

export type PartNumberReport = {
  readonly kept: number;
  readonly unknown: readonly { row: number; code: string; sku: string }[];
};

const mostNumbers = 20_000;

/** Keeps what a company calls our articles: its own number first, our SKU second. A number named again is what it was named
 *  last. Rows whose article nobody knows are told, the others kept. */
export async function keepPartNumbers(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { actor, text }: { actor: MemberActor; text: string },
): Promise<Outcome<PartNumberReport, 'too_many_rows'>> {
  const rows = typedRows(text);
  if (rows.length > mostNumbers) return refused('too_many_rows', { most: mostNumbers });
  const pairs = rows.map(({ row, cells: [code = '', sku = ''] }) => ({ row, code: code.slice(0, 100), sku }));
  const articles = await findArticles(db, { codes: [...new Set(pairs.map(({ sku }) => sku))], companyId: null });
  const known = pairs.flatMap(({ code, sku }) => {
    const article = articles.get(sku);
    return article && code ? [{ code, variantId: article.variantId }] : [];
  });
  await db.transaction((tx) => savePartNumbers(tx, { companyId: actor.member.company, numbers: known, at: now() }));
  const unknown = pairs.filter(({ code, sku }) => !articles.has(sku) || code === '');
  // the first row may be a heading
  return ok({ kept: known.length, unknown: unknown.filter(({ row }) => row > 1 || unknown.length === pairs.length) });
}

export const forgetPartNumber = ({ db }: Pick<Deps, 'db'>, p: { actor: MemberActor; code: string }): Promise<void> =>
  db.transaction((tx) => removePartNumber(tx, { companyId: p.actor.member.company, code: p.code }));
