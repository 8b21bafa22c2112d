import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { configurationOf, productForm } from '#app/http/product-form.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { rememberCartId } from '#app/http/remembered.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { wayToOrder } from '#app/http/way-to-order.server.ts';
import { addToCart } from '#app/use-cases/cart/add-to-cart.server.ts';
import { readReturningBuyer } from '#app/use-cases/checkout/returning-buyer.server.ts';
import { skuWithOptions } from '#db/queries/product-page.server.ts';

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/cart'));

/** POST: straight on to the checkout, or to the review for whoever's card and address are known. */
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
    as: 'exactly',
  });
  if (!added.ok) return refusalRedirect(request, context, '/cart', added);
  const known = await readReturningBuyer(deps, { owner: buyer.owner });
  const headers = new Headers();
  if (buyer.owner.personId === null)
    headers.append('Set-Cookie', await rememberCartId(added.value.cartId, deps.settings));
  return redirect(pathFor(request, wayToOrder(viewer, known !== null)), { status: 303, headers });
}
