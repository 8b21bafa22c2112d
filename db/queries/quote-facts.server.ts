import { asc, eq } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { quoteInternalNotes, quoteLineFacts } from '#db/schema/quotes.ts';

/** The seller's side of a quote. Nothing that answers a buyer may import this file; tests/architecture holds it to that. */
export type QuoteLineFact = typeof quoteLineFacts.$inferSelect;

export async function addLineFacts(tx: Tx, p: { facts: readonly QuoteLineFact[] }): Promise<void> {
  if (p.facts.length > 0) await tx.insert(quoteLineFacts).values([...p.facts]);
}

export type InternalNote = typeof quoteInternalNotes.$inferSelect;

export async function addInternalNote(tx: Tx, p: { note: InternalNote }): Promise<void> {
  await tx.insert(quoteInternalNotes).values(p.note);
}

/** Oldest first. */
export async function readInternalNotes(db: DbOrTx, p: { quoteId: string }): Promise<InternalNote[]> {
  return db
    .select()
    .from(quoteInternalNotes)
    .where(eq(quoteInternalNotes.quoteId, p.quoteId))
    .orderBy(asc(quoteInternalNotes.at), asc(quoteInternalNotes.id));
}
