import { createHash } from 'node:crypto';
import { type TrailValue, chained } from '#app/domain/purchase-orders/trail.ts';
import type { Tx } from '#db/client.server.ts';
import { addTrailEntry, findTrailHead } from '#db/queries/trail.server.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One more entry of a document's trail. The caller holds the lock on the document. */
export async function recordTrail(
  tx: Tx,
  p: { documentId: string; event: string; facts: { readonly [key: string]: TrailValue }; at: Date },
): Promise<void> {
  const head = await findTrailHead(tx, { documentId: p.documentId });
  await addTrailEntry(tx, chained({ document: p.documentId, at: p.at, event: p.event, facts: p.facts }, head, sha256));
}
