import { type Money, noMoney } from '#app/domain/money/money.ts';
import type { CheckoutState, Payments } from '#app/integrations/stripe/payments.ts';

/** A provider that answers at once and takes every payment: what is measured is the shop. */
export function paidAtOnce(): Payments {
  const amounts = new Map<string, Money>();
  let pages = 0;
  const state = (sessionId: string): CheckoutState => ({
    sessionId,
    status: 'paid',
    paymentIntentId: `pi_${sessionId}`,
    amount: amounts.get(sessionId) ?? noMoney('EUR'),
    customerId: null,
    savedPaymentMethodId: null,
    paymentStatus: 'paid',
    email: null,
    orderRef: null,
  });
  const known: Partial<Payments> = {
    openCheckout: async ({ lines }) => {
      pages += 1;
      const sessionId = `cs_bench_${process.pid}_${pages}`;
      const [first] = lines;
      const minor = lines.reduce((sum, { amount }) => sum + amount.minor, 0n);
      amounts.set(sessionId, { minor, currency: first?.amount.currency ?? 'EUR' });
      return { sessionId, url: `https://pay.example/${sessionId}` };
    },
    readCheckout: async (sessionId) => state(sessionId),
    expireCheckout: async (sessionId) => state(sessionId),
  };
  return known as Payments;
}
