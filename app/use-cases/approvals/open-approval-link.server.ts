import type { Deps } from '#app/deps.server.ts';
import { companyKeyScope, storeScope } from '#app/domain/access/company-scope.ts';
import { companyId } from '#app/domain/access/ids.ts';
import { hashToken } from '#app/integrations/auth/tokens.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findUsedToken, takeOneTimeToken } from '#db/queries/one-time-tokens.server.ts';
import { findPurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { type PurchaseOrderSeen, readPurchaseOrder } from '../purchase-orders/read-purchase-order.server';

/** Uses the link of a mail up and answers what it is about and whom it was sent to; `mayReopen` for the browser that did.
 *  Null when it was used, is over, or its addressee has left the company. */
export async function openApprovalLink(
  deps: Pick<Deps, 'db' | 'now'>,
  p: { token: string; mayReopen: boolean },
): Promise<{ seen: PurchaseOrderSeen; personId: string } | null> {
  const asked = { tokenHash: hashToken(p.token), purpose: 'approval_link' as const, at: deps.now() };
  const found =
    (await deps.db.transaction((tx) => takeOneTimeToken(tx, asked))) ??
    (p.mayReopen ? await findUsedToken(deps.db, asked) : null);
  const id = found?.payload.purchaseOrderId;
  if (!found?.personId || typeof id !== 'string') return null;
  const order = await findPurchaseOrder(deps.db, { scope: storeScope(), id });
  const addressee = order && (await findMember(deps.db, { companyId: order.companyId, personId: found.personId }));
  if (!order || !addressee) return null;
  const scope = companyKeyScope(companyId(order.companyId), addressee.member.units);
  const seen = await readPurchaseOrder(deps, { scope, id });
  return seen && { seen, personId: found.personId };
}
