import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type CompanyScope, storeScope } from '#app/domain/access/company-scope.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { effectiveFrom, isBackdated } from '#app/domain/pricing/price-list-lifecycle.ts';
import type { RevisionBody } from '#app/http/api/schemas/price-lists.ts';
import type { Tx } from '#db/client.server.ts';
import { lockPriceList } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { addRevision } from '#db/queries/price-lists.server.ts';
import { type ListInScope, addMaker, findListInScope, findRevision } from '#db/queries/price-revisions.server.ts';
import { type Errors, problemsOfEntries } from './check-entries.server';
import { submitForReview } from './submit-for-review.server';

export type CreateRevisionRefusal = 'not_found' | 'backdated' | 'revision_impossible' | 'wrong_state';
export type CreateRevisionDetail = { errors: Errors };

export type CreateRevision = {
  listCode: string;
  body: RevisionBody;
  /** The seller who makes it and the lists they may; null for a system. */
  by: { actor: StaffActor; scope: CompanyScope } | null;
  /** A system of record's are approved on arrival and say so; null leaves a submitted one to its reviewers. */
  systemOfRecord: string | null;
};

/** The next revision of a list, with the list's options copied into it. Submitted by a system of record it is approved
 *  on arrival and takes effect at the later of its start and now; otherwise it waits for its reviewers. */
export async function createRevision(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: CreateRevision,
): Promise<Outcome<{ id: string; number: number; status: string }, CreateRevisionRefusal, CreateRevisionDetail>> {
  const { body, by } = input;
  const at = now();
  return db.transaction(async (tx) => {
    if (!(await lockPriceList(tx, { code: input.listCode }))) return refused('not_found');
    const list = await findListInScope(tx, { scope: by?.scope ?? storeScope(), code: input.listCode });
    if (!list) return refused('not_found');
    const startsAt = body.starts_at ? new Date(body.starts_at) : at;
    const endsAt = body.ends_at ? new Date(body.ends_at) : null;
    if (body.submit && isBackdated(startsAt, at)) return refused('backdated');
    const { errors, rows } = await problemsOfEntries(tx, {
      list,
      period: { startsAt, endsAt },
      entries: body.entries,
    });
    if (errors.length > 0) return refused('revision_impossible', { errors });

    const isApproved = body.submit && input.systemOfRecord !== null;
    const { kind, currency, companyId, unitId, segment, priority, options, termDiscounts } = list;
    const made = await addRevision(tx, {
      revision: {
        ...{ listId: list.id, status: isApproved ? 'approved' : 'draft', startsAt, endsAt, note: body.note ?? '' },
        ...{ createdBy: by?.actor.person ?? null, createdAt: at },
        ...{ kind, currency, companyId, unitId, segment, priority, options, termDiscounts },
        submittedAt: isApproved ? at : null,
        approvedAt: isApproved ? at : null,
        approvedVia: isApproved ? input.systemOfRecord : null,
        effectiveAt: isApproved ? effectiveFrom(startsAt, at) : null,
      },
      entries: rows,
    });
    const via = by?.actor.via ?? input.systemOfRecord ?? '';
    await recordEvent(tx, {
      type: isApproved ? 'price_list.approved' : 'price_list.drafted',
      subjectId: made.id,
      companyId,
      personId: by?.actor.person ?? null,
      via,
      data: { list: list.code, revision: made.number },
      at,
    });
    if (by) await addMaker(tx, { revisionId: made.id, personId: by.actor.person });
    if (isApproved || !body.submit) return ok({ ...made, status: isApproved ? 'approved' : 'draft' });
    return submitted(tx, { list, made, by: by?.actor ?? null, via, at, settings });
  });
}

async function submitted(
  tx: Tx,
  p: {
    list: ListInScope;
    made: { id: string; number: number };
    by: StaffActor | null;
    via: string;
    at: Date;
    settings: Deps['settings'];
  },
): Promise<Outcome<{ id: string; number: number; status: string }, 'backdated' | 'wrong_state', CreateRevisionDetail>> {
  const revision = await findRevision(tx, { listId: p.list.id, number: p.made.number });
  if (!revision) throw new Error('a revision that was just made is there');
  const done = await submitForReview(tx, { ...p, revision, by: p.by?.person ?? null });
  return done.ok ? ok({ ...p.made, status: 'submitted' }) : refused(done.code);
}
