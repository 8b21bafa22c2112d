import { asc, eq, gt } from 'drizzle-orm';
import type { ChainedEntry, TrailValue } from '#app/domain/purchase-orders/trail.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { trailEntries, trailHeads } from '#db/schema/approvals.ts';

export type TrailHead = { number: number; hash: string };

/** Null before the first entry. */
export async function findTrailHead(db: DbOrTx, p: { documentId: string }): Promise<TrailHead | null> {
  const [head] = await db
    .select({ number: trailHeads.number, hash: trailHeads.hash })
    .from(trailHeads)
    .where(eq(trailHeads.documentId, p.documentId));
  return head ?? null;
}

/** Adds an entry and moves the head. The caller holds the lock on the document. */
export async function addTrailEntry(tx: Tx, entry: ChainedEntry): Promise<void> {
  const { document, number, at, event, facts, previousHash, hash } = entry;
  await tx.insert(trailEntries).values({ documentId: document, number, at, event, facts, previousHash, hash });
  await tx
    .insert(trailHeads)
    .values({ documentId: document, number, hash })
    .onConflictDoUpdate({ target: trailHeads.documentId, set: { number, hash } });
}

export async function listTrail(db: DbOrTx, p: { documentId: string }): Promise<ChainedEntry[]> {
  const rows = await db
    .select()
    .from(trailEntries)
    .where(eq(trailEntries.documentId, p.documentId))
    .orderBy(asc(trailEntries.number));
  return rows.map(({ documentId, facts, ...row }) => ({
    ...row,
    document: documentId,
    facts: facts as { [key: string]: TrailValue },
  }));
}

/** Every document with a trail, by id from `after` on. */
export async function listTrailedDocuments(db: DbOrTx, p: { after: string | null; limit: number }): Promise<string[]> {
  const rows = await db
    .select({ id: trailHeads.documentId })
    .from(trailHeads)
    .where(p.after === null ? undefined : gt(trailHeads.documentId, p.after))
    .orderBy(asc(trailHeads.documentId))
    .limit(p.limit);
  return rows.map(({ id }) => id);
}
