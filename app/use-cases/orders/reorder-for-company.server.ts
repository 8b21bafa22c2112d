import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { storeScope } from '#app/domain/access/company-scope.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { plannedOffer } from '#app/domain/orders/reorder-line.ts';
import { type Outcome, ok } from '#app/domain/outcome.ts';
import type { Tx } from '#db/client.server.ts';
import type { OrderingCompany } from '#db/queries/ordering-companies.server.ts';
import type { Order } from '#db/queries/orders.server.ts';
import { findPurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';
import { type CreateRefusal, draftPurchaseOrder } from '../purchase-orders/create-purchase-order.server';
import { placePurchaseOrder } from '../purchase-orders/place-purchase-order.server';
import { type SubmitRefusal, submitWithin } from '../purchase-orders/submit-purchase-order.server';
import type { PastOrder } from './preview-reorder.server';
import { type ResolvedReorder, addressOf } from './resolve-reorder.server';

export type CompanyRefusal = CreateRefusal | SubmitRefusal;

/** A purchase order for the same unit, cost centre and address, submitted at once: budget and credit are held, and the
 *  company's rules say whether anybody must approve. */
export async function orderAgainForCompany(
  tx: Tx,
  p: { actor: Actor; past: PastOrder; company: OrderingCompany; resolved: ResolvedReorder; at: Date },
): Promise<Outcome<{ orderId: null; purchaseOrderId: string }, CompanyRefusal>> {
  const { order } = p.past;
  return submitAgain(tx, {
    ...p,
    order,
    shipTo: addressOf(order),
    costCentre: await costCentreOf(tx, order),
  });
}

/** What the past order was charged to. Null when it came through no purchase order, or through one of none. */
export async function costCentreOf(tx: Tx, order: Pick<Order, 'purchaseOrderId'>): Promise<string | null> {
  const { purchaseOrderId: id } = order;
  const before = id ? await findPurchaseOrder(tx, { scope: storeScope(), id }) : null;
  return before?.costCentre ?? null;
}

/** What was resolved as a purchase order, submitted. */
export async function submitAgain(
  tx: Tx,
  p: {
    actor: Actor;
    company: OrderingCompany;
    order: Pick<Order, 'currency' | 'notes'>;
    shipTo: PostalAddress | null;
    costCentre: string | null;
    resolved: ResolvedReorder;
    at: Date;
  },
): Promise<Outcome<{ orderId: null; purchaseOrderId: string }, CompanyRefusal>> {
  const { actor, company, order, at } = p;
  const scope = storeScope();
  const drafted = await draftPurchaseOrder(tx, {
    actor,
    at,
    wanted: {
      company,
      currency: order.currency,
      number: null,
      costCentre: p.costCentre,
      shipTo: p.shipTo,
      notes: order.notes,
      deliveryOn: null,
      lines: p.resolved.lines.flatMap((line) => {
        const offer = plannedOffer(line);
        if (!offer) return [];
        const quantity = toDecimalString(offer.quantity, 6);
        const configuration = p.resolved.configurations.get(line.then.line) ?? {};
        return [{ line: line.then.line, sku: offer.sku, quantity, configuration }];
      }),
    },
  });
  if (!drafted.ok) return drafted;
  const { id } = drafted.value;
  const submitted = await submitWithin(tx, { actor, scope, id, at });
  return submitted.ok ? ok({ orderId: null, purchaseOrderId: id }) : submitted;
}

/** The order it became, when nobody has to approve it first. The job that places approved purchase orders does the same,
 *  whoever comes first. */
export async function placeReorder(deps: Deps, p: { purchaseOrderId: string }): Promise<string | null> {
  const placed = await placePurchaseOrder(deps, { id: p.purchaseOrderId });
  return placed.ok ? placed.value.orderId : null;
}
