import type { ActionFunctionArgs } from '@remix-run/node';
import { refused } from '#app/domain/outcome.ts';
import { largestUpload } from '#app/http/limited-body.server.ts';
import { actOnPurchaseOrder, toPurchaseOrder } from '#app/http/purchase-order-act.server.ts';
import { givenFiles } from '#app/http/uploads.server.ts';
import { attachFiles } from '#app/use-cases/purchase-orders/attach-files.server.ts';

export const loader = toPurchaseOrder;
export const action = (args: ActionFunctionArgs) =>
  actOnPurchaseOrder(
    args,
    async ({ actor, companyScope, seen, form }) =>
      form.files.length === 0
        ? refused('file_missing')
        : attachFiles(args.context.deps, {
            actor,
            scope: companyScope,
            id: seen.order.id,
            files: await givenFiles(form.files),
          }),
    'attachedFlash',
    largestUpload,
  );
