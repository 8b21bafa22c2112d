/** Splits `total` minor units by `weights`, handing out every one: each part is the floor of its exact share, and
 *  what is left goes to the largest remainders, the earlier part first among equals (the largest-remainder or
 *  Hamilton method). A negative total is split like its opposite. Weights that are all zero count as equal.
 *  @throws RangeError for a negative weight, or for nothing to split over */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) throw new RangeError('nothing to allocate over');
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight is never negative');
  if (total < 0n) return allocate(-total, weights).map((part) => -part);

  const sum = weights.reduce((a, b) => a + b, 0n);
  const shares = sum === 0n ? weights.map(() => 1n) : weights;
  const whole = sum === 0n ? BigInt(weights.length) : sum;

  const parts = shares.map((share) => (total * share) / whole);
  const left = Number(total - parts.reduce((a, b) => a + b, 0n));
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: (total * share) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}
