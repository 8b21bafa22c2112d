import { choiceOf } from '#app/domain/cart/cart.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { Exact } from '#app/domain/money/exact.ts';
import { priceDocument } from '#app/domain/pricing/price-document.ts';
import type { LineProblem, PricedLine } from '#app/domain/pricing/price-terms.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { type PriceBuyer, loadPriceTerms } from '#db/queries/price-terms.server.ts';
import type { ListedArticle } from '#db/queries/shopping-lists.server.ts';

export type ListProblem = LineProblem | { readonly code: 'gone' };
export type ListPrice =
  { readonly price: PricedLine; readonly problem: null } | { readonly price: null; readonly problem: ListProblem };

/** What lines of a list cost this buyer in these quantities, as they are configured, or what keeps each from being
 *  ordered; by number. The same statements for any number of lines. */
export async function priceListLines(
  db: DbOrTx,
  p: {
    lines: readonly (ListedArticle & { readonly wanted: Exact })[];
    buyer: PriceBuyer;
    currency: CurrencyCode;
    at: Date;
  },
): Promise<Map<number, ListPrice>> {
  const { buyer, currency, at } = p;
  const skus = p.lines.map(({ sku }) => sku);
  const terms = await loadPriceTerms(db, { buyer, currency, at, skus });
  const prices = priceDocument(
    p.lines.map(({ line, sku, wanted, configuration }) => ({
      line,
      sku,
      quantity: wanted,
      ...choiceOf(configuration),
    })),
    terms,
    at,
  );
  const offered = new Set(p.lines.filter(({ isOffered }) => isOffered).map(({ line }) => line));
  return new Map(
    prices.map((price): [number, ListPrice] => {
      if (!offered.has(price.line)) return [price.line, { price: null, problem: { code: 'gone' } }];
      return [price.line, price.ok ? { price, problem: null } : { price: null, problem: price.problem }];
    }),
  );
}
