import type { AppLoadContext } from '@remix-run/node';
import { salesScope } from '#app/domain/access/company-scope.ts';
import { staffMay } from '#app/domain/access/permissions.ts';
import { readOrderNumber } from '#app/domain/orders/order-number.ts';
import { isOrderKey } from '#app/integrations/order-link.server.ts';
import { isOrderInScope } from '#db/queries/order-lists.server.ts';
import { type Order, findOrder } from '#db/queries/orders.server.ts';
import { notFound } from './require-actor.server';
import { viewerOf } from './viewer.server';

/** The order of an address for whoever may see it: the bearer of its key, the person who bought it, the people of the
 *  company's units, the store's staff; a rep only where the company is in their portfolio. The same 404 for what is not
 *  there and what is not theirs. */
export async function orderForViewer(
  request: Request,
  context: AppLoadContext,
  wanted: string | undefined,
): Promise<{ order: Order; key: string | null }> {
  const { db, settings } = context.deps;
  const number = readOrderNumber(wanted ?? '');
  const key = new URL(request.url).searchParams.get('key');
  const order = number && (await findOrder(db, { scope: { kind: 'staff' }, number }));
  if (!order) throw notFound();
  if (key && isOrderKey(settings, order.id, key)) return { order, key };
  const { person, staff, scope, buyingAs } = await viewerOf(request, context);
  const isOwn = person !== null && order.personId === person.id && order.companyId === null;
  const isOfUnits =
    buyingAs.kind !== 'consumer' &&
    scope?.kind === 'units' &&
    order.companyId === scope.company &&
    scope.units.some((unit) => unit === order.unitId);
  const isOfStore =
    staff !== null &&
    (staffMay(staff, 'manage_orders') || (await isOrderInScope(db, { scope: salesScope(staff), orderId: order.id })));
  if (isOwn || isOfUnits || isOfStore) return { order, key: null };
  throw notFound();
}
