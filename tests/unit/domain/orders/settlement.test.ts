import { describe, expect, test } from 'vitest';
import { money } from '#app/domain/money/money.ts';
import { openPaymentStatuses, orderStatuses, paymentStatuses } from '#app/domain/orders/lifecycle.ts';
import { type SettlementQuestion, settlement } from '#app/domain/orders/settlement.ts';

const paid = (minor: bigint, currency: 'EUR' | 'GBP' = 'EUR') => ({
  status: 'paid' as const,
  received: money(minor, currency),
});
const question = (more: Partial<SettlementQuestion> = {}): SettlementQuestion => ({
  payment: { status: 'open', amount: money(1000n, 'EUR') },
  order: { status: 'awaiting_payment' },
  isCartOrdered: false,
  standing: { status: 'open' },
  isOver: false,
  ...more,
});
const payment = (status: SettlementQuestion['payment']['status']) => ({ status, amount: money(1000n, 'EUR') });

describe('what becomes of a payment', () => {
  test.each<[string, Partial<SettlementQuestion>, object]>([
    ['the page is open', {}, { act: 'wait', as: 'open' }],
    ['the page is open and the time is over', { isOver: true }, { act: 'lapse', as: 'expired' }],
    ['the money is on its way: no time is over', { standing: { status: 'processing' }, isOver: true }, { act: 'wait' }],
    [
      'the bank waits for the buyer',
      { standing: { status: 'requires_action', redirectUrl: null } },
      { act: 'wait', as: 'requires_action' },
    ],
    [
      'the card was refused',
      { standing: { status: 'declined', code: 'lost_card' } },
      { act: 'lapse', as: 'failed', code: 'lost_card' },
    ],
    ['the page ran out', { standing: { status: 'expired' } }, { act: 'lapse', as: 'expired' }],
    ['never opened, a moment ago', { standing: { status: 'unknown' } }, { act: 'wait' }],
    ['never opened, and over', { standing: { status: 'unknown' }, isOver: true }, { act: 'lapse', as: 'expired' }],
    ['paid', { standing: paid(1000n) }, { act: 'pay', excessMinor: 0n }],
    ['paid in the last second', { standing: paid(1000n), isOver: true }, { act: 'pay', excessMinor: 0n }],
    ['paid too much', { standing: paid(1001n) }, { act: 'pay', excessMinor: 1n }],
    ['paid too little', { standing: paid(999n) }, { act: 'give_back', cause: 'underpaid' }],
    ['paid in another currency', { standing: paid(1000n, 'GBP') }, { act: 'give_back', cause: 'other_currency' }],
    [
      'paid after it lapsed',
      { standing: paid(1000n), payment: payment('expired'), order: { status: 'lapsed' } },
      { act: 'pay_late', excessMinor: 0n },
    ],
    [
      'paid while the cart is another order',
      { standing: paid(1000n), isCartOrdered: true },
      { act: 'give_back', cause: 'paid_twice' },
    ],
    [
      'paid, and known to be',
      { standing: paid(1000n), payment: payment('paid'), order: { status: 'paid' } },
      { act: 'nothing' },
    ],
    [
      'given back already',
      { standing: paid(1000n), payment: payment('refunded'), order: { status: 'lapsed' } },
      { act: 'nothing' },
    ],
    ['over and still unpaid', { payment: payment('expired'), order: { status: 'lapsed' } }, { act: 'nothing' }],
  ])('%s', (_case, more, verdict) => expect(settlement(question(more))).toMatchObject(verdict));

  test('money never vanishes: whatever the states, what came is an order, goes back, or did so before', () => {
    for (const status of paymentStatuses)
      for (const order of orderStatuses)
        for (const isCartOrdered of [true, false])
          for (const isOver of [true, false]) {
            const verdict = settlement(
              question({
                payment: payment(status),
                order: { status: order },
                isCartOrdered,
                isOver,
                standing: paid(1000n),
              }),
            );
            const isDone = ['paid', 'refund_due', 'refunded'].includes(status);
            expect(['pay', 'pay_late', 'give_back'].includes(verdict.act)).toBe(!isDone);
          }
  });

  test('once settled without money, nothing but money changes it', () => {
    const settled = paymentStatuses.filter((status) => !(openPaymentStatuses as readonly string[]).includes(status));
    for (const status of settled)
      for (const standing of ['open', 'processing', 'expired', 'unknown'] as const)
        expect(
          settlement(question({ payment: payment(status), standing: { status: standing }, isOver: true })),
        ).toEqual({
          act: 'nothing',
        });
  });
});
