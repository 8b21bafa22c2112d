import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { nextRevisionStatus } from '#app/domain/pricing/price-list-lifecycle.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { changeRevision } from '#db/queries/price-revisions.server.ts';
import { type RevisionAct, lockedRevision } from './locked-revision.server';

/** Says that somebody has begun to look, for its makers to see. Done again it changes nothing. */
export async function startReview(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { actor, ...act }: RevisionAct,
): Promise<Outcome<null, 'not_found' | 'own_request' | 'not_pending'>> {
  const at = now();
  return db.transaction(async (tx) => {
    const found = await lockedRevision(tx, act);
    if (!found) return refused('not_found');
    const { list, revision } = found;
    if (revision.makers.includes(actor.person)) return refused('own_request');
    if (revision.status === 'in_review') return ok(null);
    const status = nextRevisionStatus(revision.status, 'start_review');
    if (!status) return refused('not_pending');
    await changeRevision(tx, { id: revision.id, from: ['submitted'], changes: { status }, isNewVersion: false });
    await recordEvent(tx, {
      type: 'price_list.review_started',
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
