import { Temporal } from 'temporal-polyfill';
import { deliveryPromise } from '../checkout/delivery-promise';
import type { Market } from '../checkout/markets';
import { type Exact, compare, isNegative, isZero, subtract, zero } from '../money/exact';
import { type Outcome, ok, refused } from '../outcome';
import { type OrderStatus, nextStatus } from './lifecycle';

/** requested -> approved -> received, which refunds; declined and withdrawn end it with nothing done. */
export const returnStatuses = ['requested', 'approved', 'received', 'declined', 'withdrawn'] as const;
export type ReturnStatus = (typeof returnStatuses)[number];
export type ReturnEvent = 'approve' | 'receive' | 'decline' | 'withdraw';

const transitions = {
  requested: { approve: 'approved', receive: 'received', decline: 'declined', withdraw: 'withdrawn' },
  approved: { receive: 'received', decline: 'declined' },
  received: {},
  declined: {},
  withdrawn: {},
} satisfies Record<ReturnStatus, Partial<Record<ReturnEvent, ReturnStatus>>>;

/** Null when the event is not lawful in that state. */
export function nextReturnStatus(from: ReturnStatus, event: ReturnEvent): ReturnStatus | null {
  const lawful: Partial<Record<ReturnEvent, ReturnStatus>> = transitions[from];
  return lawful[event] ?? null;
}

export const returnReasons = [
  'changed_mind',
  'damaged',
  'wrong_item',
  'not_as_described',
  'too_late',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** How many days goods come back for the full price: what product pages promise and what `returnable` holds to. */
export const returnPeriodDays = (market: Pick<Market, 'returnDays'>): number => market.returnDays;

/** The first moment after the period: it counts whole days there from the last day on which a parcel that left then was
 *  to arrive. @throws RangeError for an unknown time zone */
export function returnEnds(p: {
  readonly leftAt: Date;
  readonly market: Pick<Market, 'returnDays' | 'timeZone'>;
  /** On the road, as the shipping method promises. */
  readonly workingDays: readonly [number, number];
}): Date {
  const { timeZone } = p.market;
  const arrives = deliveryPromise({ now: p.leftAt, timeZone, leadTimeDays: 0, workingDays: p.workingDays }).until;
  const day = Temporal.PlainDate.from(arrives).add({ days: returnPeriodDays(p.market) + 1 });
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}

export type LineToReturn = {
  readonly line: number;
  readonly fulfilled: Exact;
  readonly returned: Exact;
  /** In returns that were asked for and are neither in nor over. */
  readonly onTheWay: Exact;
  /** When the period of its last parcel is over; null while none has left. */
  readonly endsAt: Date | null;
};

/** What may still come back of each line; lines with nothing left are left out. */
export const returnable = <Line extends LineToReturn>(lines: readonly Line[], at: Date) =>
  lines
    .map((line) => ({ ...line, left: subtract(subtract(line.fulfilled, line.returned), line.onTheWay) }))
    .filter(({ left, endsAt }) => compare(left, zero) > 0 && endsAt !== null && at < endsAt);

export type ReturnRefusal = 'nothing_to_return' | 'no_such_line' | 'more_than_delivered' | 'return_period_over';

/** Whether these units may come back: something of each line that was delivered, no more than is not back already, and
 *  within the period. */
export function returnVerdict(
  lines: readonly LineToReturn[],
  wanted: readonly { readonly line: number; readonly quantity: Exact }[],
  at: Date,
): Outcome<{ line: number; quantity: Exact }[], ReturnRefusal> {
  const units = wanted.filter(({ quantity }) => !isZero(quantity));
  if (units.length === 0) return refused('nothing_to_return');
  for (const [index, { line: number, quantity }] of units.entries()) {
    const line = lines.find(({ line: n }) => n === number);
    if (!line || units.some((other, place) => place < index && other.line === number)) return refused('no_such_line');
    const left = subtract(subtract(line.fulfilled, line.returned), line.onTheWay);
    if (isNegative(quantity) || compare(quantity, left) > 0 || line.endsAt === null)
      return refused('more_than_delivered');
    if (at >= line.endsAt) return refused('return_period_over');
  }
  return ok(units.map(({ line, quantity }) => ({ line, quantity })));
}

/** What an order becomes when units come in: returned once everything it held is back. Null where it cannot. */
export function statusAfterReturn(
  status: OrderStatus,
  lines: readonly { readonly quantity: Exact; readonly returned: Exact }[],
): { readonly status: OrderStatus; readonly isWhole: boolean } | null {
  const isWhole = lines.every(({ quantity, returned }) => compare(returned, quantity) >= 0);
  const next = nextStatus(status, isWhole ? 'return' : 'return_in_part');
  return next && { status: next, isWhole };
}
