import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnPurchaseOrder, toPurchaseOrder } from '#app/http/purchase-order-act.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { removeAttachment } from '#app/use-cases/purchase-orders/attach-files.server.ts';

export const loader = toPurchaseOrder;
export const action = (args: ActionFunctionArgs) =>
  actOnPurchaseOrder(
    args,
    ({ actor, companyScope, seen }) =>
      removeAttachment(args.context.deps, {
        actor,
        scope: companyScope,
        id: seen.order.id,
        fileId: idParam(args.params.file),
      }),
    'attachmentRemovedFlash',
  );
