import { amountString, money } from '#app/domain/money/money.ts';
import type { TrailValue } from '#app/domain/purchase-orders/trail.ts';
import type { Tx } from '#db/client.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import type { PurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { recordTrail } from '../approvals/record-trail.server';

export type Doer = { readonly person: string | null; readonly via: string };

/** What happened to a purchase order: one entry of its trail (who, as whom, through what, on which revision, seeing what
 *  total) and one event for everybody who listens. The caller holds the lock. */
export async function recordPurchaseOrder(
  tx: Tx,
  p: {
    order: Pick<PurchaseOrder, 'id' | 'companyId' | 'number' | 'revision' | 'currency' | 'totalMinor' | 'payableMinor'>;
    /** Past tense, without the document's name: `submitted`. */
    event: string;
    by: Doer;
    at: Date;
    more?: { readonly [key: string]: TrailValue };
  },
): Promise<void> {
  const { order, by, at, more = {} } = p;
  const amounts = {
    total: `${amountString(money(order.totalMinor, order.currency))} ${order.currency}`,
    payable: `${amountString(money(order.payableMinor, order.currency))} ${order.currency}`,
  };
  await recordTrail(tx, {
    documentId: order.id,
    event: p.event,
    facts: { by: by.person, via: by.via, revision: order.revision, ...amounts, ...more },
    at,
  });
  await recordEvent(tx, {
    type: `purchase_order.${p.event}`,
    subjectId: order.id,
    companyId: order.companyId,
    personId: by.person,
    via: by.via,
    data: { number: order.number, revision: order.revision, ...amounts, ...more },
    at,
  });
}
