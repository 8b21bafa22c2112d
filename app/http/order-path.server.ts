import type { AppLoadContext } from '@remix-run/node';
import type { Settings } from '#app/deps.server.ts';
import { isOrdered } from '#app/domain/orders/lifecycle.ts';
import { orderKey } from '#app/integrations/order-link.server.ts';
import { findCart } from '#db/queries/carts.server.ts';
import { findOrderOfCart } from '#db/queries/orders.server.ts';
import { cartBuyerOf } from './cart-buyer.server';
import { pathFor } from './locale.server';
import type { Viewer } from './viewer.server';

/** The order's page with the key that opens it, for the browser that has just paid. */
export const orderPath = (
  request: Request,
  settings: Pick<Settings, 'secret'>,
  order: { orderId: string; number: string },
): string => pathFor(request, `/orders/${order.number}?key=${orderKey(settings, order.orderId)}`);

/** A cart that became an order answers with that order, also to the back button. Null for any other cart. */
export async function orderOfCartPath({ deps }: AppLoadContext, viewer: Viewer): Promise<string | null> {
  if (!viewer.cartId) return null;
  const { owner } = cartBuyerOf(viewer);
  const cart = await findCart(deps.db, { owner, cartId: viewer.cartId });
  if (cart?.status !== 'ordered') return null;
  const order = await findOrderOfCart(deps.db, { cartId: cart.id });
  return order && isOrdered(order.status) ? `/orders/${order.number}?key=${orderKey(deps.settings, order.id)}` : null;
}
