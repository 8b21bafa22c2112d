import type { AppLoadContext } from '@remix-run/node';
import { companyId, personId, unitId } from '#app/domain/access/ids.ts';
import { type CompanyScope, companyKeyScope, isInScope } from '#app/domain/access/company-scope.ts';
import {
  type PurchaseOrderSeen,
  readPurchaseOrder,
} from '#app/use-cases/purchase-orders/read-purchase-order.server.ts';
import { type AsMember, idParam, notFound, requireMember } from './require-actor.server';

export type PurchaseOrderAccess = AsMember & {
  seen: PurchaseOrderSeen;
  /** The whole company: who is asked from another unit may look and decide. */
  companyScope: ReturnType<typeof companyKeyScope>;
};

/** A purchase order of the company someone buys as: one of the units they reach, or one that asks them, or asked them.
 *  Anything else is not there. */
export async function requirePurchaseOrder(
  request: Request,
  context: AppLoadContext,
  id: string | undefined,
): Promise<PurchaseOrderAccess> {
  const as = await requireMember(request, context);
  const access = await findPurchaseOrderFor(as, context, idParam(id));
  if (!access) throw notFound();
  return { ...as, ...access };
}

/** Null when it is not there, or not theirs to see. */
export async function findPurchaseOrderFor(
  as: Pick<AsMember, 'actor' | 'scope'>,
  context: AppLoadContext,
  id: string,
): Promise<Pick<PurchaseOrderAccess, 'seen' | 'companyScope'> | null> {
  const { member, person } = as.actor;
  const companyScope = companyKeyScope(member.company, member.units);
  const seen = await readPurchaseOrder(context.deps, { scope: companyScope, id });
  return seen && isSeenBy(as.scope, seen, person) ? { seen, companyScope } : null;
}

function isSeenBy(scope: CompanyScope, { order, progress, decisions }: PurchaseOrderSeen, person: string): boolean {
  const place = { company: companyId(order.companyId), unit: unitId(order.unitId), rep: null };
  return (
    isInScope(scope, place) ||
    order.requesters.includes(person) ||
    decisions.some(({ by }) => by === person) ||
    (progress?.rules ?? []).some(({ levels }) =>
      levels.some(({ groups }) =>
        groups.some(({ pool, candidates }) => pool.has(personId(person)) || candidates.some(({ by }) => by === person)),
      ),
    )
  );
}
