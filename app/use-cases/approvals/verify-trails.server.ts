import type { Deps } from '#app/deps.server.ts';
import { type TrailVerdict, verifyTrail } from '#app/domain/purchase-orders/trail.ts';
import { findTrailHead, listTrail, listTrailedDocuments } from '#db/queries/trail.server.ts';
import { sha256 } from './record-trail.server';

export type BrokenTrail = {
  document: string;
  number: number;
  because: Extract<TrailVerdict, { isIntact: false }>['because'];
};

const batch = 200;

/** Reads every trail of the shop and says which of them are not as they were written. */
export async function verifyTrails({ db }: Pick<Deps, 'db'>): Promise<{ documents: number; broken: BrokenTrail[] }> {
  const broken: BrokenTrail[] = [];
  let documents = 0;
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await listTrailedDocuments(db, { after, limit: batch });
    for (const documentId of ids) {
      const entries = await listTrail(db, { documentId });
      const verdict = verifyTrail(documentId, entries, await findTrailHead(db, { documentId }), sha256);
      if (!verdict.isIntact) broken.push({ document: documentId, number: verdict.number, because: verdict.because });
    }
    documents += ids.length;
    after = ids.at(-1) ?? null;
    if (ids.length < batch) return { documents, broken };
  }
}
