import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { rememberDestination } from '#app/use-cases/cart/remember-destination.server.ts';

const destinationForm = z.object({
  country: z.string().length(2),
  postalCode: z.string().max(20).default(''),
  shippingMethod: z.string().max(20).optional(),
});

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/cart'));

/** POST: where it would go, so that shipping and tax can be said before the checkout. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, destinationForm);
  if (!form.ok) return refusalRedirect(request, context, '/cart', { ok: false, code: 'country_not_served' });
  const { owner } = cartBuyerOf(await viewerOf(request, context));
  const { country, postalCode, shippingMethod } = form.value;
  const remembered = await rememberDestination(context.deps, {
    owner,
    country,
    postalCode,
    shippingMethod: shippingMethod ?? null,
  });
  return remembered.ok
    ? redirect(pathFor(request, '/cart'), { status: 303 })
    : refusalRedirect(request, context, '/cart', remembered);
}
