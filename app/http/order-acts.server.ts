import type { AppLoadContext } from '@remix-run/node';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay, staffMay } from '#app/domain/access/permissions.ts';
import { mayBeCancelled } from '#app/domain/orders/lifecycle.ts';
import type { Order } from '#db/queries/orders.server.ts';
import { orderForViewer } from './order-access.server';
import { localeOf } from './locale.server';
import { notFound } from './require-actor.server';
import { returnView } from './return-view.server';
import { type Viewer, viewerOf } from './viewer.server';

/** Who may send back or cancel an order they may see: the bearer of its key, its own buyer, the buyers of the unit it was
 *  for, and whoever manages orders. */
export function mayActOnOrder(viewer: Viewer, order: Order, hasKey: boolean): boolean {
  if (hasKey || (viewer.staff && staffMay(viewer.staff, 'manage_orders'))) return true;
  const { buyingAs, person } = viewer;
  if (!order.companyId) return person !== null && order.personId === person.id;
  return (
    buyingAs.kind !== 'consumer' &&
    buyingAs.company.id === order.companyId &&
    order.unitId !== null &&
    memberMay(buyingAs.member, 'submit_purchase_orders', unitId(order.unitId))
  );
}

/** The order of an address for whoever may act on it. The same 404 for what is not there and what is not theirs. */
export async function orderToActOn(request: Request, context: AppLoadContext, number: string | undefined) {
  const { order, key } = await orderForViewer(request, context, number);
  const viewer = await viewerOf(request, context);
  if (!mayActOnOrder(viewer, order, key !== null)) throw notFound();
  return {
    order,
    query: key ? `?key=${encodeURIComponent(key)}` : '',
    by: { personId: viewer.person?.id ?? null, via: key ? 'link' : 'page' },
  };
}

/** What was sent back, and whether more may be, or all of it be cancelled. */
export async function returnActs(request: Request, { deps }: AppLoadContext, order: Order, mayAct: boolean) {
  const view = await returnView(deps.db, order, { locale: localeOf(request), at: deps.now() });
  return {
    returns: view.returns.map((one) => ({ ...one, mayWithdraw: one.mayWithdraw && mayAct })),
    mayReturn: mayAct && view.lines.length > 0,
    mayCancel: mayAct && mayBeCancelled(order.status),
  };
}
