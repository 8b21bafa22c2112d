import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnPurchaseOrder, toPurchaseOrder } from '#app/http/purchase-order-act.server.ts';
import { cancelPurchaseOrder } from '#app/use-cases/purchase-orders/cancel-purchase-order.server.ts';

export const loader = toPurchaseOrder;
export const action = (args: ActionFunctionArgs) =>
  actOnPurchaseOrder(
    args,
    ({ actor, scope, seen, form }) =>
      cancelPurchaseOrder(args.context.deps, { actor, scope, id: seen.order.id, reason: form.reason }),
    'cancelledFlash',
  );
