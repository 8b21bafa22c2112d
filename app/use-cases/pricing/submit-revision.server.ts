import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { addMaker } from '#db/queries/price-revisions.server.ts';
import { entryProblemsOf } from './check-entries.server';
import type { CreateRevisionDetail } from './create-revision.server';
import { type RevisionAct, lockedRevision } from './locked-revision.server';
import { type SubmitRefusal, type Submitted, submitForReview } from './submit-for-review.server';

export type SubmitRevisionRefusal =
  SubmitRefusal | 'not_found' | 'stale_revision' | 'revision_impossible' | 'nothing_to_submit';

/** Sends a draft, or one that came back, to the sellers who may decide. Whoever submits is one of its makers. */
export async function submitRevision(
  { db, now, settings }: Deps,
  { actor, ...act }: RevisionAct,
): Promise<Outcome<Submitted, SubmitRevisionRefusal, CreateRevisionDetail>> {
  const at = now();
  return db.transaction(async (tx) => {
    const found = await lockedRevision(tx, act);
    if (!found) return refused('not_found');
    const { list, revision } = found;
    if (revision.status !== 'draft' && revision.status !== 'returned') return refused('wrong_state');
    if (act.version !== null && act.version !== revision.version) return refused('stale_revision');
    const { errors, count } = await entryProblemsOf(tx, { list, revision });
    if (count === 0) return refused('nothing_to_submit');
    if (errors.length > 0) return refused('revision_impossible', { errors });
    await addMaker(tx, { revisionId: revision.id, personId: actor.person });
    const makers = [...new Set([...revision.makers, actor.person])];
    const done = await submitForReview(tx, {
      list,
      revision: { ...revision, makers },
      by: actor.person,
      via: actor.via,
      at,
      settings,
    });
    return done.ok ? ok(done.value) : refused(done.code);
  });
}
