import fc from 'fast-check';
import { type Exact, exact } from '#app/domain/money/exact.ts';

/** An exact decimal between two whole numbers with at most so many places. */
export const decimal = (from: number, to: number, places: number): fc.Arbitrary<Exact> =>
  fc
    .bigInt({ min: BigInt(from) * 10n ** BigInt(places), max: BigInt(to) * 10n ** BigInt(places) })
    .map((scaled) => exact(scaled, 10n ** BigInt(places)));

/** How often a heavy property runs: more under LONG=1. */
export const runs = (usual: number): { numRuns: number } => ({
  numRuns: process.env.LONG === '1' ? usual * 20 : usual,
});
