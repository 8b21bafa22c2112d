import { type PersonId, personId } from '#app/domain/access/ids.ts';
import { submitForApproval } from '#app/domain/approvals/submission.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { priceListFacts, priceListRules, sellersOf } from '#app/domain/pricing/price-list-approval.ts';
import { isBackdated } from '#app/domain/pricing/price-list-lifecycle.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { addCase, replaceWaits } from '#db/queries/approval-cases.server.ts';
import { loadDirectory, loadRules } from '#db/queries/directory.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type ListInScope, type RevisionWithMakers, changeRevision } from '#db/queries/price-revisions.server.ts';
import { findRoleLimits } from '#db/queries/role-limits.server.ts';
import type { Settings } from '#app/deps.server.ts';
import { measureRevision } from './measure-revision.server';
import { mailReviewers } from './price-list-mails.server';

export type SubmitRefusal = 'backdated' | 'wrong_state';

export type Submitted = { version: number; state: 'approved' | 'awaiting_approval' | 'blocked' };

/** Hands a revision to its reviewers, under the list's lock. What prices are made of is copied from the list now, the
 *  rules that must be met are frozen, and every seller who may decide is told. */
export async function submitForReview(
  tx: Tx,
  p: {
    list: ListInScope;
    revision: RevisionWithMakers;
    by: PersonId | null;
    via: string;
    at: Date;
    settings: Settings;
  },
): Promise<Outcome<Submitted, SubmitRefusal>> {
  const { list, revision, by, via, at, settings } = p;
  // a draft that names no start has the moment of its making: it starts as soon as it may
  const isUndated = revision.startsAt.getTime() === revision.createdAt.getTime();
  const startsAt = isUndated ? at : revision.startsAt;
  if (isBackdated(startsAt, at)) return refused('backdated');
  const { kind, currency, companyId, unitId, segment, priority, options, termDiscounts } = list;
  const copied = { kind, currency, companyId, unitId, segment, priority, options, termDiscounts };
  const version = await changeRevision(tx, {
    id: revision.id,
    from: ['draft', 'returned'],
    changes: { ...copied, startsAt, status: 'submitted', submittedAt: at },
    isNewVersion: true,
  });
  if (version === null) return refused('wrong_state');

  const limits = await findRoleLimits(tx, { role: 'rep' });
  const verdict = await measureRevision(tx, { revision: { ...revision, ...copied }, at, limits });
  const rules = await loadRules(tx, { companyId: null });
  const directory = sellersOf(await loadDirectory(tx, { companyId: null, at }), list.company?.repId ?? null);
  const facts = priceListFacts(revision.makers.map(personId), verdict);
  const submission = submitForApproval({
    rules: [...priceListRules(verdict, limits), ...rules],
    document: facts,
    revision: version,
    directory,
    at,
  });
  const caseId = newId(at.getTime());
  await addCase(tx, {
    id: caseId,
    kind: 'price_list_revision',
    documentId: revision.id,
    revision: version,
    companyId: null,
    state: submission.state,
    facts,
    policy: submission.policy,
    openings: submission.progress.openings,
    lookedAt: submission.lookedAt,
    submittedAt: at,
    blockedSince: submission.state === 'blocked' ? at : null,
    dueAt: null,
    closedAt: submission.state === 'approved' ? at : null,
  });
  const people = submission.progress.waitingFor.flatMap((group) => group.people);
  await replaceWaits(tx, { caseId, people, at });
  await recordEvent(tx, {
    type: 'price_list.submitted',
    subjectId: revision.id,
    companyId,
    personId: by,
    via,
    data: { list: list.code, revision: revision.number, version },
    at,
  });
  await mailReviewers(tx, { list, revision: { ...revision, startsAt, version }, people, by, at, settings });
  return ok({ version, state: submission.state });
}
