import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { tidyAddress } from '#app/domain/checkout/address-fields.ts';
import { marketOf } from '#app/domain/checkout/markets.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { standardNoticeDays } from '#app/domain/standing-orders/next-step.ts';
import { type Rhythm, addDays } from '#app/domain/standing-orders/schedule.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import type { OrderScope } from '#db/queries/orders.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import {
  type StandingReader,
  addStandingOrder,
  listStandingOrders,
  readStandingOrder,
} from '#db/queries/standing-orders.server.ts';
import type { StandingLine } from '#db/schema/standing-orders.ts';
import { type PastOrder, type ReorderRefusal, readPastOrder } from '../orders/preview-reorder.server';
import { costCentreOf } from '../orders/reorder-for-company.server';
import { addressOf, asCharged } from '../orders/resolve-reorder.server';
import { type WantedLine, agreeNow } from './resolve-run.server';

export const mostStandingOrders = 200;

/** The lines of a past order, as a standing order begins with. */
export function linesToRepeat({ order, lines, company }: PastOrder): StandingLine[] {
  const charged = new Map(asCharged(lines).map(({ line, withTax }) => [line, withTax]));
  return lines.map(({ line, sku, title, quantity, configuration, unitPrice, lineTotalMinor }) => {
    const withTax = order.showsTaxIncluded && !company ? charged.get(line) : undefined;
    return {
      ...{ line, sku, title, quantity, configuration, unitPrice },
      lineTotalMinor: lineTotalMinor.toString(),
      ...(withTax && { withTax }),
    };
  });
}

/** Where a day is a day: of the company, or of the market the consumer bought in. */
export const timeZoneOf = async (db: DbOrTx, { order, company }: PastOrder): Promise<string> =>
  company?.timeZone ?? marketOf((await readShopRules(db)).markets, order.market).timeZone;

export type MakeStandingOrder = {
  /** Given with the form: sent twice, it is one. */
  id: string;
  actor: Actor;
  /** In whose name it is ordered: the member stood in for, or whoever does it. */
  ownerId: string;
  reader: StandingReader;
  order: { id: string; scope: OrderScope };
  name: string;
  rhythm: Rhythm;
  endsOn: string | null;
  tolerancePercent: string;
  wanted: readonly WantedLine[];
};

export type MakeRefusal =
  | ReorderRefusal
  | 'day_too_soon'
  | 'ends_before_it_starts'
  | 'too_many'
  | 'lines_needed'
  | 'line_not_buyable'
  | 'no_such_line'
  | 'not_delivered_there';

/** A past order, again and again: the goods at today's prices, to the same place. The first comes tomorrow at the
 *  earliest, so that there is a notice before it. */
export async function makeStandingOrder(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: MakeStandingOrder,
): Promise<Outcome<{ id: string }, MakeRefusal>> {
  const at = now();
  return db.transaction(async (tx) => {
    const before = await readStandingOrder(tx, { id: p.id });
    if (before) return before.ownerId === p.ownerId ? ok({ id: before.id }) : refused('not_found');
    const past = await readPastOrder(tx, { orderId: p.order.id, scope: p.order.scope, actor: p.actor });
    if (!past.ok) return past;
    const { order, company } = past.value;
    const timeZone = await timeZoneOf(tx, past.value);
    if (p.rhythm.startsOn <= dayIn(at, timeZone)) return refused('day_too_soon');
    if (p.endsOn !== null && p.endsOn < p.rhythm.startsOn) return refused('ends_before_it_starts');
    const known = await listStandingOrders(tx, { reader: p.reader, limit: mostStandingOrders });
    if (known.length >= mostStandingOrders) return refused('too_many', { most: mostStandingOrders });
    const place = addressOf(order) ?? company?.unitAddress ?? null;
    if (!place) return refused('not_delivered_there');
    const shipTo = tidyAddress(place);
    const template = { ...order, shipTo };
    const lines = linesToRepeat(past.value);
    const agreed = await agreeNow(tx, { order: template, company, lines, wanted: p.wanted, at });
    if (!agreed.ok) return agreed;
    const { id } = p;
    const isNew = await addStandingOrder(tx, {
      id,
      status: 'active',
      name: p.name,
      ownerId: p.ownerId,
      companyId: company?.id ?? null,
      unitId: company?.unitId ?? null,
      sourceOrderId: order.id,
      lines: agreed.value,
      ...p.rhythm,
      endsOn: p.endsOn,
      handledThrough: addDays(p.rhythm.startsOn, -1),
      noticeDays: standardNoticeDays,
      tolerancePercent: p.tolerancePercent,
      timeZone,
      market: order.market,
      currency: order.currency,
      locale: order.locale,
      showsTaxIncluded: order.showsTaxIncluded,
      shipTo,
      shippingMethod: order.shippingMethod,
      costCentre: company ? await costCentreOf(tx, order) : null,
      notes: order.notes,
      agreedAt: at,
      nextAt: at,
      createdAt: at,
      changedAt: at,
    });
    if (!isNew) return ok({ id });
    await recordEvent(tx, {
      type: 'standing_order.made',
      subjectId: id,
      companyId: company?.id ?? null,
      personId: p.actor.person,
      via: p.actor.via,
      data: { order: order.number, every: p.rhythm.every, period: p.rhythm.period, for: p.actor.standsInFor },
      at,
    });
    return ok({ id });
  });
}
