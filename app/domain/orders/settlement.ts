import type { Money } from '../money/money';
import { type OrderStatus, type PaymentStatus, isOrdered, isSettled } from './lifecycle';

/** How a payment stands at the provider. `unknown`: it was never opened there, or the provider has forgotten it. */
export type ProviderStanding =
  | { readonly status: 'open' | 'processing' | 'expired' | 'unknown' }
  | { readonly status: 'requires_action'; readonly redirectUrl: string | null }
  | { readonly status: 'declined'; readonly code: string }
  | { readonly status: 'paid'; readonly received: Money };

export type SettlementQuestion = {
  readonly payment: { readonly status: PaymentStatus; readonly amount: Money };
  readonly order: { readonly status: OrderStatus };
  /** Another order was made of the same cart, or its purchase order waits for this payment no more. */
  readonly isCartOrdered: boolean;
  readonly standing: ProviderStanding;
  /** No more waiting: the reservation is over, or the buyer has changed what they buy. */
  readonly isOver: boolean;
};

export type RefundCause = 'late' | 'underpaid' | 'other_currency' | 'paid_twice' | 'overpaid';

export type SettlementVerdict =
  /** Nothing to do, now or later. */
  | { readonly act: 'nothing' }
  /** Nothing yet: ask again. */
  | { readonly act: 'wait'; readonly as: 'open' | 'requires_action' }
  /** No money came: the stock is free again and the order lapses. */
  | { readonly act: 'lapse'; readonly as: 'failed' | 'expired'; readonly code: string | null }
  /** The order is paid, from the stock reserved for it. What was paid above its amount goes back. */
  | { readonly act: 'pay'; readonly excessMinor: bigint }
  /** Money for an order that had lapsed: paid if its stock can be had again, else all of it goes back. */
  | { readonly act: 'pay_late'; readonly excessMinor: bigint }
  /** All of it goes back, and nothing is ordered. */
  | { readonly act: 'give_back'; readonly cause: RefundCause };

/** What becomes of a payment, asked by the browser that returns, by the webhook and by the sweep alike. Money that came
 *  decides before anything else; what is settled with money is never opened again. */
export function settlement({ payment, order, isCartOrdered, standing, isOver }: SettlementQuestion): SettlementVerdict {
  if (hasMoney(payment.status)) return { act: 'nothing' };
  if (standing.status === 'paid')
    return ofMoney(payment, order, isCartOrdered || isOrdered(order.status), standing.received);
  if (isSettled(payment.status)) return { act: 'nothing' };
  switch (standing.status) {
    case 'processing':
      return { act: 'wait', as: 'open' };
    case 'open':
      return isOver ? { act: 'lapse', as: 'expired', code: null } : { act: 'wait', as: 'open' };
    case 'requires_action':
      return isOver ? { act: 'lapse', as: 'expired', code: null } : { act: 'wait', as: 'requires_action' };
    case 'unknown':
      return isOver ? { act: 'lapse', as: 'expired', code: null } : { act: 'wait', as: 'open' };
    case 'expired':
      return { act: 'lapse', as: 'expired', code: null };
    case 'declined':
      return { act: 'lapse', as: 'failed', code: standing.code };
  }
}

function ofMoney(
  payment: SettlementQuestion['payment'],
  order: SettlementQuestion['order'],
  isOrderedAlready: boolean,
  received: Money,
): SettlementVerdict {
  if (received.currency !== payment.amount.currency) return { act: 'give_back', cause: 'other_currency' };
  if (received.minor < payment.amount.minor) return { act: 'give_back', cause: 'underpaid' };
  if (isOrderedAlready) return { act: 'give_back', cause: 'paid_twice' };
  const excessMinor = received.minor - payment.amount.minor;
  return order.status === 'awaiting_payment' && !isSettled(payment.status)
    ? { act: 'pay', excessMinor }
    : { act: 'pay_late', excessMinor };
}

const hasMoney = (status: PaymentStatus): boolean => ['paid', 'refund_due', 'refunded'].includes(status);
