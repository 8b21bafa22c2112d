import { type Exact, lessPercent } from '../money/exact';
import { type ChainLink, type EntryFound, type ItemToPrice, entryForLine, linkHas } from './chain-link';
import { type Band, averageOfBands, graduatedBands } from './graduated-bands';
import type { EntryTarget } from './price-entry';
import type { Break } from './price-ladder';

/** What one list by itself gives for an item. Before tax, modules, term and promotions; not rounded. */
export type Candidate = {
  readonly link: ChainLink;
  readonly target: EntryTarget;
  /** The break reached. */
  readonly minQuantity: Exact;
  readonly percentOff: Exact | null;
  /** What the percentage is taken off, and whose price that is. */
  readonly reference: Candidate | null;
  /** For graduated prices their average, by which they are compared and referred to. */
  readonly unitPrice: Exact;
  /** Null unless graduated. */
  readonly bands: readonly Band[] | null;
};

export type ListPrice =
  | { readonly kind: 'priced'; readonly candidate: Candidate }
  | { readonly kind: 'no_entry' }
  | { readonly kind: 'below_first_break'; readonly first: Break }
  | { readonly kind: 'no_reference_price'; readonly found: EntryFound; readonly percentOff: Exact };

/** The price a list gives by its own entries. `reference` answers what the rest of the chain gives for the same line;
 *  it is asked only for a percentage, and without one the whole list is passed over. */
export function listPrice(link: ChainLink, toPrice: ItemToPrice, reference: () => Candidate | null): ListPrice {
  const found = entryForLine(link, toPrice);
  if (!('reached' in found))
    return found.first ? { kind: 'below_first_break', first: found.first } : { kind: 'no_entry' };

  const { target, reached } = found;
  const candidate = { link, target, minQuantity: reached.minQuantity, percentOff: null, reference: null, bands: null };
  if (reached.price.kind === 'percent') {
    const { percentOff } = reached.price;
    const base = reference();
    if (base === null) return { kind: 'no_reference_price', found, percentOff };
    const unitPrice = lessPercent(base.unitPrice, percentOff);
    return { kind: 'priced', candidate: { ...candidate, percentOff, reference: base, unitPrice } };
  }
  if (linkHas(link, 'graduated') && !toPrice.isFlat) {
    const bands = bandsOf(found, toPrice);
    const unitPrice = averageOfBands(bands, toPrice.quantity);
    return { kind: 'priced', candidate: { ...candidate, unitPrice, bands } };
  }
  const { unitPrice } = reached.price;
  return { kind: 'priced', candidate: { ...candidate, unitPrice } };
}

function bandsOf({ ladder }: EntryFound, { quantity, quantityStep }: ItemToPrice): Band[] {
  const rungs = ladder.flatMap(({ minQuantity, price }) =>
    price.kind === 'fixed' ? [{ minQuantity, unitPrice: price.unitPrice }] : [],
  );
  return graduatedBands(rungs, quantity, quantityStep);
}
