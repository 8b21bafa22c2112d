import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnPurchaseOrder, toPurchaseOrder } from '#app/http/purchase-order-act.server.ts';
import { commentOnPurchaseOrder } from '#app/use-cases/purchase-orders/comment-on-purchase-order.server.ts';

export const loader = toPurchaseOrder;
export const action = (args: ActionFunctionArgs) =>
  actOnPurchaseOrder(
    args,
    ({ actor, companyScope, seen, form }) =>
      commentOnPurchaseOrder(args.context.deps, { actor, scope: companyScope, id: seen.order.id, body: form.reason }),
    'commentedFlash',
  );
