import type { RevisionHeadData } from '#app/components/sales/revision-head.tsx';
import type { Db } from '#db/client.server.ts';
import { type ListInScope, type RevisionWithMakers, listApprovedPeriods } from '#db/queries/price-revisions.server.ts';
import { phaseOf } from './api/price-list-answers';

/** What every page of a revision says at its head. */
export async function revisionHead(
  db: Db,
  p: { list: ListInScope; revision: RevisionWithMakers; path: string; timeZone: string; at: Date },
): Promise<RevisionHeadData> {
  const { list, revision, path, timeZone } = p;
  const phase = phaseOf(revision, await listApprovedPeriods(db, { listId: list.id }), p.at);
  return {
    list: list.name,
    number: revision.number,
    path,
    state: phase ?? revision.status,
    startsAt: revision.effectiveAt ?? revision.startsAt,
    endsAt: revision.endsAt,
    isUndated: revision.submittedAt === null && revision.startsAt.getTime() === revision.createdAt.getTime(),
    timeZone,
  };
}
