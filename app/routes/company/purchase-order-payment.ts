import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { purchaseOrderPath } from '#app/http/purchase-order-act.server.ts';
import { requirePurchaseOrder } from '#app/http/purchase-order-access.server.ts';
import { idParam, notFound } from '#app/http/require-actor.server.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { findPayment } from '#db/queries/payments.server.ts';

/** The browser comes back from the payment page or the bank: the same question the webhook and the sweep ask. Who turned
 *  back there gives up this attempt. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { seen } = await requirePurchaseOrder(request, context, params.id);
  const payment = await findPayment(context.deps.db, { id: idParam(params.payment) });
  if (payment?.purchaseOrderId !== seen.order.id) throw notFound();
  const isOver = new URL(request.url).searchParams.has('cancelled');
  const settled = await settlePayment(context.deps, { paymentId: payment.id, via: 'return', isOver });
  const said = {
    paid: { tone: 'good', key: 'placedFlash' },
    waiting: { tone: 'info', key: 'placingFlash' },
    failed: { tone: 'bad', key: 'stillFailedFlash' },
    expired: { tone: 'bad', key: 'stillFailedFlash' },
    given_back: { tone: 'bad', key: 'stillFailedFlash' },
  } as const;
  const word = said[settled?.state ?? 'waiting'];
  return redirectWithFlash(request, context, purchaseOrderPath(params.id), { area: 'purchaseOrders', ...word });
}
