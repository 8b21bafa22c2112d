import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { changeCartLine } from '#app/use-cases/cart/change-cart-line.server.ts';

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/cart'));

/** POST: a line goes out of the cart. Gone already is gone. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { owner } = cartBuyerOf(await viewerOf(request, context));
  const removed = await changeCartLine(context.deps, { owner, line: Number(params.line), quantity: '0' });
  return removed.ok || removed.code === 'no_such_line'
    ? redirect(pathFor(request, '/cart'), { status: 303 })
    : refusalRedirect(request, context, '/cart', removed);
}
