import { type Exact, add } from '../money/exact';
import { type EntryTarget, type PricedItem, targetKey, targetsReaching } from './price-entry';
import { type Break, type Ladders, breakReached, laddersOf } from './price-ladder';
import { type PriceListKind, type PriceListOption, type PriceRevision, hasOption } from './price-revision';

/** One place in the chain: a revision, or at its very end the product's own price for a plan or module. */
export type ChainLink = {
  readonly step: PriceListKind | 'own_price';
  readonly revision: PriceRevision | null;
  readonly ladders: Ladders;
};

export const chainLinks = (chain: readonly PriceRevision[]): ChainLink[] =>
  chain.map((revision) => ({ step: revision.kind, revision, ladders: laddersOf(revision.entries) }));

export const linkHas = (link: ChainLink, option: PriceListOption): boolean =>
  link.revision !== null && hasOption(link.revision, option);

/** Standard lists and a product's own prices are what everybody pays. */
export const isPublic = (link: ChainLink): boolean => link.step === 'standard' || link.step === 'own_price';

/** What one walk prices. */
export type ItemToPrice = {
  readonly item: PricedItem;
  /** The keys of the targets that reach it, the most specific first. */
  readonly keys: readonly string[];
  readonly quantity: Exact;
  /** What other lines of the document add to it under `mix_and_match`; zero for a line alone. */
  readonly othersQuantity: Exact;
  readonly quantityStep: Exact;
  /** One price for the line, so that graduated bands have nothing to divide. */
  readonly isFlat: boolean;
};

export const keysReaching = (item: PricedItem): string[] => targetsReaching(item).map(targetKey);

/** The quantity by which a list's entries are reached. */
export const walkQuantity = (link: ChainLink, { quantity, othersQuantity }: ItemToPrice): Exact =>
  linkHas(link, 'mix_and_match') ? add(quantity, othersQuantity) : quantity;

export type EntryFound = {
  readonly target: EntryTarget;
  readonly reached: Break;
  /** All breaks of the same target, those not reached too. */
  readonly ladder: readonly Break[];
};

/** Of a list's entries whose minimum quantity the line reaches the most specific target counts, of those the largest
 *  minimum. `first` is the lowest break of an item the list knows but the line does not reach. */
export function entryForLine(link: ChainLink, toPrice: ItemToPrice): EntryFound | { readonly first: Break | null } {
  const quantity = walkQuantity(link, toPrice);
  let first: Break | null = null;
  for (const key of toPrice.keys) {
    const ladder = link.ladders.get(key);
    if (!ladder) continue;
    const reached = breakReached(ladder, quantity);
    if (reached) return { target: reached.target, reached, ladder };
    first ??= ladder[0] ?? null;
  }
  return { first };
}
