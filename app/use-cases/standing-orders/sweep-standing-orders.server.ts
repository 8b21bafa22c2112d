import type { Deps } from '#app/deps.server.ts';
import { nextRunStatus } from '#app/domain/standing-orders/lifecycle.ts';
import { lockStandingOrder } from '#db/locks.server.ts';
import {
  type StandingRun,
  changeRun,
  findRun,
  listDueStandingOrders,
  listUnpaidRuns,
} from '#db/queries/standing-orders.server.ts';
import { placePurchaseOrder } from '../purchase-orders/place-purchase-order.server';
import { advanceStandingOrder } from './advance-standing-order.server';
import { markPurchaseOrderOfRun, standStill } from './settle-run.server';

const batch = 100;
/** What is left then is for the next sweep. */
const mostRounds = 50;
const claimMilliseconds = 3_600_000;

/** Everything about standing orders that happens by itself: notices, runs, lapses, and cards that are tried again. One
 *  that cannot be advanced keeps nobody else waiting. */
export async function sweepStandingOrders(deps: Deps): Promise<void> {
  const faults: unknown[] = [];
  const seen = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const due = await listDueStandingOrders(deps.db, { at: deps.now(), limit: batch + seen.size });
    const fresh = due.filter((id) => !seen.has(id));
    for (const id of fresh) {
      seen.add(id);
      await advanceStandingOrder(deps, { id }).catch((fault: unknown) => faults.push(fault));
    }
    if (fresh.length === 0) break;
  }
  for (const run of await listUnpaidRuns(deps.db, { at: deps.now(), limit: batch }))
    await payAgain(deps, run).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw faults[0];
}

/** A purchase order the company's card did not pay: charged once more, or given up. */
async function payAgain(deps: Deps, { id, standingOrderId, purchaseOrderId }: StandingRun): Promise<void> {
  const at = deps.now();
  const isDue = await deps.db.transaction(async (tx) => {
    const order = await lockStandingOrder(tx, { id: standingOrderId });
    const run = order && (await findRun(tx, { standingOrderId, id }));
    if (!order || !run?.nextTryAt || run.nextTryAt > at) return false;
    if (run.status === 'failed') {
      await changeRun(tx, { id, set: { nextTryAt: null, settledAt: at } });
      await standStill(deps, tx, { order, run, at });
      return false;
    }
    // Whoever dies here has it tried again in an hour.
    await changeRun(tx, { id, set: { nextTryAt: new Date(at.getTime() + claimMilliseconds) } });
    return nextRunStatus(run.status, 'decline') !== null;
  });
  if (!isDue || !purchaseOrderId) return;
  const placed = await placePurchaseOrder(deps, { id: purchaseOrderId });
  if (placed.ok && placed.value.status === 'placing') return;
  await deps.db.transaction(async (tx) => {
    if (!placed.ok && placed.code === 'no_saved_card')
      return markPurchaseOrderOfRun(deps, tx, { purchaseOrderId, outcome: { paid: false, code: placed.code }, at });
    const order = await lockStandingOrder(tx, { id: standingOrderId });
    const run = order && (await findRun(tx, { standingOrderId, id }));
    // Placed by somebody else in the meantime, changed or cancelled: it is theirs now.
    if (run?.status === 'retrying' && (!placed.ok || placed.value.status !== 'failed'))
      await changeRun(tx, { id, set: { status: 'ordered', nextTryAt: null } });
  });
}
