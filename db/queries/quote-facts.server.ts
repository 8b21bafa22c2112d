import type { Tx } from '#db/client.server.ts';
import { quoteLineFacts } from '#db/schema/quotes.ts';

/** The seller's side of a quote. Nothing that answers a buyer may import this file; tests/architecture holds it to that. */
export type QuoteLineFact = typeof quoteLineFacts.$inferSelect;

export async function addLineFacts(tx: Tx, p: { facts: readonly QuoteLineFact[] }): Promise<void> {
  if (p.facts.length > 0) await tx.insert(quoteLineFacts).values([...p.facts]);
}
