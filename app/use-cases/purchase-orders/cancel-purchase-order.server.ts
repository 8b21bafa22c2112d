import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { mayBeCancelled } from '#app/domain/purchase-orders/lifecycle.ts';
import { lockPurchaseOrder } from '#db/locks.server.ts';
import { findCase } from '#db/queries/approval-cases.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { findPurchaseOrder, movePurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { closeCase } from '../approvals/judge-case.server';
import { mayOrderFor } from './create-purchase-order.server';
import { recordPurchaseOrder } from './purchase-order-trail.server';
import { releaseReservations } from './take-credit.server';

/** A buyer of the unit takes it back before it is placed; what was held is free again. Twice changes nothing. */
export async function cancelPurchaseOrder(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { actor: Actor; scope: CompanyScope; id: string; reason: string },
): Promise<Outcome<null, 'not_found' | 'forbidden' | 'wrong_state'>> {
  const at = now();
  return db.transaction(async (tx) => {
    if (!(await lockPurchaseOrder(tx, { id: p.id }))) return refused('not_found');
    const order = await findPurchaseOrder(tx, { scope: p.scope, id: p.id });
    const company = order && (await findOrderingCompany(tx, { id: order.companyId, unitId: order.unitId }));
    if (!order || !company) return refused('not_found');
    if (!mayOrderFor(p.actor, company)) return refused('forbidden');
    if (order.status === 'cancelled') return ok(null);
    if (!mayBeCancelled(order.status)) return refused('wrong_state');

    const by = { person: p.actor.person, via: p.actor.via };
    const stored = await findCase(tx, { kind: 'purchase_order', documentId: order.id, revision: order.revision });
    await movePurchaseOrder(tx, { id: order.id, from: [order.status], to: 'cancelled', at });
    if (stored && stored.closedAt === null) await closeCase(tx, { stored, at });
    await releaseReservations(tx, { order, by, reason: 'cancelled', at });
    await recordPurchaseOrder(tx, { order, event: 'cancelled', by, at, more: { reason: p.reason } });
    return ok(null);
  });
}
