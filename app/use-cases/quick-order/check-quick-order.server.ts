import type { Deps } from '#app/deps.server.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { Exact } from '#app/domain/money/exact.ts';
import type { Money } from '#app/domain/money/money.ts';
import {
  type QuickOrderRow,
  mostQuickOrderRows,
  possibleCodes,
  quickOrderRows,
  typedRows,
} from '#app/domain/orders/quick-order.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { priceDocument } from '#app/domain/pricing/price-document.ts';
import { findArticles } from '#db/queries/part-numbers.server.ts';
import { type PriceBuyer, loadPriceTerms } from '#db/queries/price-terms.server.ts';
import { type VariantToOrder, readVariantsToOrder } from '#db/queries/variants-to-order.server.ts';

export type QuickOrderProblem =
  | 'unknown_article'
  | 'not_a_quantity'
  | 'other_unit'
  | 'gone'
  | 'not_sold'
  | 'below_minimum'
  | 'off_step'
  | 'must_configure';

export type CheckedRow = QuickOrderRow & {
  readonly sku: string | null;
  readonly variant: VariantToOrder | null;
  readonly unitPrice: Exact | null;
  /** Before tax. */
  readonly lineTotal: Money | null;
  readonly problem: QuickOrderProblem | null;
  /** The unit the article is sold by, where another was written. */
  readonly soldBy: string | null;
  /** What may be ordered instead, where the quantity may not. */
  readonly nearest: Exact | null;
};

export type QuickOrderQuestion = {
  text: string;
  buyer: PriceBuyer;
  currency: CurrencyCode;
};

/** Reads what was typed, pasted or uploaded, row by row: which article it is, at what price for this buyer, and what keeps
 *  it from being ordered. Changes nothing. The number of statements does not grow with the rows. */
export async function checkQuickOrder(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { text, buyer, currency }: QuickOrderQuestion,
): Promise<Outcome<CheckedRow[], 'too_many_rows'>> {
  const typed = typedRows(text);
  if (typed.length > mostQuickOrderRows + 1) return refused('too_many_rows', { most: mostQuickOrderRows });
  const articles = await findArticles(db, { codes: possibleCodes(typed), companyId: buyer?.companyId ?? null });
  const rows = quickOrderRows(typed, (code) => articles.has(code));
  const skus = [...new Set(rows.flatMap(({ code }) => articles.get(code)?.sku ?? []))];
  const variants = await readVariantsToOrder(db, { skus });
  const at = now();
  const terms = await loadPriceTerms(db, { buyer, currency, at, skus });
  const prices = priceDocument(
    rows.flatMap(({ code, quantity }, index) => {
      const article = articles.get(code);
      if (!article || !quantity) return [];
      const choice = { plan: null, modules: [] };
      return [{ line: index + 1, sku: article.sku, quantity: quantity.quantity, choice, term: null }];
    }),
    terms,
    at,
  );
  const priceOf = new Map(prices.map((price) => [price.line, price]));
  return ok(
    rows.map((row, index): CheckedRow => {
      const article = articles.get(row.code);
      const variant = (article && variants.get(article.sku)) ?? null;
      const blank = {
        sku: article?.sku ?? null,
        variant,
        unitPrice: null,
        lineTotal: null,
        soldBy: null,
        nearest: null,
      };
      const found = { ...row, ...blank };
      if (!article || !variant) return { ...found, problem: 'unknown_article' };
      if (!variant.isOffered) return { ...found, problem: 'gone' };
      if (!row.quantity) return { ...found, problem: 'not_a_quantity' };
      if (row.quantity.unit && row.quantity.unit !== article.unit)
        return { ...found, problem: 'other_unit', soldBy: article.unit };
      const price = priceOf.get(index + 1);
      if (!price) return { ...found, problem: 'not_sold' };
      if (price.ok) return { ...found, unitPrice: price.unitPrice, lineTotal: price.lineTotal, problem: null };
      const { problem } = price;
      if (problem.code === 'below_minimum' || problem.code === 'off_step')
        return { ...found, problem: problem.code, nearest: problem.nearest.more };
      return { ...found, problem: problem.code === 'configuration_invalid' ? 'must_configure' : 'not_sold' };
    }),
  );
}
