import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { toList } from '#app/http/list-act.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { byNumber, levelFields, listProblem, requireListKeeper } from '#app/http/shopping-lists.server.ts';
import { orderFromList } from '#app/use-cases/shopping-lists/order-from-list.server.ts';

export const loader = toList;
/** The rest stands on the page: a flash travels in a cookie. */
const mostNamed = 6;

/** POST: each line goes into the cart, as much of it as the form says; what cannot stays, and is named. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { reader, viewer } = await requireListKeeper(request, context);
  const id = idParam(params.list);
  const page = `/lists/${id}`;
  const form = await parseForm(
    request,
    z.object({ version: z.coerce.number().int(), ...levelFields, ...buyingAsField }),
  );
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'invalid_form' });
  const moved = buyingAsRefusal(viewer, form.value);
  if (moved) return refusalRedirect(request, context, page, moved);
  const quantities = byNumber(form.value.order);
  const ordered = await orderFromList(context.deps, {
    ...{ reader, id, quantities, version: form.value.version },
    buyer: cartBuyerOf(viewer),
  });
  if (!ordered.ok) return refusalRedirect(request, context, page, ordered);
  const { added, left } = ordered.value;
  if (left.length === 0)
    return redirectWithFlash(request, context, '/cart', { tone: 'good', area: 'lists', key: 'inCart' });
  const named = left
    .slice(0, mostNamed)
    .map(({ sku, problem }) => `${sku}: ${listProblem(problem, undefined, viewer.locale)}`);
  const values = { count: added, lines: named.join(' '), more: left.length - named.length };
  return redirectWithFlash(request, context, page, { tone: 'info', area: 'lists', key: 'inCartLeft', values });
}
