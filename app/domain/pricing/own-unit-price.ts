import { quantityFrom } from '../catalog/order-quantity';
import { type Exact, zero } from '../money/exact';
import { type ChainLink, keysReaching } from './chain-link';
import type { PriceRevision } from './price-revision';
import type { PriceableVariant } from './price-terms';
import { walkChain } from './walk-chain';

/** What one unit of a variant costs whoever these lists are asked for, at the smallest quantity that may be ordered: the
 *  figure by which shelves are sorted and narrowed. The average when graduated. Before tax, plan, modules and term, not
 *  rounded. Null: not sold to this buyer. The same walk as a line's (chain-price.ts). */
export function ownUnitPrice(links: readonly ChainLink[], variant: PriceableVariant): Exact | null {
  const { sku, product, categories, minimumQuantity, quantityStep } = variant;
  const keys = keysReaching({ kind: 'variant', sku, product, categories });
  if (!links.some(({ ladders }) => keys.some((key) => ladders.has(key)))) return null;
  const won = walkChain(links, {
    item: { kind: 'variant', sku, product, categories },
    keys,
    quantity: quantityFrom(variant, minimumQuantity),
    othersQuantity: zero,
    quantityStep,
    isFlat: false,
  }).won;
  return won?.candidate.unitPrice ?? null;
}

/** Names a chain of revisions in force, in the order they are asked: whoever has the same chain has the same prices. */
export const chainKey = (currency: string, chain: readonly Pick<PriceRevision, 'list' | 'number'>[]): string =>
  [currency, ...chain.map(({ list, number }) => `${list}:${number}`)].join(' ');
