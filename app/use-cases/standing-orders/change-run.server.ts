import type { Deps } from '#app/deps.server.ts';
import { tidyAddress } from '#app/domain/checkout/address-fields.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { isOpenRun, mayBeChanged, mayBeSkipped, nextRunStatus } from '#app/domain/standing-orders/lifecycle.ts';
import { type Coming, nextOf } from '#app/domain/standing-orders/next-step.ts';
import { addDays, openDayFrom } from '#app/domain/standing-orders/schedule.ts';
import { isOwner } from '#app/domain/standing-orders/who-may-change.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import {
  type StandingOrder,
  type StandingRun,
  changeStandingOrder,
  findRun,
  findStandingOrder,
  putRun,
  readLiveRuns,
} from '#db/queries/standing-orders.server.ts';
import {
  type Found,
  type StandingActor,
  type StandingDeps,
  type StandingRefusal,
  changing,
} from './change-standing-order.server';
import { type Attended, type RunDone, type RunRefusal, orderRun } from './order-run.server';
import { type WantedLine, agreeNow, companyOf, linesOf } from './resolve-run.server';

type OneRun = StandingActor & { id: string; plannedOn: string };

/** How many of those to come are looked through for a day somebody names. */
const farthest = 60;

/** The run of that day, whether it has a row or is only to come; and the one after it. Null where the rhythm has none. */
async function findDay(
  { tx, order, runs }: Found,
  plannedOn: string,
): Promise<{ run: StandingRun | null; day: { plannedOn: string; runsOn: string }; next: Coming | null } | null> {
  const { hours } = await readShopRules(tx);
  const run = await findRun(tx, { standingOrderId: order.id, plannedOn });
  const coming = nextOf({ order, runs, hours }, farthest);
  const next = coming.find((one) => one.plannedOn > plannedOn && !one.isSkipped) ?? null;
  const natural = coming.find((one) => one.plannedOn === plannedOn);
  const day = run ?? natural;
  return day ? { run, day, next } : null;
}

/** A run put aside or changed is looked at anew, together with whatever comes after it. */
const lookAgain = ({ tx, order, at }: Found, run: StandingRun | null, plannedOn: string): Promise<void> => {
  const before = addDays(plannedOn, -1);
  const isUnderWay = run !== null && isOpenRun(run.status) && before < order.handledThrough;
  return changeStandingOrder(tx, {
    id: order.id,
    set: { nextAt: at, ...(isUnderWay && { handledThrough: before }) },
    at,
  });
};

const rowOf = ({ order, at }: Found, day: { plannedOn: string; runsOn: string }) => ({
  ...{ id: newId(at.getTime()), standingOrderId: order.id, status: 'planned' as const, createdAt: at },
  plannedOn: day.plannedOn,
  runsOn: day.runsOn,
});

/** This one does not come; the others do. */
export const skipRun = (deps: StandingDeps, p: OneRun): Promise<Outcome<null, StandingRefusal>> =>
  changing(deps, { ...p, version: null, needs: 'stop' }, async (found) => {
    const asked = await findDay(found, p.plannedOn);
    if (!asked) return refused('not_found');
    if (asked.run?.status === 'skipped') return ok(null);
    if (asked.run && !mayBeSkipped(asked.run.status)) return refused('wrong_state');
    await putRun(found.tx, {
      run: rowOf(found, asked.day),
      set: { status: 'skipped', waitsUntil: null, nextTryAt: null, agreedAt: null, reason: '' },
    });
    await lookAgain(found, asked.run, p.plannedOn);
    return ok(null);
  });

