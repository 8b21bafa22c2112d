import type { Exact } from '../money/exact';
import { compare } from '../money/exact';
import { type EntryPrice, type EntryTarget, type PriceEntry, targetKey } from './price-entry';

/** One break of a ladder as it is priced: from `minQuantity` on, `unitPrice` each. */
export type Rung = { readonly minQuantity: Exact; readonly unitPrice: Exact };

/** One break of a ladder as it is written. */
export type Break = { readonly target: EntryTarget; readonly minQuantity: Exact; readonly price: EntryPrice };

/** A revision's entries by target, each ladder rising; made once per document. Of two entries of one target at one
 *  minimum (refused on save) the first stands. */
export type Ladders = ReadonlyMap<string, readonly Break[]>;

export function laddersOf(entries: readonly PriceEntry[]): Ladders {
  const ladders = new Map<string, Break[]>();
  for (const entry of entries) {
    const key = targetKey(entry.target);
    const ladder = ladders.get(key);
    if (ladder) ladder.push(entry);
    else ladders.set(key, [entry]);
  }
  for (const [key, ladder] of ladders) {
    ladder.sort((a, b) => compare(a.minQuantity, b.minQuantity));
    ladders.set(
      key,
      ladder.filter((step, index) => {
        const before = ladder[index - 1];
        return before === undefined || compare(before.minQuantity, step.minQuantity) !== 0;
      }),
    );
  }
  return ladders;
}

/** The break a quantity reaches: the largest minimum not above it. Null below the first. */
export function breakReached<Step extends { readonly minQuantity: Exact }>(
  ladder: readonly Step[],
  quantity: Exact,
): Step | null {
  return ladder.findLast((step) => compare(step.minQuantity, quantity) <= 0) ?? null;
}
