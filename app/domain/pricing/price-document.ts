/** The prices of a whole document at a moment: cart, quote, purchase order, product page, POST /prices alike.
 *
 *  How a caller fills PriceTerms, in one or two statements for any number of lines:
 *  1. Catalog: for the asked SKUs the variant's rules, its product's handle and its categories, nearest first (for a
 *     path "coffee/beans" `categoriesFromNearest` gives them); and the plans and modules of those products.
 *  2. Revisions: of every list that may concern the buyer the revision in force at the moment, or any larger set of
 *     approved ones. A list concerns the buyer when the unit copied into the revision is in `buyer.unitPath`, its
 *     segment in `buyer.segments`, or it is standard. Since unit and segment are copied per revision, first pick the
 *     revision in force of each list, then look at whose it is; both are done here again, so a superset is harmless.
 *     Of its entries only those are needed whose `targetKey` is in `targetKeysOf(variant)`, all minima of them:
 *     the breaks above the quantity make the ladder and the hint.
 *  3. Buyer: the unit and those above it, and the segments, as they were at the moment.
 *
 *  Nothing of other buyers enters, and no cost: seller-facts.ts adds margin for those who may see it. */
import type { ConfigurableProduct } from '../catalog/product';
import { chainLinks } from './chain-link';
import { priceChain } from './price-chain';
import { targetKey, targetsReaching } from './price-entry';
import { priceOneLine } from './price-line';
import type { LinePrice, LineToPrice, PriceTerms, PriceableVariant } from './price-terms';

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

/** The keys of all entries that can bear on a line of this variant, its plans and modules included. */
export function targetKeysOf(variant: PriceableVariant, product: ConfigurableProduct | null = null): string[] {
  const parts = [
    ...(product?.plans ?? []).map(({ code }) => ({ kind: 'plan' as const, product: variant.product, code })),
    ...(product?.modules ?? []).map(({ code }) => ({ kind: 'module' as const, product: variant.product, code })),
  ];
  return [...targetsReaching({ kind: 'variant', ...variant }), ...parts].map(targetKey);
}
