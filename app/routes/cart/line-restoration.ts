import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { refused } from '#app/domain/outcome.ts';
import { buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { cartAnswer } from '#app/http/cart-answer.server.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { configurationOf, productForm } from '#app/http/product-form.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { addToCart } from '#app/use-cases/cart/add-to-cart.server.ts';

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/cart'));

/** POST: a line that was taken out comes back as it was. Doing it twice changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const form = await parseForm(request, productForm);
  if (!form.ok) return cartAnswer(args, refused('invalid_quantity'));
  const viewer = await viewerOf(request, context);
  const restored =
    buyingAsRefusal(viewer, form.value) ??
    (await addToCart(context.deps, {
      buyer: cartBuyerOf(viewer),
      sku: form.value.sku,
      quantity: form.value.quantity ?? null,
      configuration: configurationOf(form.value),
      as: { line: Number(params.line) },
    }));
  return cartAnswer(args, restored);
}
