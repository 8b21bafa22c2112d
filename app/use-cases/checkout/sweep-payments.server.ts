import type { Deps } from '#app/deps.server.ts';
import { PaymentFault } from '#app/integrations/stripe/payments.ts';
import { makeRefund } from '#app/jobs/catalog.ts';
import { enqueueAll } from '#app/jobs/enqueue.server.ts';
import { listDuePayments, listDueRefunds, postponePayment } from '#db/queries/payments.server.ts';
import { settlePayment } from './settle-payment.server';

const atOnce = 4;
const mostPerRun = 200;
const askAgainMs = 2 * 60_000;

/** Asks the provider about every payment that is due, and ends those whose reservation is over; sees to it that refunds
 *  that are due are made. A provider that does not answer leaves everything as it is until the next time. */
export async function sweepPayments(deps: Deps): Promise<{ asked: number }> {
  const { db, now } = deps;
  const due = await listDuePayments(db, { at: now(), limit: mostPerRun });
  const waiting = [...due];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { id } = next;
      try {
        await settlePayment(deps, { paymentId: id, via: 'job:sweep-payments' });
      } catch (fault) {
        if (!(fault instanceof PaymentFault)) throw fault;
        await postponePayment(db, { id, dueAt: new Date(now().getTime() + askAgainMs) });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const refunds = await listDueRefunds(db, { at: now(), limit: mostPerRun });
  await enqueueAll(
    db,
    makeRefund,
    refunds.map(({ id }) => ({ refundId: id })),
  );
  return { asked: due.length };
}
