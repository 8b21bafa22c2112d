import type { Deps } from '#app/deps.server.ts';
import { type DecisionGiven, decide } from '#app/domain/approvals/decision-effects.ts';
import type { ApprovalRefusal } from '#app/domain/approvals/who-may-decide.ts';
import type { StaffRole } from '#app/domain/access/roles.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { secondSellerRule, sellersOf } from '#app/domain/pricing/price-list-approval.ts';
import { type RevisionStatus, effectiveFrom } from '#app/domain/pricing/price-list-lifecycle.ts';
import { type LimitsVerdict, withinLimits } from '#app/domain/pricing/price-list-limits.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import {
  type StoredCase,
  addDecision,
  changeCase,
  findCase,
  listDecisions,
  replaceWaits,
} from '#db/queries/approval-cases.server.ts';
import { loadDirectory } from '#db/queries/directory.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type ListInScope, type RevisionWithMakers, changeRevision } from '#db/queries/price-revisions.server.ts';
import { findRoleLimits } from '#db/queries/role-limits.server.ts';
import { type RevisionAct, lockedRevision } from './locked-revision.server';
import { measureRevision } from './measure-revision.server';
import { mailMakers } from './price-list-mails.server';

export type DecideOnRevision = RevisionAct & {
  /** `changes_requested` gives it back to its makers, with the reason. */
  verdict: 'approved' | 'changes_requested';
  reason: string | null;
};
export type DecideRefusal = ApprovalRefusal | 'reason_required' | 'above_your_limit' | 'not_found';
export type Decided = { status: RevisionStatus; effectiveAt: Date | null };
/** What was too far, or how the revision stands now. */
export type DecideDetail = { status?: RevisionStatus; highest_discount?: string | null; lowest_margin?: string | null };

/** One seller's decision on a revision, under its list's lock. Approving is held to the limits of the seller's role,
 *  measured at this moment against what the buyer pays without the revision. */
export async function decideOnRevision(
  { db, now, settings }: Deps,
  p: DecideOnRevision,
): Promise<Outcome<Decided, DecideRefusal, DecideDetail>> {
  const at = now();
  const { actor } = p;
  return db.transaction(async (tx) => {
    const found = await lockedRevision(tx, p);
    if (!found) return refused('not_found');
    const { list, revision } = found;
    const [stored, decisions, directory] = [
      await findCase(tx, { kind: 'price_list_revision', documentId: revision.id }),
      await listDecisions(tx, { documentId: revision.id }),
      sellersOf(await loadDirectory(tx, { companyId: null, at }), list.company?.repId ?? null),
    ];
    const state = { status: revision.status };
    if (revision.makers.includes(actor.person)) return refused('own_request', state);
    if (decisions.some(({ by, revision: of }) => by === actor.person && of === revision.version))
      return refused('already_decided', state);
    const isWaiting = revision.status === 'submitted' || revision.status === 'in_review';
    if (!stored || !isWaiting) return refused('not_pending', state);

    const { facts, policy, openings } = stored;
    const role = actor.staff.roles[0] ?? 'rep';
    const isManagersTurn = !policy.rules.some(({ id }) => id === secondSellerRule);
    if (role === 'rep' && isManagersTurn && p.verdict === 'approved') {
      return refused('above_your_limit', { ...state, ...(await figuresFor(tx, { revision, at, role })) });
    }
    const given = decide(
      { document: facts, revision: stored.revision, policy, openings, decisions, directory },
      {
        state: stored.state === 'awaiting_approval' ? 'awaiting_approval' : 'blocked',
        actor: actor.person,
        revision: p.version ?? revision.version,
        at,
        verdict: p.verdict,
        reason: p.reason,
      },
    );
    if (!given.ok) return refused(given.code, state);
    if (p.verdict === 'approved') {
      const verdict = await measured(tx, { revision, at, role });
      if (!verdict.isWithin) return refused('above_your_limit', { ...state, ...figures(verdict) });
    }

    const isNew = await addDecision(tx, {
      id: newId(at.getTime()),
      caseId: stored.id,
      documentId: revision.id,
      decision: given.value.decision,
      via: actor.via,
    });
    if (!isNew) return refused('already_decided', state);
    await storeStanding(tx, { stored, given: given.value, at });
    return ok(await moved(tx, { list, revision, given: given.value, p, at, settings }));
  });
}

type Measured = { revision: RevisionWithMakers; at: Date; role: StaffRole };

async function measured(tx: Tx, { revision, at, role }: Measured): Promise<LimitsVerdict> {
  const limits = await findRoleLimits(tx, { role });
  if (limits.discountPercent === null && limits.marginFloorPercent === null) return withinLimits([], limits);
  return measureRevision(tx, { revision, at, limits });
}

const figuresFor = async (tx: Tx, p: Measured): Promise<DecideDetail> => figures(await measured(tx, p));

const figures = ({ highestDiscountPercent, lowestMarginPercent }: LimitsVerdict): DecideDetail => ({
  highest_discount: highestDiscountPercent && toDecimalString(highestDiscountPercent, 4),
  lowest_margin: lowestMarginPercent && toDecimalString(lowestMarginPercent, 4),
});

async function storeStanding(tx: Tx, p: { stored: StoredCase; given: DecisionGiven; at: Date }): Promise<void> {
  const { progress, outcome } = p.given;
  const isOpen = outcome === 'awaiting_approval';
  await changeCase(tx, {
    id: p.stored.id,
    state: isOpen ? 'awaiting_approval' : outcome === 'approved' ? 'approved' : 'closed',
    openings: progress.openings,
    blockedSince: null,
    dueAt: null,
    closedAt: isOpen ? null : p.at,
  });
  const people = isOpen ? progress.waitingFor.flatMap((group) => group.people) : [];
  await replaceWaits(tx, { caseId: p.stored.id, people, at: p.at });
}

async function moved(
  tx: Tx,
  {
    list,
    revision,
    given,
    p,
    at,
    settings,
  }: {
    list: ListInScope;
    revision: RevisionWithMakers;
    given: DecisionGiven;
    p: DecideOnRevision;
    at: Date;
    settings: Deps['settings'];
  },
): Promise<Decided> {
  const { actor, reason } = p;
  const by = actor.person;
  const isApproved = given.outcome === 'approved';
  const status: RevisionStatus = isApproved
    ? 'approved'
    : given.outcome === 'awaiting_approval'
      ? 'in_review'
      : 'returned';
  const effectiveAt = isApproved ? effectiveFrom(revision.startsAt, at) : null;
  const approval = { approvedAt: at, approvedBy: by, approvedVia: actor.via, effectiveAt };
  const version = await changeRevision(tx, {
    id: revision.id,
    from: ['submitted', 'in_review'],
    changes: { status, ...(isApproved && approval) },
    isNewVersion: false,
  });
  if (version === null) throw new Error('the list is locked, so its revision stays where it was');
  const type = { approved: 'price_list.approved', in_review: 'price_list.approval_given' }[status as string];
  await recordEvent(tx, {
    type: type ?? 'price_list.returned',
    subjectId: revision.id,
    companyId: revision.companyId,
    personId: by,
    via: actor.via,
    data: { list: list.code, revision: revision.number, reason, effective_at: effectiveAt?.toISOString() ?? null },
    at,
  });
  if (status !== 'in_review') {
    await mailMakers(tx, {
      list,
      revision,
      by,
      decision: status as 'approved' | 'returned',
      reason,
      effectiveAt,
      at,
      settings,
    });
  }
  return { status, effectiveAt };
}
