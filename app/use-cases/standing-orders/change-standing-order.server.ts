import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { tidyAddress } from '#app/domain/checkout/address-fields.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { nextRunStatus } from '#app/domain/standing-orders/lifecycle.ts';
import { type Rhythm, addDays } from '#app/domain/standing-orders/schedule.ts';
import { isOwner, mayStop, mayTakeOver } from '#app/domain/standing-orders/who-may-change.ts';
import type { Tx } from '#db/client.server.ts';
import { lockStandingOrder } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import {
  type StandingOrder,
  type StandingReader,
  type StandingRun,
  changeRun,
  changeStandingOrder,
  dropRuns,
  findStandingOrder,
  readLiveRuns,
} from '#db/queries/standing-orders.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';
import { type WantedLine, agreeNow, companyOf } from './resolve-run.server';

export type StandingActor = {
  readonly actor: Actor;
  /** In whose name they act: the member stood in for, or themselves. */
  readonly personId: string;
  readonly reader: StandingReader;
};

export type StandingDeps = Pick<Deps, 'db' | 'now'>;

export type Found = { tx: Tx; order: StandingOrder; runs: StandingRun[]; at: Date; today: string };
export type StandingRefusal = 'not_found' | 'forbidden' | 'stale_version' | 'wrong_state';

