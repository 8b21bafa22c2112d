import type { Deps } from '#app/deps.server.ts';
import { upcoming, waitsUntil } from '#app/domain/standing-orders/next-step.ts';
import { runGoesUnasked } from '#app/domain/standing-orders/price-change.ts';
import { type Occurrence, momentOf } from '#app/domain/standing-orders/schedule.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import type { OrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import {
  type StandingOrder,
  type StandingRun,
  changeRun,
  findLastPlacedRun,
  moveStandingOrder,
  putRun,
  readLiveRuns,
} from '#db/queries/standing-orders.server.ts';
import type { StandingLine } from '#db/schema/standing-orders.ts';
import type { ResolvedReorder } from '../orders/resolve-reorder.server';
import { ordererOf } from './hand-over.server';
import { agreedBy, companyOf, linesOf, resolveLines, shownOf } from './resolve-run.server';
import { tellOwner } from './standing-order-mails.server';

type Needs = Pick<Deps, 'settings'>;

/** Tells the owner what comes next and what it will cost on its day. What may not be ordered unasked waits from now on
 *  for a yes. Under the lock of the standing order. */
export async function noticeRun(
  deps: Needs,
  tx: Tx,
  p: { order: StandingOrder; occurrence: Occurrence; run: StandingRun | null; at: Date },
): Promise<void> {
  const { occurrence, at } = p;
  const company = await companyOf(tx, p.order);
  const orderer = await ordererOf(deps, tx, { order: p.order, company, at });
  const order = await withAgreedPrices(tx, orderer?.order ?? p.order);
  const lines = linesOf(order, p.run);
  const day = momentOf(occurrence.runsOn, order.timeZone);
  const resolved = await resolveLines(tx, { order, company, lines, at: day > at ? day : at });
  const goes = orderer !== null && runGoesUnasked(resolved.lines, order.tolerancePercent);
  const run = await putRun(tx, {
    run: {
      id: newId(at.getTime()),
      standingOrderId: order.id,
      plannedOn: occurrence.plannedOn,
      runsOn: occurrence.runsOn,
      status: 'planned',
      createdAt: at,
    },
    set: {
      runsOn: occurrence.runsOn,
      status: goes ? 'noticed' : 'waiting',
      shown: shownOf(resolved, lines),
      shownVersion: (p.run?.shownVersion ?? 0) + 1,
      noticedAt: at,
      agreedAt: null,
      waitsUntil: goes ? null : await deadline(tx, order, occurrence, at),
      reason: orderer === null ? 'forbidden' : '',
    },
  });
  await moveStandingOrder(tx, { id: order.id, set: { handledThrough: occurrence.plannedOn } });
  await tellOwner(deps, tx, { order, run, news: goes ? 'notice' : 'needs_yes', at });
}

/** What is shown now waits for a yes, and its owner is told what is different or in the way. */
export async function askForYes(
  deps: Needs,
  tx: Tx,
  p: {
    order: StandingOrder;
    run: StandingRun;
    company: OrderingCompany | null;
    resolved: ResolvedReorder;
    lines: readonly StandingLine[];
    reason: string;
    at: Date;
  },
): Promise<void> {
  const { order, at } = p;
  const set = {
    status: 'waiting' as const,
    shown: shownOf(p.resolved, p.lines),
    shownVersion: p.run.shownVersion + 1,
    agreedAt: null,
    waitsUntil: p.run.waitsUntil ?? (await deadline(tx, order, p.run, at)),
    reason: p.reason,
    nextTryAt: null,
  };
  await changeRun(tx, { id: p.run.id, set });
  await moveStandingOrder(tx, { id: order.id, set: { nextAt: at } });
  await tellOwner(deps, tx, { order, run: { ...p.run, ...set }, news: 'needs_yes', at });
}

async function deadline(tx: Tx, order: StandingOrder, { plannedOn, runsOn }: Occurrence, at: Date): Promise<Date> {
  const { hours } = await readShopRules(tx);
  const runs = await readLiveRuns(tx, { standingOrderId: order.id });
  const [next] = upcoming({ order: { ...order, handledThrough: plannedOn }, runs, hours });
  return waitsUntil({ order, runsOn, next: next ?? null, at });
}

/** What was placed last says what is agreed from then on. */
async function withAgreedPrices(tx: Tx, order: StandingOrder): Promise<StandingOrder> {
  const placed = await findLastPlacedRun(tx, { standingOrderId: order.id, since: order.agreedAt });
  if (!placed?.settledAt) return order;
  const set = { lines: agreedBy(order, placed), agreedAt: placed.settledAt };
  await moveStandingOrder(tx, { id: order.id, set });
  return { ...order, ...set };
}
