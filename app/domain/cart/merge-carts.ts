import { type CartChange, type CartLine, addToCart } from './cart';

/** Signing in: what the visitor's cart holds is added to the cart the person had. The same thing in the same
 *  configuration becomes one line with both quantities; what no longer fits (cart full, quantity too large) stays as
 *  the person had it. Answers only the lines that change. */
export function mergeCarts(kept: readonly CartLine[], brought: readonly CartLine[]): CartChange {
  let lines = [...kept];
  const written = new Map<number, CartLine>();
  for (const { variantId, quantity, configuration } of brought) {
    const added = addToCart(lines, { variantId, quantity, configuration });
    if (!added.ok) continue;
    for (const line of added.value.write) {
      written.set(line.line, line);
      lines = [...lines.filter((other) => other.line !== line.line), line];
    }
  }
  return { write: [...written.values()].sort((a, b) => a.line - b.line), remove: [] };
}
