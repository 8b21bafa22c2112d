import type { Configuration } from '../catalog/configuration';
import { type Exact, zero } from '../money/exact';
import { type ChainLink, type ItemToPrice, keysReaching, linkHas } from './chain-link';
import type { Band } from './graduated-bands';
import { othersQuantity } from './mix-and-match';
import type { PricedItem } from './price-entry';
import type { PriceReason, PriceStep } from './price-reasons';
import type { PriceRevision } from './price-revision';
import type { LineProblem, LineToPrice, PartName, PriceTerms, PriceableVariant, PricedPart } from './price-terms';

/** Everything one line is priced with, made once per document. */
export type Pricing = {
  readonly terms: PriceTerms;
  readonly links: readonly ChainLink[];
  readonly document: readonly LineToPrice[];
  /** Off where only a figure is wanted: rungs of a ladder, the price a few units further. */
  readonly withReasons: boolean;
};

/** The price of the variant itself, and whose it is. */
export type BasePrice = {
  readonly step: PriceStep;
  readonly list: string | null;
  readonly revision: number | null;
  /** Its term discounts count. Null for an agreed price. */
  readonly wonBy: PriceRevision | null;
  readonly unitPrice: Exact | null;
  readonly averagePrice: Exact | null;
  readonly bands: readonly Band[] | null;
  readonly takesPromotions: boolean;
  /** The agreed total is the whole line: nothing comes on top. */
  readonly isWholeLine: boolean;
};

/** A line on its way through the price steps. */
export type LineDraft = {
  readonly line: LineToPrice;
  readonly variant: PriceableVariant;
  readonly configuration: Configuration;
  readonly base: BasePrice | null;
  /** The variant first, then plan and modules as they are priced. */
  readonly parts: readonly PricedPart[];
  readonly term: { readonly months: number; readonly percentOff: Exact } | null;
  readonly reasons: readonly PriceReason[];
};

/** A line that cannot be sold as asked, with what was looked at. */
export type Stopped = { readonly problem: LineProblem; readonly reasons: readonly PriceReason[] };

export const variantPart = (sku: string): PartName => ({ kind: 'variant', code: sku });

/** What the walk is asked for one part of a line. */
export function itemToPrice(
  { line, variant }: LineDraft,
  pricing: Pricing,
  part: PartName,
  quantity: Exact,
  how: { readonly isFlat?: boolean; readonly quantityStep?: Exact } = {},
): ItemToPrice {
  const { sku, product, categories } = variant;
  const item: PricedItem =
    part.kind === 'variant'
      ? { kind: 'variant', sku, product, categories }
      : { kind: part.kind, product, code: part.code };
  const isMixing = pricing.links.some((link) => linkHas(link, 'mix_and_match'));
  return {
    item,
    keys: keysReaching(item),
    quantity,
    quantityStep: how.quantityStep ?? variant.quantityStep,
    othersQuantity: isMixing ? othersQuantity(line, part, pricing.document, pricing.terms) : zero,
    isFlat: how.isFlat ?? false,
  };
}
