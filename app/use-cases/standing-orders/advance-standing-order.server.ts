import type { Deps } from '#app/deps.server.ts';
import { type Step, nextStep } from '#app/domain/standing-orders/next-step.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockStandingOrder } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import {
  type StandingOrder,
  type StandingRun,
  changeRun,
  changeStandingOrder,
  moveStandingOrder,
  putRun,
  readLiveRuns,
} from '#db/queries/standing-orders.server.ts';
import { noticeRun } from './notice-run.server';
import { orderRun, payRun } from './order-run.server';
import { unattended } from './resolve-run.server';
import { tellOwner } from './standing-order-mails.server';

/** More than any has to do after a year in which nobody looked; what is left then is for the next sweep. */
const mostSteps = 500;
const payAgainAfterMilliseconds = 120_000;

/** Does whatever is due with one standing order, a step at a time, each in its own transaction under its lock, until the
 *  rules say when to look again. Two who do it at once take turns, and the second finds it done. */
export async function advanceStandingOrder(deps: Deps, p: { id: string }): Promise<void> {
  for (let count = 0; count < mostSteps; count += 1) {
    const { step, orderId } = await decided(deps, p);
    if (step.act === 'sleep') return;
    if (step.act === 'order') await orderRun(deps, { standingOrderId: p.id, runId: step.runId, attended: null });
    if (step.act === 'pay' && orderId) await payRun(deps, { orderId, attended: null });
  }
}

async function decided(deps: Deps, p: { id: string }): Promise<{ step: Step; orderId: string | null }> {
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const order = await lockStandingOrder(tx, p);
    if (!order) return { step: { act: 'sleep', until: null }, orderId: null };
    const [{ hours }, runs] = [await readShopRules(tx), await readLiveRuns(tx, { standingOrderId: order.id })];
    const step = nextStep({ order, runs, hours, at });
    const runId = 'runId' in step ? step.runId : null;
    const run = runs.find(({ id }) => id === runId) ?? null;
    await take(deps, tx, { order, run, step, at });
    return { step, orderId: run?.orderId ?? null };
  });
}

async function take(
  deps: Deps,
  tx: Tx,
  p: { order: StandingOrder; run: StandingRun | null; step: Step; at: Date },
): Promise<void> {
  const { order, run, step, at } = p;
  const { id } = order;
  switch (step.act) {
    case 'sleep':
      return moveStandingOrder(tx, { id, set: { nextAt: step.until } });
    case 'notice':
      return noticeRun(deps, tx, { order, run, occurrence: step.occurrence, at });
    case 'pass':
      return moveStandingOrder(tx, { id, set: { handledThrough: step.through } });
    case 'miss': {
      const { plannedOn, runsOn } = step.occurrence;
      const missed = { status: 'missed' as const, settledAt: at };
      await putRun(tx, {
        run: { id: newId(at.getTime()), standingOrderId: id, plannedOn, runsOn, status: 'missed', createdAt: at },
        set: missed,
      });
      return moveStandingOrder(tx, { id, set: { handledThrough: plannedOn } });
    }
    case 'lapse': {
      await changeRun(tx, { id: step.runId, set: { status: 'lapsed', settledAt: at } });
      return tellOwner(deps, tx, { order, run, news: 'lapsed', at });
    }
    case 'pay': {
      const nextTryAt = new Date(at.getTime() + payAgainAfterMilliseconds);
      return changeRun(tx, { id: step.runId, set: { nextTryAt } });
    }
    case 'resume': {
      const through = order.pausedUntil ?? order.handledThrough;
      const handledThrough = through > order.handledThrough ? through : order.handledThrough;
      await changeStandingOrder(tx, {
        id,
        set: { status: 'active', pauseReason: '', pausedUntil: null, handledThrough },
        at,
      });
      return record(tx, order, 'resumed', at);
    }
    case 'end': {
      await changeStandingOrder(tx, { id, set: { status: 'ended', nextAt: null }, at });
      return record(tx, order, 'ended', at);
    }
    case 'order':
      return;
  }
}

const record = (tx: Tx, { id, companyId }: StandingOrder, what: string, at: Date): Promise<void> =>
  recordEvent(tx, {
    type: `standing_order.${what}`,
    subjectId: id,
    companyId,
    personId: null,
    via: unattended,
    at,
  });
