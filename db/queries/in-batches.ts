/** A statement takes at most 65,535 values; long lists go in parts. */
export async function inBatches<T>(
  items: readonly T[],
  size: number,
  write: (part: T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += size) await write(items.slice(start, start + size));
}
