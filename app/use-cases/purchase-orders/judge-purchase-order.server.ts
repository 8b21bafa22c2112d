import type { Deps } from '#app/deps.server.ts';
import { storeScope } from '#app/domain/access/company-scope.ts';
import { blockedExpiresAt, deadlinesOf, hasExpired } from '#app/domain/approvals/deadlines.ts';
import { type Progress, approvalProgress } from '#app/domain/approvals/progress.ts';
import { submitForApproval } from '#app/domain/approvals/submission.ts';
import { approvalState } from '#app/domain/purchase-orders/lifecycle.ts';
import { askApprovers } from '#app/jobs/catalog.ts';
import { enqueueAll } from '#app/jobs/enqueue.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockPurchaseOrder } from '#db/locks.server.ts';
import { type StoredCase, findCase, listDecisions } from '#db/queries/approval-cases.server.ts';
import { askAgain } from '#db/queries/approver-mails.server.ts';
import { loadDirectory, loadRules } from '#db/queries/directory.server.ts';
import { type PurchaseOrder, findPurchaseOrder, movePurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { closeCase, peopleAsked, storeProgress } from '../approvals/judge-case.server';
import { approve } from './decide-on-purchase-order.server';
import { recordPurchaseOrder } from './purchase-order-trail.server';
import { tellRequesters } from './purchase-order-mails.server';
import { releaseReservations } from './take-credit.server';

const byItself = { person: null, via: 'deadline' };
const byRules = { person: null, via: 'rules' };

/** Asks anew how a waiting purchase order stands: time went by, people came or left, rules changed. It expires, is
 *  escalated or reminded of, blocked or unblocked; a blocked one is judged by the day's rules. */
export async function judgePurchaseOrder(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { id: string },
): Promise<void> {
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    if (!(await lockPurchaseOrder(tx, { id: p.id }))) return;
    const order = await findPurchaseOrder(tx, { scope: storeScope(), id: p.id });
    if (!order || approvalState(order.status) === 'closed') return;
    const stored = await findCase(tx, { kind: 'purchase_order', documentId: order.id, revision: order.revision });
    if (!stored) return;
    const [decisions, directory] = await Promise.all([
      listDecisions(tx, { documentId: order.id }),
      loadDirectory(tx, { companyId: order.companyId, at }),
    ]);
    const question = {
      document: stored.facts,
      revision: order.revision,
      policy: stored.policy,
      openings: stored.openings,
      decisions,
      directory,
    };
    const asStored = approvalProgress(question, at);
    if (isOver(stored, asStored, at)) return expire(deps, tx, { order, stored, at });

    if (stored.state !== 'blocked' && asStored.state !== 'blocked') {
      await storeProgress(tx, { stored, progress: asStored, directory, at });
      await remind(tx, { stored, progress: asStored, at });
      return settle(deps, tx, { order, to: asStored.state, at });
    }
    if (stored.state !== 'blocked') {
      await storeProgress(tx, { stored, progress: asStored, directory, at });
      return settle(deps, tx, { order, to: 'blocked', at });
    }
    const rules = await loadRules(tx, { companyId: order.companyId });
    const anew = submitForApproval({ ...question, rules, at });
    const isCovered = anew.mayGoOverBudget || order.overBudgetMinor === 0n;
    if (!isCovered) return storeProgress(tx, { stored, progress: asStored, directory, at });
    await storeProgress(tx, {
      stored,
      progress: anew.progress,
      directory,
      at,
      judged: { policy: anew.policy, facts: stored.facts, lookedAt: anew.lookedAt },
    });
    return settle(deps, tx, { order, to: anew.state, at });
  });
}

const isOver = (stored: StoredCase, progress: Progress, at: Date): boolean =>
  stored.state === 'blocked'
    ? stored.blockedSince !== null && at >= blockedExpiresAt(stored.blockedSince)
    : hasExpired(progress, at);

/** Half of a level's time is over: whoever it still waits for hears it once more. */
async function remind(tx: Tx, p: { stored: StoredCase; progress: Progress; at: Date }): Promise<void> {
  const isDue = deadlinesOf(p.progress).some(({ kind, at }) => kind === 'reminder' && at <= p.at);
  if (!isDue) return;
  const people = await askAgain(tx, { caseId: p.stored.id, people: peopleAsked(p.progress), at: p.at });
  await enqueueAll(
    tx,
    askApprovers,
    people.map((personId) => ({ personId })),
  );
}

async function settle(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: { order: PurchaseOrder; to: Progress['state']; at: Date },
): Promise<void> {
  const { order, to, at } = p;
  if (to === 'approved') return approve(tx, { order, at });
  if (to === order.status) return;
  await movePurchaseOrder(tx, { id: order.id, from: [order.status], to, at });
  await recordPurchaseOrder(tx, {
    order,
    event: to === 'blocked' ? 'blocked' : 'unblocked',
    by: byRules,
    at,
  });
  if (to === 'blocked') await tellRequesters(deps, tx, { order, news: 'blocked', at });
}

async function expire(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: { order: PurchaseOrder; stored: StoredCase; at: Date },
): Promise<void> {
  const { order, stored, at } = p;
  await movePurchaseOrder(tx, { id: order.id, from: [order.status], to: 'expired', at });
  await closeCase(tx, { stored, at });
  await releaseReservations(tx, { order, by: byItself, reason: 'expired', at });
  await recordPurchaseOrder(tx, { order, event: 'expired', by: byItself, at });
  await tellRequesters(deps, tx, { order, news: 'expired', at });
}
