import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { orderToActOn } from '#app/http/order-acts.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { decideOnReturn } from '#app/use-cases/orders/decide-on-return.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, `/orders/${params.number ?? ''}${new URL(request.url).search}`));

/** POST: whoever announced it keeps it after all. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, query, by } = await orderToActOn(request, context, params.number);
  const page = `/orders/${order.number}${query}`;
  const done = await decideOnReturn(context.deps, {
    orderId: order.id,
    returnId: idParam(params.return),
    event: 'withdraw',
    answer: '',
    ...by,
  });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'orders', key: 'returnWithdrawn' })
    : refusalRedirect(request, context, page, done);
}
