import type { PersonId } from '#app/domain/access/ids.ts';
import { blockedExpiresAt, deadlinesOf, hasExpired } from '#app/domain/approvals/deadlines.ts';
import type { Delegation } from '#app/domain/approvals/delegation.ts';
import type { Directory } from '#app/domain/approvals/directory.ts';
import { type Progress, approvalProgress } from '#app/domain/approvals/progress.ts';
import { askApprovers } from '#app/jobs/catalog.ts';
import { enqueueAll } from '#app/jobs/enqueue.server.ts';
import type { Tx } from '#db/client.server.ts';
import { type StoredCase, changeCase, listDecisions, replaceWaits } from '#db/queries/approval-cases.server.ts';
import { loadDirectory } from '#db/queries/directory.server.ts';

/** When something happens to the document by itself: the next reminder, escalation or expiry, the end of being blocked,
 *  or a delegation that begins or ends and so changes who may decide. */
export function nextMoment(
  p: { progress: Progress; blockedSince: Date | null; delegations: readonly Delegation[] },
  at: Date,
): Date | null {
  const moments = [
    ...deadlinesOf(p.progress).map((deadline) => deadline.at),
    ...p.delegations.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
    ...(p.blockedSince ? [blockedExpiresAt(p.blockedSince)] : []),
  ].filter((moment) => moment > at);
  return moments.reduce<Date | null>((first, each) => (first === null || each < first ? each : first), null);
}

export const peopleAsked = (progress: Progress): readonly PersonId[] => [
  ...new Set(progress.waitingFor.flatMap(({ people }) => people)),
];

/** Stores how a case stands and whom it waits for; whoever is newly asked is written to. The caller holds the lock on the
 *  document and moves it. */
export async function storeProgress(
  tx: Tx,
  p: {
    stored: StoredCase;
    progress: Progress;
    directory: Directory;
    at: Date;
    /** Given when it was judged by the day's rules. */
    judged?: Pick<StoredCase, 'policy' | 'facts' | 'lookedAt'>;
  },
): Promise<void> {
  const { stored, progress, at } = p;
  const blockedSince = progress.state === 'blocked' ? (stored.blockedSince ?? at) : null;
  const isOver = progress.state === 'approved';
  await changeCase(tx, {
    id: stored.id,
    state: progress.state,
    openings: progress.openings,
    ...p.judged,
    blockedSince,
    dueAt: isOver ? null : nextMoment({ progress, blockedSince, delegations: p.directory.delegations }, at),
    closedAt: isOver ? at : null,
  });
  await askThose(tx, { caseId: stored.id, people: isOver ? [] : peopleAsked(progress), at });
}

/** Asks a waiting document of the store's own anew how it stands, and keeps that: people came or left, it is escalated,
 *  blocked or unblocked. True when nobody answered at all: then nobody is asked any more, and what becomes of it is for
 *  the caller, who holds the lock on the document. */
export async function ranOut(tx: Tx, { stored, at }: { stored: StoredCase; at: Date }): Promise<boolean> {
  const { documentId, revision, facts, policy, openings, blockedSince } = stored;
  const [decisions, directory] = await Promise.all([
    listDecisions(tx, { documentId }),
    loadDirectory(tx, { companyId: null, at }),
  ]);
  const progress = approvalProgress({ document: facts, revision, policy, openings, decisions, directory }, at);
  const isOver =
    progress.state === 'blocked' && blockedSince !== null
      ? at >= blockedExpiresAt(blockedSince)
      : hasExpired(progress, at);
  if (isOver) await closeCase(tx, { stored, at });
  else await storeProgress(tx, { stored, progress, directory, at });
  return isOver;
}

/** Nobody is asked any more. */
export async function closeCase(tx: Tx, p: { stored: StoredCase; at: Date }): Promise<void> {
  await changeCase(tx, {
    id: p.stored.id,
    state: 'closed',
    openings: p.stored.openings,
    blockedSince: p.stored.blockedSince,
    dueAt: null,
    closedAt: p.at,
  });
  await replaceWaits(tx, { caseId: p.stored.id, people: [], at: p.at });
}

export async function askThose(tx: Tx, p: { caseId: string; people: readonly PersonId[]; at: Date }): Promise<void> {
  const added = await replaceWaits(tx, p);
  await enqueueAll(
    tx,
    askApprovers,
    added.map((person) => ({ personId: person })),
  );
}
