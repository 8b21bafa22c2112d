import type { ProcessDeps } from '#app/deps.server.ts';
import { makePayments, makeStripe } from '#app/integrations/stripe/client.server.ts';
import type { Payments } from '#app/integrations/stripe/payments.ts';
import { orders, payments } from '#db/schema/orders.ts';
import { eq } from 'drizzle-orm';
import type { RunningStandIn } from './stripe-stand-in.ts';

/** The payments of the shop against a running stand-in. */
export const paymentsAt = (standIn: RunningStandIn): Payments =>
  makePayments(makeStripe({ secretKey: standIn.secretKey, host: '127.0.0.1', port: standIn.port, protocol: 'http' }), [
    standIn.webhookSecret,
  ]);

/** The rows an accountant would look at, of every order and payment there is. */
export async function booksOf({ db }: Pick<ProcessDeps, 'db'>) {
  return db
    .select({
      order: orders.id,
      status: orders.status,
      payable: orders.payableMinor,
      paid: orders.paidMinor,
      refunded: orders.refundedMinor,
      payment: payments.status,
      received: payments.receivedMinor,
      paymentId: payments.id,
      sessionId: payments.sessionId,
    })
    .from(orders)
    .leftJoin(payments, eq(payments.orderId, orders.id));
}
