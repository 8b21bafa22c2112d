import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { mayEditRevision } from '#app/domain/pricing/price-list-lifecycle.ts';
import type { PriceEntryBody } from '#app/http/api/schemas/price-lists.ts';
import type { Tx } from '#db/client.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { removeEntries, saveEntries } from '#db/queries/price-entries.server.ts';
import { addMaker, changeRevision } from '#db/queries/price-revisions.server.ts';
import { type Errors, problemsOfEntries } from './check-entries.server';
import { type RevisionAct, lockedRevision } from './locked-revision.server';

export type ChangeDraft = RevisionAct & {
  /** Added, or given a new price where target and minimum are there already. */
  save: readonly PriceEntryBody[];
  remove: readonly string[];
  period?: { startsAt: Date; endsAt: Date | null };
  note?: string;
};
export type ChangeRefusal =
  'not_found' | 'wrong_state' | 'stale_revision' | 'revision_impossible' | 'ends_before_start';

/** Changes a draft, or one that came back. Whoever does is one of its makers from then on. A change that changes
 *  nothing leaves its version alone. */
export async function changeDraft(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: ChangeDraft,
): Promise<Outcome<{ saved: number; removed: number; version: number }, ChangeRefusal, { errors: Errors }>> {
  const at = now();
  return db.transaction(async (tx) => {
    const found = await lockedRevision(tx, p);
    if (!found) return refused('not_found');
    const { list, revision } = found;
    if (!mayEditRevision(revision.status)) return refused('wrong_state');
    if (p.version !== null && p.version !== revision.version) return refused('stale_revision');
    const period = p.period ?? { startsAt: revision.startsAt, endsAt: revision.endsAt };
    if (period.endsAt && period.endsAt <= period.startsAt) return refused('ends_before_start');
    const checked = await problemsOfEntries(tx, { list, period, entries: p.save });
    // a graduated ladder may be finished by the entries that are there already: it is looked at whole on submission
    const errors = checked.errors.filter(({ code }) => code !== 'graduated_starts_above_minimum');
    if (errors.length > 0) return refused('revision_impossible', { errors });

    const removed = await removeEntries(tx, { revisionId: revision.id, ids: p.remove });
    const saved = await saveEntries(tx, { revisionId: revision.id, entries: checked.rows });
    const note = p.note ?? revision.note;
    const hasNewHead =
      note !== revision.note ||
      period.startsAt.getTime() !== revision.startsAt.getTime() ||
      period.endsAt?.getTime() !== revision.endsAt?.getTime();
    if (saved + removed === 0 && !hasNewHead) return ok({ saved, removed, version: revision.version });
    const version = await recordChange(tx, { ...p, list: list.code, revision, period, note, saved, removed, at });
    return ok({ saved, removed, version });
  });
}

async function recordChange(
  tx: Tx,
  p: Pick<ChangeDraft, 'actor'> & {
    list: string;
    revision: { id: string; number: number; companyId: string | null };
    period: { startsAt: Date; endsAt: Date | null };
    note: string;
    saved: number;
    removed: number;
    at: Date;
  },
): Promise<number> {
  const { revision, saved, removed } = p;
  await addMaker(tx, { revisionId: revision.id, personId: p.actor.person });
  const version = await changeRevision(tx, {
    id: revision.id,
    from: ['draft', 'returned'],
    changes: { ...p.period, note: p.note },
    isNewVersion: true,
  });
  if (version === null) throw new Error('the list is locked, so its draft stays one');
  await recordEvent(tx, {
    type: 'price_list.changed',
    subjectId: revision.id,
    companyId: revision.companyId,
    personId: p.actor.person,
    via: p.actor.via,
    data: { list: p.list, revision: revision.number, version, saved, removed },
    at: p.at,
  });
  return version;
}
