import { type Exact, add, divide, isLess, multiply, one, smaller, subtract, zero } from '../money/exact';
import type { Rung } from './price-ladder';

/** The part of a quantity that one band prices. */
export type Band = {
  readonly minQuantity: Exact;
  readonly quantity: Exact;
  readonly unitPrice: Exact;
  /** quantity x unitPrice, not rounded. */
  readonly amount: Exact;
};

/** Each band at its own price: a break at m begins after m - s units, s = the smaller of 1 and the quantity step, and
 *  the first band begins at zero. Rungs in rising order; bands the quantity does not reach are left out. */
export function graduatedBands(rungs: readonly Rung[], quantity: Exact, quantityStep: Exact): Band[] {
  const shift = smaller(one, quantityStep);
  const starts = rungs.map((rung, index) => (index === 0 ? zero : subtract(rung.minQuantity, shift)));
  return rungs.flatMap(({ minQuantity, unitPrice }, index) => {
    const start = starts[index] ?? zero;
    if (!isLess(start, quantity)) return [];
    const end = starts[index + 1];
    const inBand = subtract(end === undefined ? quantity : smaller(end, quantity), start);
    return [{ minQuantity, quantity: inBand, unitPrice, amount: multiply(inBand, unitPrice) }];
  });
}

export const bandsAmount = (bands: readonly Band[]): Exact => bands.reduce((sum, band) => add(sum, band.amount), zero);

/** What graduated prices are compared and referred to by: exact total / quantity. */
export const averageOfBands = (bands: readonly Band[], quantity: Exact): Exact => divide(bandsAmount(bands), quantity);
