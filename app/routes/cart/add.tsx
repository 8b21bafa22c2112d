import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { configurationOf, productForm } from '#app/http/product-form.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { rememberCartId } from '#app/http/remembered.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { addToCart } from '#app/use-cases/cart/add-to-cart.server.ts';
import { skuWithOptions } from '#db/queries/product-page.server.ts';

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/cart'));

/** POST: what a product page sends goes into the cart. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await parseForm(request, productForm);
  if (!form.ok) return refusalRedirect(request, context, '/cart', { ok: false, code: 'invalid_quantity' });
  const viewer = await viewerOf(request, context);
  const changed = form.value.buying_as === undefined ? null : buyingAsRefusal(viewer, form.value);
  if (changed) return refusalRedirect(request, context, '/cart', changed);
  const buyer = cartBuyerOf(viewer);
  const added = await addToCart(deps, {
    buyer,
    sku: await skuWithOptions(deps.db, { sku: form.value.sku, options: form.value.option }),
    quantity: form.value.quantity ?? null,
    configuration: configurationOf(form.value),
  });
  if (!added.ok) return refusalRedirect(request, context, '/cart', added);
  const answer = await redirectWithFlash(request, context, '/cart', { tone: 'good', area: 'cart', key: 'added' });
  if (buyer.owner.personId === null)
    answer.headers.append('Set-Cookie', await rememberCartId(added.value.cartId, deps.settings));
  return answer;
}
