import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { openMarket } from '#app/domain/checkout/markets.ts';
import { backTo } from '#app/http/back-to.server.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { rememberMarket } from '#app/http/remembered.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { changeCartMarket } from '#app/use-cases/cart/change-cart-market.server.ts';

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/'));

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const market = form.get('market');
  const { deps } = context;
  const viewer = await viewerOf(request, context);
  const known = typeof market === 'string' ? openMarket(viewer.rules.markets, market) : null;
  const { owner } = cartBuyerOf(viewer);
  if (known) await changeCartMarket(deps, { owner, market: known });
  return redirect(backTo(request, form.get('back')), {
    status: 303,
    headers: known ? { 'Set-Cookie': await rememberMarket(known.code, deps.settings) } : {},
  });
}
