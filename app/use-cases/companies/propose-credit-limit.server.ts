import type { Deps } from '#app/deps.server.ts';
import { type StaffActor, makersOf } from '#app/domain/access/actor.ts';
import { staffMay } from '#app/domain/access/permissions.ts';
import { submitForApproval } from '#app/domain/approvals/submission.ts';
import type { DecisionRefusal } from '#app/domain/approvals/decision-effects.ts';
import type { Money } from '#app/domain/money/money.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { creditLimitFacts, creditLimitRules } from '#app/domain/purchase-orders/credit-limit.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockCompanies } from '#db/locks.server.ts';
import { findCase } from '#db/queries/approval-cases.server.ts';
import { findCompany } from '#db/queries/company-record.server.ts';
import { changeCompany } from '#db/queries/company-writes.server.ts';
import {
  type CreditLimitChange,
  addCreditLimitChange,
  closeCreditLimitChange,
  findCreditLimitChange,
} from '#db/queries/credit-limits.server.ts';
import { loadDirectory, loadRules } from '#db/queries/directory.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type DecisionToTake, type DocumentUnderApproval, takeDecision } from '../approvals/decide.server';
import { closeCase, ranOut } from '../approvals/judge-case.server';
import { openCase } from '../approvals/open-case.server';

type ProposeDeps = Pick<Deps, 'db' | 'now'>;
const revision = 1;

/** One of our own people proposes how much credit a company has, and why; null = none. It holds once a manager or an
 *  admin other than them has approved it. One proposal of a company waits at a time. */
export async function proposeCreditLimit(
  { db, now }: ProposeDeps,
  p: { actor: StaffActor; companyId: string; limit: Money | null; reason: string },
): Promise<
  Outcome<{ id: string }, 'not_found' | 'forbidden' | 'wrong_currency' | 'reason_required' | 'already_waiting'>
> {
  const { actor, companyId, limit, reason } = p;
  if (!staffMay(actor.staff, 'propose_credit')) return refused('forbidden');
  if (!reason.trim()) return refused('reason_required');
  const at = now();
  return db.transaction(async (tx) => {
    if (!(await lockCompanies(tx, { ids: [companyId] }))) return refused('not_found');
    const company = await findCompany(tx, { id: companyId });
    if (!company) return refused('not_found');
    if (limit && limit.currency !== company.currency) return refused('wrong_currency');
    const id = newId(at.getTime());
    const isNew = await addCreditLimitChange(tx, {
      id,
      companyId,
      limitMinor: limit?.minor ?? null,
      reason: reason.trim(),
      status: 'waiting',
      proposedBy: actor.person,
      via: actor.via,
      createdAt: at,
    });
    if (!isNew) return refused('already_waiting');
    const facts = creditLimitFacts(makersOf(actor), limit);
    const directory = await loadDirectory(tx, { companyId: null, at });
    const rules = [...creditLimitRules, ...(await loadRules(tx, { companyId: null }))];
    const submission = submitForApproval({ rules, document: facts, revision, directory, at });
    await openCase(tx, { documentId: id, revision, companyId: null, facts, submission, directory, at });
    await record(tx, {
      change: { id, companyId, limitMinor: limit?.minor ?? null },
      as: 'proposed',
      actor,
      reason,
      at,
    });
    return ok({ id });
  });
}

/** Who proposed it takes it back. */
export async function withdrawCreditLimit(
  { db, now }: ProposeDeps,
  p: { actor: StaffActor; id: string },
): Promise<Outcome<null, 'not_found' | 'forbidden' | 'wrong_state'>> {
  const at = now();
  return db.transaction(async (tx) => {
    const change = await underLock(tx, p.id);
    if (!change) return refused('not_found');
    if (change.proposedBy !== p.actor.person) return refused('forbidden');
    if (!(await closeCreditLimitChange(tx, { id: change.id, as: 'withdrawn', answer: '', at })))
      return refused('wrong_state');
    const stored = await findCase(tx, { kind: 'credit', documentId: change.id });
    if (stored) await closeCase(tx, { stored, at });
    await record(tx, { change, as: 'withdrawn', actor: p.actor, reason: '', at });
    return ok(null);
  });
}

/** A manager or an admin says yes, and the limit holds from this moment; or no, with the reason. */
export async function decideOnCreditLimit(
  deps: ProposeDeps,
  p: Omit<DecisionToTake, 'actor' | 'via' | 'for' | 'revision'> & { actor: StaffActor; id: string },
): Promise<Outcome<null, DecisionRefusal | 'not_found'>> {
  const { actor } = p;
  const document: DocumentUnderApproval<{ change: CreditLimitChange }> = {
    kind: 'credit',
    async lock(tx) {
      const change = await underLock(tx, p.id);
      if (!change) return null;
      const state = change.status === 'waiting' ? 'awaiting_approval' : 'closed';
      return { change, id: change.id, companyId: null, revision, state };
    },
    async decided(tx, { found: { change }, given, at }) {
      const { decision, outcome } = given;
      const reason = decision.reason ?? '';
      if (outcome === 'approved') {
        await closeCreditLimitChange(tx, { id: change.id, as: 'approved', answer: reason, at });
        await changeCompany(tx, { id: change.companyId, changes: { creditLimitMinor: change.limitMinor } });
        await record(tx, { change, as: 'approved', actor, reason, at });
      } else if (outcome === 'rejected' || outcome === 'changes_requested') {
        await closeCreditLimitChange(tx, { id: change.id, as: 'rejected', answer: reason, at });
        await record(tx, { change, as: 'rejected', actor, reason, at });
      }
    },
  };
  const done = await takeDecision(deps, document, { ...p, actor: actor.person, via: actor.via, for: null, revision });
  return done.ok ? ok(null) : done;
}

/** Asks anew how a proposal that waits stands; when nobody answered at all it is over, and the limit stays as it was. */
export async function judgeCreditLimit({ db, now }: ProposeDeps, p: { id: string }): Promise<void> {
  const at = now();
  await db.transaction(async (tx) => {
    const change = await underLock(tx, p.id);
    if (change?.status !== 'waiting') return;
    const stored = await findCase(tx, { kind: 'credit', documentId: change.id });
    if (!stored || !(await ranOut(tx, { stored, at }))) return;
    await closeCreditLimitChange(tx, { id: change.id, as: 'expired', answer: '', at });
    await record(tx, { change, as: 'expired', actor: { person: null, via: 'deadline' }, reason: '', at });
  });
}

/** The company is locked before its proposal: whoever reserves its credit takes the same turn. */
async function underLock(tx: Tx, id: string): Promise<CreditLimitChange | null> {
  const change = await findCreditLimitChange(tx, { id });
  if (!change) return null;
  await lockCompanies(tx, { ids: [change.companyId] });
  return findCreditLimitChange(tx, { id });
}

const record = (
  tx: Tx,
  p: {
    change: Pick<CreditLimitChange, 'id' | 'companyId' | 'limitMinor'>;
    as: 'proposed' | 'approved' | 'rejected' | 'withdrawn' | 'expired';
    actor: { readonly person: string | null; readonly via: string };
    reason: string;
    at: Date;
  },
): Promise<void> =>
  recordEvent(tx, {
    type: `credit_desk.limit_${p.as}`,
    subjectId: p.change.companyId,
    personId: p.actor.person,
    via: p.actor.via,
    data: { change: p.change.id, limit: p.change.limitMinor?.toString() ?? null, reason: p.reason },
    at: p.at,
  });
