import { type Exact, divide, exact, multiply, subtract } from '../money/exact';
import type { PricedLine } from './price-terms';

const hundred = exact(100n);

/** (net - cost) / net in percent. Null for a net of zero, which has no margin: a cost then makes it a pure loss. */
export const marginPercent = (net: Exact, cost: Exact): Exact | null =>
  net.num === 0n ? null : multiply(divide(subtract(net, cost), net), hundred);

/** (before - now) / before in percent; negative for a rise. Null when there was nothing to pay before. */
export const discountPercent = (before: Exact, now: Exact): Exact | null =>
  before.num === 0n ? null : multiply(divide(subtract(before, now), before), hundred);

/** What only sellers see beside a price: cost and margin of one unit of the variant, without plan and modules. */
export type SellerFacts = {
  readonly cost: Exact | null;
  readonly marginPercent: Exact | null;
  /** A seller is told that no cost is recorded. */
  readonly hasNoCost: boolean;
};

export function sellerFacts(price: PricedLine, cost: Exact | null): SellerFacts {
  const net = price.unitPrice ?? price.averagePrice;
  return { cost, marginPercent: net && cost ? marginPercent(net, cost) : null, hasNoCost: cost === null };
}
