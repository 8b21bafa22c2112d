import type { Deps } from '#app/deps.server.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { DecisionRefusal } from '#app/domain/approvals/decision-effects.ts';
import { type Outcome, ok } from '#app/domain/outcome.ts';
import { type PurchaseOrderStatus, approvalState } from '#app/domain/purchase-orders/lifecycle.ts';
import { placePurchaseOrder } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockPurchaseOrder } from '#db/locks.server.ts';
import { type PurchaseOrder, findPurchaseOrder, movePurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { type DecisionToTake, type DocumentUnderApproval, takeDecision } from '../approvals/decide.server';
import { type Doer, recordPurchaseOrder } from './purchase-order-trail.server';
import { tellRequesters } from './purchase-order-mails.server';
import { releaseReservations } from './take-credit.server';

type Found = { readonly order: PurchaseOrder };

/** Approves, rejects or sends back one revision of a purchase order. The last approval approves it and has it placed; a
 *  rejection or a request for changes gives back what was held. */
export async function decideOnPurchaseOrder(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: DecisionToTake & { scope: CompanyScope; id: string },
): Promise<Outcome<{ status: PurchaseOrderStatus }, DecisionRefusal | 'not_found'>> {
  const by: Doer = { person: p.actor, via: p.via };
  const document: DocumentUnderApproval<Found> = {
    kind: 'purchase_order',
    async lock(tx) {
      if (!(await lockPurchaseOrder(tx, { id: p.id }))) return null;
      const order = await findPurchaseOrder(tx, { scope: p.scope, id: p.id });
      return (
        order && {
          order,
          id: order.id,
          companyId: order.companyId,
          revision: order.revision,
          state: approvalState(order.status),
        }
      );
    },
    async decided(tx, { found: { order }, given, at }) {
      const { decision, outcome } = given;
      await recordPurchaseOrder(tx, {
        order,
        event: { approved: 'approval_given', rejected: 'rejected', changes_requested: 'changes_requested' }[
          decision.verdict
        ],
        by,
        at,
        more: { for: decision.for, reason: decision.reason },
      });
      if (outcome === 'approved') await approve(tx, { order, at });
      else if (outcome === 'rejected' || outcome === 'changes_requested')
        await sendBack(deps, tx, { order, to: outcome, by, reason: decision.reason ?? '', at });
    },
  };
  const done = await takeDecision(deps, document, p);
  return done.ok ? ok({ status: done.value.outcome }) : done;
}

/** Everyone needed has approved. */
export async function approve(tx: Tx, p: { order: PurchaseOrder; at: Date }): Promise<void> {
  const { order, at } = p;
  await movePurchaseOrder(tx, { id: order.id, from: [order.status], to: 'approved', at, set: { dueAt: at } });
  await recordPurchaseOrder(tx, { order, event: 'approved', by: { person: null, via: 'rules' }, at });
  await enqueue(tx, placePurchaseOrder, { purchaseOrderId: order.id });
}

async function sendBack(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: { order: PurchaseOrder; to: 'rejected' | 'changes_requested'; by: Doer; reason: string; at: Date },
): Promise<void> {
  const { order, to, by, reason, at } = p;
  await movePurchaseOrder(tx, { id: order.id, from: [order.status], to, at });
  await releaseReservations(tx, { order, by, reason: to, at });
  await tellRequesters(deps, tx, { order, news: to, reason, at });
}