/** One change of a standing order somebody sees, under its lock, with what is recorded of it. */
export async function changing<Value, Code extends string = never>(
  { db, now }: StandingDeps,
  p: StandingActor & { id: string; version: number | null; needs: 'owner' | 'stop' | 'take_over' },
  change: (found: Found) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | StandingRefusal>> {
  const at = now();
  return db.transaction(async (tx) => {
    const seen = await findStandingOrder(tx, p);
    const order = seen && (await lockStandingOrder(tx, { id: p.id }));
    if (!order) return refused('not_found');
    const may = { owner: isOwner, stop: mayStop, take_over: mayTakeOver }[p.needs];
    if (!may(p, order)) return refused('forbidden');
    if (order.status === 'ended') return refused('wrong_state');
    if (p.version !== null && p.version !== order.version) return refused('stale_version');
    const runs = await readLiveRuns(tx, { standingOrderId: order.id });
    return change({ tx, order, runs, at, today: dayIn(at, order.timeZone) });
  });
}

const record = (p: StandingActor, { tx, order, at }: Found, what: string, data: Record<string, unknown> = {}) =>
  recordEvent(tx, {
    type: `standing_order.${what}`,
    subjectId: order.id,
    companyId: order.companyId,
    personId: p.actor.person,
    via: p.actor.via,
    data: { ...data, ...(p.actor.standsInFor && { for: p.actor.standsInFor }) },
    at,
  });

/** The day before the first that is still to come, so that it is looked at anew; those under way are taken back. What has
 *  its order already stays. */
async function takeBack({ tx, order, runs, today }: Found, at: Date): Promise<string> {
  let through = order.handledThrough;
  for (const run of runs) {
    if (run.status !== 'noticed' && run.status !== 'waiting') continue;
    if (run.runsOn <= today) {
      await changeRun(tx, { id: run.id, set: { status: 'cancelled', settledAt: at, waitsUntil: null } });
      continue;
    }
    await changeRun(tx, { id: run.id, set: { status: 'planned', agreedAt: null, waitsUntil: null, reason: '' } });
    const before = addDays(run.plannedOn, -1);
    through = before < through ? before : through;
  }
  return through;
}

/** Nothing is noticed or ordered until it is resumed, or the day after the one named. */
export const pauseStandingOrder = (
  deps: StandingDeps,
  p: StandingActor & { id: string; until: string | null },
): Promise<Outcome<null, StandingRefusal | 'day_too_soon'>> =>
  changing(deps, { ...p, version: null, needs: 'stop' }, async (found) => {
    const { tx, order, runs, at, today } = found;
    if (p.until !== null && p.until < today) return refused('day_too_soon');
    const handledThrough = await takeBack(found, at);
    for (const run of runs)
      if (run.status === 'retrying')
        await changeRun(tx, { id: run.id, set: { status: 'cancelled', nextTryAt: null, settledAt: at } });
    await changeStandingOrder(tx, {
      id: order.id,
      set: { status: 'paused', pauseReason: '', pausedUntil: p.until, handledThrough, nextAt: at },
      at,
    });
    await record(p, found, 'paused', { until: p.until });
    return ok(null);
  });

/** It goes on with the next day of its rhythm; what would have come meanwhile is left out. */
export const resumeStandingOrder = (
  deps: StandingDeps,
  p: StandingActor & { id: string },
): Promise<Outcome<null, StandingRefusal>> =>
  changing(deps, { ...p, version: null, needs: 'owner' }, async (found) => {
    const { tx, order, at, today } = found;
    if (order.status === 'active') return ok(null);
    const handledThrough = order.handledThrough < today ? today : order.handledThrough;
    await changeStandingOrder(tx, {
      id: order.id,
      set: { status: 'active', pauseReason: '', pausedUntil: null, handledThrough, nextAt: at },
      at,
    });
    await record(p, found, 'resumed');
    return ok(null);
  });

/** For good. What has its order goes its way. */
export const endStandingOrder = (
  deps: StandingDeps,
  p: StandingActor & { id: string },
): Promise<Outcome<null, StandingRefusal>> =>
  changing(deps, { ...p, version: null, needs: 'stop' }, async (found) => {
    const { tx, order, runs, at } = found;
    for (const { id, status } of runs)
      if (status !== 'ordering')
        await changeRun(tx, { id, set: { status: 'cancelled', nextTryAt: null, waitsUntil: null, settledAt: at } });
    await changeStandingOrder(tx, { id: order.id, set: { status: 'ended', nextAt: null }, at });
    await record(p, found, 'ended');
    return ok(null);
  });

/** An admin of its unit orders it in their own name from now on. */
export const takeOverStandingOrder = (
  deps: StandingDeps,
  p: StandingActor & { id: string },
): Promise<Outcome<null, StandingRefusal>> =>
  changing(deps, { ...p, version: null, needs: 'take_over' }, async (found) => {
    const { tx, order, at } = found;
    if (order.ownerId === p.personId) return ok(null);
    await changeStandingOrder(tx, { id: order.id, set: { ownerId: p.personId, nextAt: at }, at });
    await record(p, found, 'handed_over', { from: order.ownerId, to: p.personId });
    return ok(null);
  });

export type StandingChange = {
  readonly name: string;
  readonly rhythm: Rhythm;
  readonly endsOn: string | null;
  readonly tolerancePercent: string;
  readonly shipTo: PostalAddress;
  readonly wanted: readonly WantedLine[];
};

/** All that is to come: other goods, another rhythm, another place. The goods are agreed at today's prices, and what was
 *  noticed is noticed anew. Another rhythm drops what was said about single days of the old one. */
export const changeAll = (
  deps: StandingDeps,
  p: StandingActor & { id: string; version: number; change: StandingChange },
): Promise<
  Outcome<
    null,
    StandingRefusal | 'day_too_soon' | 'ends_before_it_starts' | 'lines_needed' | 'line_not_buyable' | 'no_such_line'
  >
> =>
  changing(deps, { ...p, needs: 'owner' }, async (found) => {
    const { tx, order, runs, at, today } = found;
    const { rhythm, wanted, ...rest } = p.change;
    const isOther = (['every', 'period', 'startsOn'] as const).some((key) => rhythm[key] !== order[key]);
    if (isOther && rhythm.startsOn <= today) return refused('day_too_soon');
    if (rest.endsOn !== null && rest.endsOn < rhythm.startsOn) return refused('ends_before_it_starts');
    const company = await companyOf(tx, order);
    const moved = { ...order, shipTo: tidyAddress(rest.shipTo) };
    const agreed = await agreeNow(tx, { order: moved, company, lines: order.lines, wanted, at });
    if (!agreed.ok) return agreed;
    const through = await takeBack(found, at);
    if (isOther)
      await dropRuns(tx, {
        ids: runs.filter(({ status, runsOn }) => isNotYet(status) && runsOn > today).map(({ id }) => id),
      });
    await changeStandingOrder(tx, {
      id: order.id,
      set: {
        ...rest,
        ...rhythm,
        lines: agreed.value,
        agreedAt: at,
        handledThrough: isOther ? addDays(rhythm.startsOn, -1) : through,
        nextAt: at,
      },
      at,
    });
    await record(p, found, 'changed', { every: rhythm.every, period: rhythm.period });
    return ok(null);
  });

const isNotYet = (status: StandingRun['status']): boolean =>
  status === 'skipped' || nextRunStatus(status, 'change') !== null;
