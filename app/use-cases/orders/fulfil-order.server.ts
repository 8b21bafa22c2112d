import type { Deps } from '#app/deps.server.ts';
import { type Exact, compare, isNegative, isZero, subtract, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type OrderStatus, mayBeFulfilled, nextStatus } from '#app/domain/orders/lifecycle.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { lockOrder } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import {
  type OrderLine,
  addFulfilment,
  addHistory,
  addToLines,
  findOrder,
  moveOrder,
  readOrderLines,
} from '#db/queries/orders.server.ts';
import { dueOnFulfilment } from '../invoices/due-on-fulfilment.server';
import { dueForReview } from '../reviews/due-for-review.server';
import { queueShipped } from './order-mails.server';

export type FulfilOrder = {
  orderId: string;
  /** Which units leave; null: all that have not left yet. */
  lines: readonly { line: number; quantity: string }[] | null;
  carrier: string;
  trackingNumber: string;
  trackingUrl: string;
  personId: string | null;
  via: string;
};

export type FulfilRefusal = 'not_found' | 'wrong_state' | 'no_such_line' | 'more_than_ordered' | 'nothing_to_fulfil';

/** A parcel leaves with all of an order or a part of it; the buyer is told once per parcel. */
export async function fulfilOrder(
  deps: Deps,
  p: FulfilOrder,
): Promise<Outcome<{ fulfilmentId: string; status: OrderStatus }, FulfilRefusal>> {
  const { db, now } = deps;
  return db.transaction(async (tx) => {
    if (!(await lockOrder(tx, { orderId: p.orderId }))) return refused('not_found');
    const [order, lines] = await Promise.all([
      findOrder(tx, { scope: { kind: 'staff' }, id: p.orderId }),
      readOrderLines(tx, { orderId: p.orderId }),
    ]);
    if (!order) return refused('not_found');
    if (!mayBeFulfilled(order.status)) return refused('wrong_state');
    const parcel = parcelOf(lines, p.lines);
    if (!parcel.ok) return parcel;

    const isWhole = lines.every((line) => isZero(leftOf(line, parcel.value)));
    const event = isWhole ? 'fulfil' : 'fulfil_in_part';
    const status = nextStatus(order.status, event);
    if (!status) return refused('wrong_state');
    const at = now();
    const fulfilmentId = newId();
    const { carrier, trackingNumber, trackingUrl } = p;
    const type = isWhole ? 'fulfilled' : 'partly_fulfilled';
    if (isWhole) await dueOnFulfilment(tx, { order, at });
    await dueForReview(tx, { order, at });
    await Promise.all([
      addFulfilment(tx, {
        id: fulfilmentId,
        orderId: order.id,
        carrier,
        trackingNumber,
        trackingUrl,
        lines: parcel.value.map(({ line, quantity }) => ({ line: line.line, quantity })),
        personId: p.personId,
        at,
      }),
      addToLines(tx, {
        orderId: order.id,
        lines: parcel.value.map(({ line, quantity }) => ({ line: line.line, fulfilled: quantity })),
      }),
      moveOrder(tx, { orderId: order.id, from: order.status, to: status }),
      addHistory(tx, { id: newId(), orderId: order.id, type, at, personId: p.personId, via: p.via }),
      recordEvent(tx, {
        type: `order.${type}`,
        subjectId: order.id,
        companyId: order.companyId,
        personId: p.personId,
        via: p.via,
        data: { number: order.number, fulfilment: fulfilmentId, carrier, trackingNumber },
        at,
      }),
      queueShipped(deps, tx, {
        order,
        fulfilmentId,
        lines: parcel.value,
        parcel: { carrier, trackingNumber, trackingUrl },
        isPartial: !isWhole,
      }),
    ]);
    return ok({ fulfilmentId, status });
  });
}

type Parcel = readonly { line: OrderLine; quantity: string }[];

const unshipped = (line: OrderLine): Exact => subtract(toExact(line.quantity), toExact(line.fulfilledQuantity));

const leftOf = (line: OrderLine, parcel: Parcel): Exact => {
  const packed = parcel.find((one) => one.line.line === line.line);
  return packed ? subtract(unshipped(line), toExact(packed.quantity)) : unshipped(line);
};

function parcelOf(
  lines: readonly OrderLine[],
  wanted: FulfilOrder['lines'],
): Outcome<Parcel, 'no_such_line' | 'more_than_ordered' | 'nothing_to_fulfil'> {
  const asked = wanted ?? lines.map((line) => ({ line: line.line, quantity: toDecimalString(unshipped(line), 6) }));
  const parcel: { line: OrderLine; quantity: string }[] = [];
  for (const { line: number, quantity } of asked) {
    const line = lines.find((one) => one.line === number);
    if (!line || parcel.some((one) => one.line === line)) return refused('no_such_line');
    const units = toExact(quantity);
    if (isZero(units)) continue;
    if (isNegative(units) || compare(units, unshipped(line)) > 0) return refused('more_than_ordered');
    parcel.push({ line, quantity });
  }
  return parcel.length > 0 ? ok(parcel) : refused('nothing_to_fulfil');
}
