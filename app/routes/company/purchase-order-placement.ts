import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { mayPlace, purchaseOrderPath, toPurchaseOrder } from '#app/http/purchase-order-act.server.ts';
import { requirePurchaseOrder } from '#app/http/purchase-order-access.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { placePurchaseOrder } from '#app/use-cases/purchase-orders/place-purchase-order.server.ts';

const fields = z.object({ pay: z.enum(['saved_card', 'checkout']).default('saved_card'), ...buyingAsField });

export const loader = toPurchaseOrder;

/** Places what failed once more, or pays what waits for its payment. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, seen, viewer } = await requirePurchaseOrder(request, context, params.id);
  const form = await parseForm(request, fields);
  const path = purchaseOrderPath(params.id);
  if (!form.ok) return refusalRedirect(request, context, path, { ok: false, code: 'invalid_form' });
  const moved = buyingAsRefusal(viewer, form.value);
  if (moved) return refusalRedirect(request, context, path, moved);
  if (!mayPlace(actor.member, seen.order))
    return refusalRedirect(request, context, path, { ok: false, code: 'forbidden' });
  const { origin } = new URL(request.url);
  const pay =
    form.value.pay === 'checkout' ? ({ with: 'checkout', origin } as const) : ({ with: 'saved_card' } as const);
  const placed = await placePurchaseOrder(context.deps, { id: seen.order.id, pay });
  if (!placed.ok) return refusalRedirect(request, context, path, placed);
  const { status, url } = placed.value;
  if (url) return redirect(url, { status: 303 });
  const said = {
    placed: { tone: 'good', key: 'placedFlash' },
    failed: { tone: 'bad', key: 'stillFailedFlash' },
    approved: { tone: 'info', key: 'payText' },
    placing: { tone: 'info', key: 'placingFlash' },
  } as const;
  return redirectWithFlash(request, context, path, { area: 'purchaseOrders', ...said[status] });
}
