import type { Deps } from '#app/deps.server.ts';
import { nextTryAt } from '#app/domain/standing-orders/next-step.ts';
import { nextRunStatus } from '#app/domain/standing-orders/lifecycle.ts';
import type { Tx } from '#db/client.server.ts';
import { lockStandingOrder } from '#db/locks.server.ts';
import type { Order } from '#db/queries/orders.server.ts';
import type { Payment } from '#db/queries/payments.server.ts';
import {
  type StandingOrder,
  type StandingRun,
  changeRun,
  changeStandingOrder,
  findRun,
  findRunBehind,
  moveStandingOrder,
  readStandingOrder,
} from '#db/queries/standing-orders.server.ts';
import { tellOwner } from './standing-order-mails.server';

type Needs = Pick<Deps, 'settings'>;

/** The order of a run was paid. Before any lock on the stock. */
export async function runWasPaid(tx: Tx, { order, at }: { order: Order; at: Date }): Promise<void> {
  const found = await lockedBehind(tx, order.id);
  if (!found || !nextRunStatus(found.run.status, 'confirm')) return;
  await changeRun(tx, { id: found.run.id, set: { status: 'ordered', reason: '', nextTryAt: null, settledAt: at } });
  await moveStandingOrder(tx, { id: found.order.id, set: { nextAt: at } });
}

/** Its payment came to nothing: a card is charged again on another day, told each time; after the last of them the
 *  standing order stands still. A page somebody left is no failure of a card. */
export async function runWasNotPaid(
  deps: Needs,
  tx: Tx,
  p: { order: Order; payment: Pick<Payment, 'kind'>; code: string | null; at: Date },
): Promise<void> {
  const found = await lockedBehind(tx, p.order.id);
  if (found?.run.status !== 'ordering') return;
  const isCard = p.payment.kind === 'saved_card';
  const reason = p.code ?? (found.run.reason || 'payment_expired');
  await countFailure(deps, tx, { ...found, reason: isCard ? reason : found.run.reason, isCard, at: p.at });
}

/** One more failure of a card, under the lock of the standing order. */
export async function countFailure(
  deps: Needs,
  tx: Tx,
  p: { order: StandingOrder; run: StandingRun; reason: string; isCard: boolean; at: Date },
): Promise<void> {
  const { order, at } = p;
  const failures = p.run.failures + (p.isCard ? 1 : 0);
  const again = nextTryAt({ order, runsOn: p.run.runsOn, failures: Math.max(failures, 1), at });
  const set = {
    status: again ? ('retrying' as const) : ('failed' as const),
    failures,
    reason: p.reason,
    nextTryAt: again,
    settledAt: again ? null : at,
  };
  await changeRun(tx, { id: p.run.id, set });
  const run = { ...p.run, ...set };
  if (again) {
    if (!run.purchaseOrderId) await moveStandingOrder(tx, { id: order.id, set: { nextAt: again } });
    if (p.isCard) await tellOwner(deps, tx, { order, run, news: 'card_failed', at });
    return;
  }
  await standStill(deps, tx, { order, run, at });
}

/** The same of a company's purchase order, whose stock may be locked by now: only the run is marked, and that the
 *  standing order is to stand still is left to the sweep, which takes the locks in their order. */
export async function markPurchaseOrderOfRun(
  deps: Needs,
  tx: Tx,
  p: { purchaseOrderId: string; outcome: { paid: true } | { paid: false; code: string }; at: Date },
): Promise<void> {
  const { outcome, at } = p;
  const run = await findRunBehind(tx, { purchaseOrderId: p.purchaseOrderId });
  if (!run || !nextRunStatus(run.status, outcome.paid ? 'confirm' : 'decline')) return;
  if (outcome.paid) {
    await changeRun(tx, { id: run.id, set: { status: 'ordered', reason: '', nextTryAt: null } });
    return;
  }
  const order = await readStandingOrder(tx, { id: run.standingOrderId });
  if (!order) throw new Error(`run ${run.id} has no standing order`);
  const failures = run.failures + 1;
  const again = nextTryAt({ order, runsOn: run.runsOn, failures, at });
  const set = {
    status: again ? ('retrying' as const) : ('failed' as const),
    failures,
    reason: outcome.code,
    nextTryAt: again ?? at,
  };
  await changeRun(tx, { id: run.id, set });
  if (again) await tellOwner(deps, tx, { order, run: { ...run, ...set }, news: 'card_failed', at });
}

/** It stands still until somebody resumes it. Under its lock. */
export async function standStill(
  deps: Needs,
  tx: Tx,
  p: { order: StandingOrder; run: StandingRun; at: Date },
): Promise<void> {
  const { order, run, at } = p;
  if (order.status === 'ended') return;
  if (order.status === 'active')
    await changeStandingOrder(tx, {
      id: order.id,
      set: { status: 'paused', pauseReason: 'card_failed', pausedUntil: null, nextAt: null },
      at,
    });
  else await moveStandingOrder(tx, { id: order.id, set: { nextAt: at } });
  await tellOwner(deps, tx, { order, run, news: 'stopped', at });
}

async function lockedBehind(tx: Tx, orderId: string): Promise<{ order: StandingOrder; run: StandingRun } | null> {
  const behind = await findRunBehind(tx, { orderId });
  const order = behind && (await lockStandingOrder(tx, { id: behind.standingOrderId }));
  const run = order && (await findRun(tx, { standingOrderId: order.id, id: behind.id }));
  return order && run?.orderId === orderId ? { order, run } : null;
}
