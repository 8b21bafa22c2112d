import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { backTo } from '#app/http/back-to.server.ts';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { applyCode } from '#app/use-cases/cart/apply-code.server.ts';

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/cart'));

const codeForm = z.object({
  code: z.string().max(60).default(''),
  back: z.string().max(200).optional(),
  ...buyingAsField,
});

/** POST: a discount code for the cart, or none any more. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, codeForm);
  const here = backTo(request, form.ok ? (form.value.back ?? '/cart') : '/cart');
  if (!form.ok) return refusalRedirect(request, context, here, { ok: false, code: 'code_unknown' });
  const viewer = await viewerOf(request, context);
  const changed = buyingAsRefusal(viewer, form.value);
  if (changed) return refusalRedirect(request, context, here, changed);
  const { code } = form.value;
  const applied = await applyCode(context.deps, { owner: cartBuyerOf(viewer).owner, code, clientIp: context.clientIp });
  if (!applied.ok) return refusalRedirect(request, context, here, applied);
  return redirectWithFlash(request, context, here, {
    tone: 'good',
    area: 'cart',
    key: code ? 'codeKept' : 'codeRemoved',
  });
}
