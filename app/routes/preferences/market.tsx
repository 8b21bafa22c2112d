import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { isMarketCode } from '#app/domain/checkout/markets.ts';
import { backTo } from '#app/http/back-to.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { rememberMarket } from '#app/http/remembered.server.ts';

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/'));

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const market = form.get('market');
  const known = typeof market === 'string' && isMarketCode(market) ? market : null;
  return redirect(backTo(request, form.get('back')), {
    status: 303,
    headers: known ? { 'Set-Cookie': await rememberMarket(known, context.deps.settings) } : {},
  });
}
