import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { orderForStaff } from '#app/http/admin-order.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { receiveReturn } from '#app/use-cases/orders/receive-return.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, `/admin/orders/${params.number ?? ''}`));

/** POST: the goods are in; what is ticked goes back on the shelf. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, by } = await orderForStaff(request, context, params.number);
  const page = `/admin/orders/${order.number}`;
  const restock = (await request.formData()).getAll('restock').map(Number);
  const returnId = idParam(params.return);
  const done = await receiveReturn(context.deps, { orderId: order.id, returnId, restock, ...by });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'admin', key: 'returnReceived' })
    : refusalRedirect(request, context, page, done);
}
