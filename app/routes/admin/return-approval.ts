import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { orderForStaff } from '#app/http/admin-order.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { decideOnReturn } from '#app/use-cases/orders/decide-on-return.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, `/admin/orders/${params.number ?? ''}`));

/** POST: the buyer may send it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, by } = await orderForStaff(request, context, params.number);
  const page = `/admin/orders/${order.number}`;
  const returnId = idParam(params.return);
  const done = await decideOnReturn(context.deps, { orderId: order.id, returnId, event: 'approve', answer: '', ...by });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'admin', key: 'returnApproved' })
    : refusalRedirect(request, context, page, done);
}
