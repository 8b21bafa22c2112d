import { type Exact, compare, equals, isLess, subtract, zero } from '../money/exact';
import type { ChainLink, ItemToPrice } from './chain-link';
import type { Rung } from './price-ladder';
import { walkChain } from './walk-chain';

/** Every minimum at which a list may change the price of an item, rising. */
function breakMinimums(links: readonly ChainLink[], { keys }: ItemToPrice): Exact[] {
  const minimums: Exact[] = [];
  for (const { ladders } of links)
    for (const key of keys) for (const { minQuantity } of ladders.get(key) ?? []) minimums.push(minQuantity);
  return rising(minimums);
}

const rising = (quantities: readonly Exact[]): Exact[] =>
  [...quantities]
    .sort(compare)
    .filter((quantity, index, sorted) => index === 0 || !equals(quantity, sorted[index - 1] as Exact));

/** The quantities of the line itself at which its price may change: under `mix_and_match` the other lines already
 *  bring it part of the way to a break. */
export function lineMinimums(links: readonly ChainLink[], toPrice: ItemToPrice): Exact[] {
  const minimums = breakMinimums(links, toPrice);
  if (toPrice.othersQuantity.num === 0n) return minimums;
  return rising([...minimums, ...minimums.map((minimum) => subtract(minimum, toPrice.othersQuantity))]);
}

/** The breaks a buyer sees, from the minimum quantity up: the same walk as the cart's, at each quantity where it may
 *  change. Of graduated prices the price of the band reached. A line by itself, as lists state their breaks. */
export function ladderForLine(links: readonly ChainLink[], toPrice: ItemToPrice, minimumQuantity: Exact): Rung[] {
  const minimums = breakMinimums(links, toPrice).filter((minimum) => isLess(minimumQuantity, minimum));
  const rungs: Rung[] = [];
  for (const minQuantity of [minimumQuantity, ...minimums]) {
    const won = walkChain(links, { ...toPrice, quantity: minQuantity, othersQuantity: zero }).won;
    if (!won) continue;
    const unitPrice = won.candidate.bands?.at(-1)?.unitPrice ?? won.candidate.unitPrice;
    const before = rungs.at(-1);
    if (!before || !equals(before.unitPrice, unitPrice)) rungs.push({ minQuantity, unitPrice });
  }
  return rungs;
}
