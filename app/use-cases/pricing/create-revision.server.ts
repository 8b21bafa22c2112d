import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { effectiveFrom, isBackdated } from '#app/domain/pricing/price-list-lifecycle.ts';
import type { PriceListOption } from '#app/domain/pricing/price-revision.ts';
import { type RevisionProblem, revisionProblems } from '#app/domain/pricing/revision-rules.ts';
import type { RevisionBody } from '#app/http/api/schemas/price-lists.ts';
import { lockPriceList } from '#db/locks.server.ts';
import { addRevision } from '#db/queries/price-lists.server.ts';
import { findPriceTargets } from '#db/queries/price-targets.server.ts';
import { type EntryProblem, entryRows, factsFrom, namesIn, priceEntries } from './price-entry-rows';

export type CreateRevisionRefusal = 'not_found' | 'backdated' | 'revision_impossible';
export type CreateRevisionDetail = { errors: (EntryProblem | { pointer: string; code: string })[] };

export type CreateRevision = {
  listCode: string;
  body: RevisionBody;
  personId: string | null;
  /** A system of record's are approved on arrival and say so; null leaves a submitted one to its reviewers. */
  systemOfRecord: string | null;
};

const place = ({ code, entry }: RevisionProblem) => ({ pointer: entry === null ? '' : `/entries/${entry}`, code });

/** The next revision of a list, with the list's options copied into it. Submitted by a system of record it is approved
 *  on arrival and takes effect at the later of its start and now; otherwise it waits for its reviewers. */
export async function createRevision(
  { db, now }: Deps,
  input: CreateRevision,
): Promise<Outcome<{ id: string; number: number; status: string }, CreateRevisionRefusal, CreateRevisionDetail>> {
  const { body } = input;
  const at = now();
  return db.transaction(async (tx) => {
    const list = await lockPriceList(tx, { code: input.listCode });
    if (!list) return refused('not_found');
    const startsAt = body.starts_at ? new Date(body.starts_at) : at;
    const endsAt = body.ends_at ? new Date(body.ends_at) : null;
    if (body.submit && isBackdated(startsAt, at)) return refused('backdated');

    const targets = await findPriceTargets(tx, namesIn(body.entries));
    const { rows, problems } = entryRows(body.entries, targets);
    if (problems.length > 0) return refused('revision_impossible', { errors: problems });
    const broken = revisionProblems(
      {
        kind: list.kind,
        unit: list.unitId,
        segment: list.segment,
        options: list.options as PriceListOption[],
        termDiscounts: Object.fromEntries(
          Object.entries(list.termDiscounts).map(([months, off]) => [months, toExact(off)]),
        ),
        startsAt,
        endsAt,
        entries: priceEntries(body.entries),
      },
      factsFrom(targets),
    );
    if (broken.length > 0) return refused('revision_impossible', { errors: broken.map(place) });

    const isApproved = body.submit && input.systemOfRecord !== null;
    const status = isApproved ? 'approved' : body.submit ? 'submitted' : 'draft';
    const { kind, currency, companyId, unitId, segment, priority, options, termDiscounts } = list;
    const made = await addRevision(tx, {
      revision: {
        ...{ listId: list.id, status, startsAt, endsAt, createdBy: input.personId, createdAt: at },
        ...{ kind, currency, companyId, unitId, segment, priority, options, termDiscounts },
        submittedAt: body.submit ? at : null,
        approvedAt: isApproved ? at : null,
        approvedVia: isApproved ? input.systemOfRecord : null,
        effectiveAt: isApproved ? effectiveFrom(startsAt, at) : null,
      },
      entries: rows,
    });
    return ok({ ...made, status });
  });
}
