import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { nextRevisionStatus } from '#app/domain/pricing/price-list-lifecycle.ts';
import { changeCase, findCase, replaceWaits } from '#db/queries/approval-cases.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { changeRevision } from '#db/queries/price-revisions.server.ts';
import { type RevisionAct, lockedRevision } from './locked-revision.server';

/** Takes a revision back before it is approved: its makers may, and sales managers. For good: a new one is drafted
 *  instead. Done again it changes nothing. */
export async function withdrawRevision(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { actor, ...act }: RevisionAct,
): Promise<Outcome<null, 'not_found' | 'not_yours' | 'wrong_state'>> {
  const at = now();
  return db.transaction(async (tx) => {
    const found = await lockedRevision(tx, act);
    if (!found) return refused('not_found');
    const { list, revision } = found;
    const isManager = actor.staff.roles.some((role) => role !== 'rep');
    if (!revision.makers.includes(actor.person) && !isManager) return refused('not_yours');
    if (revision.status === 'withdrawn') return ok(null);
    const status = nextRevisionStatus(revision.status, 'withdraw');
    if (!status) return refused('wrong_state');
    await changeRevision(tx, { id: revision.id, from: [revision.status], changes: { status }, isNewVersion: false });
    const stored = await findCase(tx, { kind: 'price_list_revision', documentId: revision.id });
    if (stored) {
      await changeCase(tx, { ...stored, state: 'closed', blockedSince: null, dueAt: null, closedAt: at });
      await replaceWaits(tx, { caseId: stored.id, people: [], at });
    }
    await recordEvent(tx, {
      type: 'price_list.withdrawn',
      subjectId: revision.id,
      companyId: revision.companyId,
      personId: actor.person,
      via: actor.via,
      data: { list: list.code, revision: revision.number },
      at,
    });
    return ok(null);
  });
}
