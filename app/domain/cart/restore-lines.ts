import { compare, toExact } from '../money/exact';
import { type CartChange, type CartLine, configurationKey, mostLines, nextLine } from './cart';

const nameOf = ({ variantId, configuration }: CartLine): string => `${variantId} ${configurationKey(configuration)}`;

/** A link in a mail brings a cart's lines into the one at hand: what is missing is added, of the same thing the larger
 *  quantity stays, nothing is taken out. Following the link again changes nothing. */
export function restoreLines(kept: readonly CartLine[], brought: readonly CartLine[]): CartChange {
  const lines = new Map(kept.map((line) => [nameOf(line), line]));
  const written = new Map<number, CartLine>();
  for (const line of brought) {
    const own = lines.get(nameOf(line));
    if (own && compare(toExact(own.quantity), toExact(line.quantity)) >= 0) continue;
    if (!own && lines.size >= mostLines) continue;
    const next = { ...line, line: own?.line ?? nextLine([...lines.values()]) };
    lines.set(nameOf(line), next);
    written.set(next.line, next);
  }
  return { write: [...written.values()], remove: [] };
}
