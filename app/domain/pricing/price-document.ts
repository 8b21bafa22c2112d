import { chainLinks } from './chain-link';
import { priceChain } from './price-chain';
import { priceOneLine } from './price-line';
import type { LinePrice, LineToPrice, PriceTerms } from './price-terms';

/** A price or a problem for each line, in the lines' order; a problem of one line is its own. Under `mix_and_match` the
 *  lines look at each other, otherwise each stands alone. Before promotions, freight and tax (price-order.ts). */
export function priceDocument(lines: readonly LineToPrice[], terms: PriceTerms, at: Date): LinePrice[] {
  const chain = priceChain(terms.revisions, terms.buyer, terms.currency, at);
  const pricing = { terms, links: chainLinks(chain), document: lines, withReasons: true };
  return lines.map((line) => priceOneLine(line, pricing));
}

/** One line by itself. */
export function priceLine(line: LineToPrice, terms: PriceTerms, at: Date): LinePrice {
  const [price] = priceDocument([line], terms, at);
  return price as LinePrice;
}

/** Many lines, each by itself, as a document of one; the chain is made once. Figures only, without reasons. */
export function linePricer(terms: PriceTerms, at: Date): (line: LineToPrice) => LinePrice {
  const links = chainLinks(priceChain(terms.revisions, terms.buyer, terms.currency, at));
  return (line) => priceOneLine(line, { terms, links, document: [line], withReasons: false });
}
