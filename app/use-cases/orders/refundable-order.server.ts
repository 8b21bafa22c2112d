import { add, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { RefundShare, RefundableOrder } from '#app/domain/orders/refund.ts';
import type { Tx } from '#db/client.server.ts';
import { listCreditNotes } from '#db/queries/invoices.server.ts';
import { type Order, type Refund, readOrderLines, readRefunds } from '#db/queries/orders.server.ts';

/** A share as rows keep it. */
export const storedShare = ({ line, quantity, netMinor, taxMinor }: RefundShare) => ({
  line,
  quantity: toDecimalString(quantity, 6),
  netMinor: netMinor.toString(),
  taxMinor: taxMinor.toString(),
});

/** The order with what was given back of each line, refunds on their way and credit notes without a refund included. */
export async function refundableOrder(tx: Tx, order: Order): Promise<RefundableOrder> {
  const [lines, refunds, notes] = await Promise.all([
    readOrderLines(tx, { orderId: order.id }),
    readRefunds(tx, { orderId: order.id }),
    listCreditNotes(tx, { orderId: order.id }),
  ]);
  const given = [
    ...refunds.filter(({ status }) => status !== 'failed'),
    ...notes.filter(({ key }) => !key.startsWith('refund:')),
  ];
  return {
    lines: lines.map((line) => ({
      line: line.line,
      quantity: toExact(line.quantity),
      netMinor: line.lineTotalMinor - line.discountMinor,
      taxMinor: line.taxMinor,
      refunded: refundedOf(given, line.line),
    })),
    freight: {
      netMinor: order.freightMinor,
      taxMinor: order.freightTaxMinor,
      refunded: refundedOf(given, 'freight'),
    },
  };
}

function refundedOf(given: readonly Pick<Refund, 'shares'>[], line: number | 'freight') {
  const shares = given.flatMap((each) => each.shares.filter((share) => share.line === line));
  return {
    quantity: shares.reduce((sum, { quantity }) => add(sum, toExact(quantity)), toExact('0')),
    netMinor: shares.reduce((sum, { netMinor }) => sum + BigInt(netMinor), 0n),
    taxMinor: shares.reduce((sum, { taxMinor }) => sum + BigInt(taxMinor), 0n),
  };
}
