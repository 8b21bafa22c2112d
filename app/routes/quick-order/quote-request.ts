import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { refused } from '#app/domain/outcome.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { mostLinesInAddress, requestAddress } from '#app/http/quote-request.server.ts';
import { quickOrderForm, textOf } from '#app/http/quick-order-view.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { buyerOf } from '#app/http/storefront/shown-prices.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { checkQuickOrder } from '#app/use-cases/quick-order/check-quick-order.server.ts';

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, '/quick-order'));

/** POST: what was typed becomes the lines of a request for a quote; what names no article of ours stands there in the
 *  buyer's words. Nothing is asked yet. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, quickOrderForm);
  if (!form.ok) return formReply(form);
  const viewer = await viewerOf(request, context);
  const moved = buyingAsRefusal(viewer, form.value);
  if (moved) return refusalRedirect(request, context, '/quick-order', moved);
  const text = await textOf(form.value);
  const checked = await checkQuickOrder(context.deps, { text, buyer: buyerOf(viewer), currency: viewer.currency });
  if (!checked.ok) return refusalRedirect(request, context, '/quick-order', checked);
  const rows = checked.value;
  if (rows.length === 0) return redirect(pathFor(request, '/quick-order'), 303);
  if (rows.length > mostLinesInAddress) return refusalRedirect(request, context, '/quick-order', refused('too_many'));
  const lines = rows.flatMap(({ sku, quantity }) =>
    sku && quantity ? [{ sku, quantity: toDecimalString(quantity.quantity, 6) }] : [],
  );
  const others = rows.filter(({ sku, quantity }) => !sku || !quantity);
  const wishes = others.map(({ code, quantityText }) => [quantityText, code].filter(Boolean).join(' × ')).join('\n');
  return redirect(pathFor(request, requestAddress({ lines, wishes })), 303);
}
