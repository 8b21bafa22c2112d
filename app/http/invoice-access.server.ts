import type { AppLoadContext } from '@remix-run/node';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay } from '#app/domain/access/permissions.ts';
import type { Order } from '#db/queries/orders.server.ts';
import { orderForViewer } from './order-access.server';
import { notFound } from './require-actor.server';
import { type Viewer, viewerOf } from './viewer.server';

/** Who may read the invoice of an order they may see: the bearer of its key, its own buyer, the company's admins and
 *  finance, the store's staff. */
export function mayReadInvoice(viewer: Viewer, order: Order, hasKey: boolean): boolean {
  if (hasKey || viewer.staff) return true;
  if (viewer.person !== null && order.personId === viewer.person.id) return true;
  const { buyingAs } = viewer;
  return (
    buyingAs.kind !== 'consumer' &&
    order.unitId !== null &&
    memberMay(buyingAs.member, 'see_invoices', unitId(order.unitId))
  );
}

/** The order whose invoice is asked for. The same 404 for what is not there and what is not theirs. */
export async function invoiceReader(
  request: Request,
  context: AppLoadContext,
  number: string | undefined,
): Promise<Order> {
  const { order, key } = await orderForViewer(request, context, number);
  if (!mayReadInvoice(await viewerOf(request, context), order, key !== null)) throw notFound();
  return order;
}
