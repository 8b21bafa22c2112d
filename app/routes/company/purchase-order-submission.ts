import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnPurchaseOrder, toPurchaseOrder } from '#app/http/purchase-order-act.server.ts';
import { submitPurchaseOrder } from '#app/use-cases/purchase-orders/submit-purchase-order.server.ts';

export const loader = toPurchaseOrder;
export const action = (args: ActionFunctionArgs) =>
  actOnPurchaseOrder(
    args,
    ({ actor, scope, seen }) => submitPurchaseOrder(args.context.deps, { actor, scope, id: seen.order.id }),
    'submittedFlash',
  );
