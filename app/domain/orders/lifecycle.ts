/** awaiting_payment is a promise to a payment under way, not yet an order anybody sees; lapsed is one that never came. */
export const orderStatuses = [
  'awaiting_payment',
  'lapsed',
  'placed',
  'paid',
  'partly_fulfilled',
  'fulfilled',
  'partly_returned',
  'returned',
  'cancelled',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export type OrderEvent =
  'place' | 'pay' | 'lapse' | 'fulfil_in_part' | 'fulfil' | 'return_in_part' | 'return' | 'cancel';

const transitions = {
  awaiting_payment: { place: 'placed', pay: 'paid', lapse: 'lapsed' },
  lapsed: { pay: 'paid' },
  placed: { pay: 'paid', fulfil_in_part: 'partly_fulfilled', fulfil: 'fulfilled', cancel: 'cancelled' },
  paid: { fulfil_in_part: 'partly_fulfilled', fulfil: 'fulfilled', cancel: 'cancelled' },
  partly_fulfilled: {
    fulfil_in_part: 'partly_fulfilled',
    fulfil: 'fulfilled',
    return_in_part: 'partly_returned',
    return: 'returned',
  },
  fulfilled: { return_in_part: 'partly_returned', return: 'returned' },
  partly_returned: { return_in_part: 'partly_returned', return: 'returned', fulfil: 'fulfilled' },
  returned: {},
  cancelled: {},
} satisfies Record<OrderStatus, Partial<Record<OrderEvent, OrderStatus>>>;

/** Null when the event is not lawful in that state. */
export function nextStatus(from: OrderStatus, event: OrderEvent): OrderStatus | null {
  const lawful: Partial<Record<OrderEvent, OrderStatus>> = transitions[from];
  return lawful[event] ?? null;
}

/** Everything a customer, a report or an export calls an order. */
export const isOrdered = (status: OrderStatus): boolean => status !== 'awaiting_payment' && status !== 'lapsed';

/** What was bought and stood: everything ordered and not called off, whatever came back of it. */
export const boughtStatuses: readonly OrderStatus[] = orderStatuses.filter(
  (status) => isOrdered(status) && status !== 'cancelled',
);

/** Goods may leave: paid for, or owed on terms. */
export const mayBeFulfilled = (status: OrderStatus): boolean =>
  nextStatus(status, 'fulfil') !== null && status !== 'awaiting_payment';

export const mayBeCancelled = (status: OrderStatus): boolean => nextStatus(status, 'cancel') !== null;

export const paymentStatuses = [
  'starting',
  'open',
  'requires_action',
  'paid',
  'failed',
  'expired',
  'refund_due',
  'refunded',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** Money may still come: the provider is asked until it says one or the other. */
export const openPaymentStatuses = ['starting', 'open', 'requires_action'] as const satisfies readonly PaymentStatus[];

export const isSettled = (status: PaymentStatus): boolean =>
  !(openPaymentStatuses as readonly PaymentStatus[]).includes(status);