/** It comes after all, while its day has not passed. */
export const restoreRun = (deps: StandingDeps, p: OneRun): Promise<Outcome<null, StandingRefusal>> =>
  changing(deps, { ...p, version: null, needs: 'stop' }, async (found) => {
    const asked = await findDay(found, p.plannedOn);
    if (!asked?.run) return refused('not_found');
    if (!nextRunStatus(asked.run.status, 'restore')) return ok(null);
    if (p.plannedOn <= found.order.handledThrough || asked.day.runsOn <= found.today) return refused('wrong_state');
    await putRun(found.tx, { run: rowOf(found, asked.day), set: { status: 'planned' } });
    await lookAgain(found, asked.run, p.plannedOn);
    return ok(null);
  });

/** This one alone: other quantities at today's prices, another day before the next one comes. On a day the shop is closed
 *  it comes on the next it is open. */
export const changeRunAlone = (
  deps: StandingDeps,
  p: OneRun & { runsOn: string; wanted: readonly WantedLine[] },
): Promise<
  Outcome<
    { runsOn: string },
    StandingRefusal | 'day_too_soon' | 'after_the_next' | 'lines_needed' | 'line_not_buyable' | 'no_such_line'
  >
> =>
  changing(deps, { ...p, version: null, needs: 'owner' }, async (found) => {
    const { tx, order, today, at } = found;
    const asked = await findDay(found, p.plannedOn);
    if (!asked) return refused('not_found');
    if (asked.run && !mayBeChanged(asked.run.status)) return refused('wrong_state');
    const { hours } = await readShopRules(tx);
    const runsOn = openDayFrom(p.runsOn, hours);
    if (p.runsOn <= today) return refused('day_too_soon');
    if (asked.next && runsOn >= asked.next.runsOn) return refused('after_the_next');
    const company = await companyOf(tx, order);
    const template = { ...order, shipTo: tidyAddress(order.shipTo) };
    const known = withTheRest(linesOf(order, asked.run), order.lines);
    const agreed = await agreeNow(tx, { order: template, company, lines: known, wanted: p.wanted, at });
    if (!agreed.ok) return agreed;
    await putRun(tx, {
      run: rowOf(found, { plannedOn: p.plannedOn, runsOn }),
      set: { status: 'planned', runsOn, lines: agreed.value, waitsUntil: null, agreedAt: null, reason: '' },
    });
    await lookAgain(found, asked.run, p.plannedOn);
    return ok({ runsOn });
  });

/** A line that was left out of this one can be had again. */
export const withTheRest = <Line extends { line: number; quantity: string }>(
  own: readonly Line[],
  all: readonly Line[],
): Line[] => all.map((line) => own.find((one) => one.line === line.line) ?? { ...line, quantity: '0' });

/** A yes to what is shown: it comes on its day, or at once where that has passed. `withAnotherCard`: a run whose card
 *  failed is paid on the payment page instead. */
export async function orderRunNow(
  deps: Deps,
  p: OneRun & Omit<Attended, 'actor'>,
): Promise<Outcome<RunDone, RunRefusal>> {
  const order = await findStandingOrder(deps.db, p);
  const run = order && (await findRun(deps.db, { standingOrderId: order.id, plannedOn: p.plannedOn }));
  if (!order || !run) return refused('not_found');
  if (!isOwner(p, order)) return refused('forbidden');
  return orderRun(deps, { standingOrderId: order.id, runId: run.id, attended: p });
}

/** The day of the rhythm the next one is named by, under way or not; null when nothing more is to come. */
export async function nextPlanned(db: Deps['db'], order: StandingOrder): Promise<string | null> {
  const runs = await readLiveRuns(db, { standingOrderId: order.id });
  const told = runs.find(({ status }) => status === 'noticed' || status === 'waiting');
  const [next] = await nextRuns(db, { order, count: 1 });
  return told?.plannedOn ?? next?.plannedOn ?? null;
}

/** The next of them: those that differ as they are, none that is under way. */
export async function nextRuns(db: Deps['db'], p: { order: StandingOrder; count: number }): Promise<Coming[]> {
  const { hours } = await readShopRules(db);
  const runs = await readLiveRuns(db, { standingOrderId: p.order.id });
  return nextOf({ order: p.order, runs, hours }, p.count);
}
