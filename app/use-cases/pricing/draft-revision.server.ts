import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { revisionInForce } from '#app/domain/pricing/revision-in-force.ts';
import { lockPriceList } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { copyEntries } from '#db/queries/price-entries.server.ts';
import { addRevision } from '#db/queries/price-lists.server.ts';
import { addMaker, findListInScope, findRevision, listApprovedPeriods } from '#db/queries/price-revisions.server.ts';

export type DraftRevision = {
  actor: StaffActor;
  scope: CompanyScope;
  code: string;
  startsAt: Date;
  endsAt: Date | null;
  note: string;
  /** Where its entries come from: the revision in force, one by number, or none. */
  copyFrom: 'in_force' | 'nothing' | number;
};

/** A new draft of a list, beside whatever is in force. It may be changed until it is submitted. */
export async function draftRevision(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: DraftRevision,
): Promise<Outcome<{ number: number }, 'not_found' | 'ends_before_start'>> {
  const at = now();
  if (p.endsAt && p.endsAt <= p.startsAt) return refused('ends_before_start');
  return db.transaction(async (tx) => {
    if (!(await lockPriceList(tx, { code: p.code }))) return refused('not_found');
    const list = await findListInScope(tx, { scope: p.scope, code: p.code });
    if (!list) return refused('not_found');
    const { kind, currency, companyId, unitId, segment, priority, options, termDiscounts } = list;
    const inForce = revisionInForce(await listApprovedPeriods(tx, { listId: list.id }), at);
    const source = p.copyFrom === 'nothing' ? null : p.copyFrom === 'in_force' ? (inForce?.number ?? null) : p.copyFrom;
    const from = source === null ? null : await findRevision(tx, { listId: list.id, number: source });
    const made = await addRevision(tx, {
      revision: {
        ...{ listId: list.id, status: 'draft', startsAt: p.startsAt, endsAt: p.endsAt, note: p.note },
        ...{ createdBy: p.actor.person, createdAt: at },
        ...{ kind, currency, companyId, unitId, segment, priority, options, termDiscounts },
      },
      entries: [],
    });
    if (from) await copyEntries(tx, { fromRevisionId: from.id, toRevisionId: made.id });
    await addMaker(tx, { revisionId: made.id, personId: p.actor.person });
    await recordEvent(tx, {
      type: 'price_list.drafted',
      subjectId: made.id,
      companyId,
      personId: p.actor.person,
      via: p.actor.via,
      data: { list: list.code, revision: made.number, copied_from: from?.number ?? null },
      at,
    });
    return ok({ number: made.number });
  });
}
