import type { Deps } from '#app/deps.server.ts';
import { money } from '#app/domain/money/money.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { RefundState } from '#app/integrations/stripe/payments.ts';
import { lockOrder } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { addHistory, addRefunded, addToLines, findOrder } from '#db/queries/orders.server.ts';
import { findPayment, findRefund, movePayment, postponeRefund, settleRefundRow } from '#db/queries/payments.server.ts';
import { issueCreditNote } from '../invoices/issue-credit-note.server';
import { issueInvoice } from '../invoices/issue-invoice.server';
import { queueRefunded } from './order-mails.server';

const tryAgainMs = 5 * 60_000;

/** Gives money back at the provider and writes down that it did. The row stands before the provider is asked, and the
 *  key is made of it: however often this runs, the money goes back once. */
export async function makeRefund(deps: Deps, { refundId }: { refundId: string }): Promise<void> {
  const { db, now, payments } = deps;
  const refund = await findRefund(db, { id: refundId });
  if (refund?.status !== 'due') return;
  // The next try if this one ends without a word.
  await postponeRefund(db, { id: refundId, dueAt: new Date(now().getTime() + tryAgainMs) });
  const intentId = refund.intentId;
  const answer: RefundState = intentId
    ? await payments.refund({
        paymentIntentId: intentId,
        amount: money(refund.amountMinor, refund.currency),
        reason: 'requested_by_customer',
        idempotencyKey: `refund:${refundId}`,
        metadata: { refund: refundId },
      })
    : { status: 'refused', code: 'not_paid' };
  const isMade = answer.status === 'refunded' || answer.status === 'pending';
  const at = now();

  await db.transaction(async (tx) => {
    await lockOrder(tx, { orderId: refund.orderId });
    const isFirst = await settleRefundRow(tx, {
      id: refundId,
      as: isMade ? 'succeeded' : 'failed',
      providerId: 'refundId' in answer ? answer.refundId : null,
      at,
    });
    const order = await findOrder(tx, { scope: { kind: 'staff' }, id: refund.orderId });
    const payment = await findPayment(tx, { id: refund.paymentId });
    if (!isFirst || !order || !payment) return;
    const data = { refund: refundId, amount: refund.amountMinor.toString(), currency: refund.currency };
    if (!isMade) {
      const why = answer.status === 'refused' ? answer.code : answer.status;
      await Promise.all([
        addHistory(tx, {
          id: newId(),
          orderId: order.id,
          type: 'refund_failed',
          at,
          personId: null,
          via: 'job:make-refund',
          reason: why,
          data,
        }),
        recordEvent(tx, {
          type: 'refund.failed',
          subjectId: order.id,
          companyId: order.companyId,
          personId: null,
          via: 'job:make-refund',
          data: { ...data, why },
          at,
        }),
      ]);
      return;
    }
    const isGivenBack = payment.status === 'refund_due';
    if (!isGivenBack && order.payableMinor > 0n && order.paidMinor >= order.payableMinor) {
      await issueInvoice(tx, { orderId: order.id, creditMinor: 0n, at });
      await issueCreditNote(tx, {
        orderId: order.id,
        key: `refund:${refundId}`,
        shares: refund.shares,
        reason: refund.reason,
        personId: refund.requestedBy,
        via: 'job:make-refund',
        at,
      });
    }
    const refundedOfOrder = order.refundedMinor + refund.amountMinor;
    await Promise.all([
      isGivenBack
        ? movePayment(tx, { id: payment.id, from: ['refund_due'], to: 'refunded' })
        : addRefunded(tx, { orderId: order.id, minor: refund.amountMinor }),
      addToLines(tx, {
        orderId: order.id,
        lines: refund.shares.flatMap(({ line, netMinor, taxMinor }) =>
          line === 'freight' ? [] : [{ line, refundedMinor: BigInt(netMinor) + BigInt(taxMinor) }],
        ),
      }),
      addHistory(tx, {
        id: newId(),
        orderId: order.id,
        type: 'refunded',
        at,
        personId: refund.requestedBy,
        via: 'job:make-refund',
        reason: refund.reason,
        data,
      }),
      recordEvent(tx, {
        type: 'order.refunded',
        subjectId: order.id,
        companyId: order.companyId,
        personId: refund.requestedBy,
        via: 'job:make-refund',
        data,
        at,
      }),
      queueRefunded(deps, tx, {
        order,
        refundId,
        amount: money(refund.amountMinor, refund.currency),
        isWhole: isGivenBack || refundedOfOrder >= order.paidMinor,
        cause: refund.reason,
      }),
    ]);
  });
}
