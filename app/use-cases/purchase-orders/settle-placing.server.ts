import type { Deps } from '#app/deps.server.ts';
import { storeScope } from '#app/domain/access/company-scope.ts';
import type { Tx } from '#db/client.server.ts';
import { lockPurchaseOrder } from '#db/locks.server.ts';
import { settleBudget } from '#db/queries/budgets.server.ts';
import { type PurchaseOrder, findPurchaseOrder, movePurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { tellRequesters } from './purchase-order-mails.server';
import { recordPurchaseOrder } from './purchase-order-trail.server';

export const placing = { person: null, via: 'placement' };
type Needs = Pick<Deps, 'settings'>;

export async function lockedOrder(tx: Tx, id: string): Promise<PurchaseOrder | null> {
  if (!(await lockPurchaseOrder(tx, { id }))) return null;
  return findPurchaseOrder(tx, { scope: storeScope(), id });
}

/** It is ordered: the budget is spent, and whoever asked for it is told. The caller holds the lock and has written the
 *  order. */
export async function completePlacing(
  deps: Needs,
  tx: Tx,
  p: { order: PurchaseOrder; placed: { id: string; number: string }; invoiceNumber: string | null; at: Date },
): Promise<void> {
  const { order, placed, at } = p;
  await settleBudget(tx, { purchaseOrderId: order.id, as: 'spent', at });
  const isMoved = await movePurchaseOrder(tx, {
    id: order.id,
    from: ['placing'],
    to: 'placed',
    at,
    set: { orderId: placed.id, dueAt: null },
  });
  if (!isMoved) throw new Error(`purchase order ${order.id} was not being placed under its own lock`);
  await recordPurchaseOrder(tx, {
    order,
    event: 'placed',
    by: placing,
    at,
    more: { order: placed.id, number: placed.number, invoice: p.invoiceNumber },
  });
  await tellRequesters(deps, tx, { order, news: 'placed', at });
}

/** It could not be ordered: it keeps what it holds and waits to be tried again, changed or cancelled. */
export async function failPlacing(
  deps: Needs,
  tx: Tx,
  p: { order: PurchaseOrder; code: string; at: Date },
): Promise<void> {
  const { order, code, at } = p;
  await movePurchaseOrder(tx, {
    id: order.id,
    from: ['placing'],
    to: 'failed',
    at,
    set: { failureCode: code, dueAt: null },
  });
  await recordPurchaseOrder(tx, { order, event: 'failed', by: placing, at, more: { reason: code } });
  await tellRequesters(deps, tx, { order, news: 'failed', reason: code, at });
}

/** A payment waits for this: money for anything else has come for something that is over. */
export const awaitsPayment = (order: Pick<PurchaseOrder, 'status'>): boolean => order.status === 'placing';
