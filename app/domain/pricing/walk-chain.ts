import { compare, isLess } from '../money/exact';
import { type ChainLink, type ItemToPrice, isPublic, linkHas } from './chain-link';
import { type Candidate, type ListPrice, listPrice } from './list-price';

/** What the chain gives for an item, and how it came about. */
export type Walk = {
  readonly links: readonly ChainLink[];
  /** What each list of the chain gives by itself, in chain order. */
  readonly listPrices: () => readonly ListPrice[];
  /** Null: nobody in the chain has a price, so the item is not sold to this buyer. */
  readonly won: Won | null;
};

export type Won = {
  readonly candidate: Candidate;
  /** The list whose turn it was: the first with an entry. Its options decided. */
  readonly turn: number;
  readonly by: 'first' | 'lowest' | 'merge';
  /** What would have been paid had the public price not been lower. */
  readonly capped: Candidate | null;
};

/** Asks the lists of the chain in order; the first that has an entry for the line decides, by its options. */
export function walkChain(links: readonly ChainLink[], toPrice: ItemToPrice): Walk {
  const own = new Map<number, ListPrice>();
  const rest = new Map<number, Won | null>();

  const ownPrice = (index: number): ListPrice => {
    const known = own.get(index);
    if (known) return known;
    const link = links[index] as ChainLink;
    const price = listPrice(link, toPrice, () => walkFrom(index + 1)?.candidate ?? null);
    own.set(index, price);
    return price;
  };
  const candidateOf = (index: number): Candidate | null => {
    const price = ownPrice(index);
    return price.kind === 'priced' ? price.candidate : null;
  };
  const firstFrom = (index: number): number => {
    for (let next = index; next < links.length; next += 1) if (candidateOf(next)) return next;
    return -1;
  };

  /** The cheapest of this list and those after it, each by its own ladder; among equals the earlier. */
  const lowestFrom = (turn: number): Candidate =>
    links
      .map((_, index) => (index < turn ? null : candidateOf(index)))
      .reduce((best, next) => (next && (!best || isLess(next.unitPrice, best.unitPrice)) ? next : best)) as Candidate;

  /** This list's breaks joined with those of the next list that has an entry; the largest minimum reached counts, at
   *  the same minimum the earlier list's. */
  const mergedFrom = (turn: number): Candidate => {
    const mine = candidateOf(turn) as Candidate;
    const next = linkHas(links[turn] as ChainLink, 'merge') ? firstFrom(turn + 1) : -1;
    if (next < 0) return mine;
    const theirs = mergedFrom(next);
    return compare(theirs.minQuantity, mine.minQuantity) > 0 ? theirs : mine;
  };

  const publicFrom = links.findIndex(isPublic);
  const publicPrice = (): Candidate | null => (publicFrom < 0 ? null : (walkFrom(publicFrom)?.candidate ?? null));

  function walkFrom(start: number): Won | null {
    const known = rest.get(start);
    if (known !== undefined) return known;
    const turn = firstFrom(start);
    const won = turn < 0 ? null : decide(turn);
    rest.set(start, won);
    return won;
  }

  function decide(turn: number): Won {
    const link = links[turn] as ChainLink;
    const by = linkHas(link, 'lowest') ? 'lowest' : linkHas(link, 'merge') ? 'merge' : 'first';
    const candidate = by === 'lowest' ? lowestFrom(turn) : mergedFrom(turn);
    const isCapped = [link, candidate.link].some((one) => !isPublic(one) && linkHas(one, 'cap_at_public'));
    const cap = isCapped ? publicPrice() : null;
    return cap && isLess(cap.unitPrice, candidate.unitPrice)
      ? { candidate: cap, turn, by, capped: candidate }
      : { candidate, turn, by, capped: null };
  }

  return { won: walkFrom(0), links, listPrices: () => links.map((_, index) => ownPrice(index)) };
}
