import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { orderForViewer } from '#app/http/order-access.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { actorOf, notFound, requirePerson } from '#app/http/require-actor.server.ts';
import { undoReorder } from '#app/use-cases/orders/undo-reorder.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, `/orders/${params.number ?? ''}`));

/** POST: takes back what was ordered again moments ago. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = actorOf(await requirePerson(request, context));
  const { order } = await orderForViewer(request, context, params.number);
  if (!actor) throw notFound();
  const page = `/orders/${order.number}`;
  const undone = await undoReorder(context.deps, { orderId: order.id, actor, via: 'page' });
  return undone.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'orders', key: 'undone' })
    : refusalRedirect(request, context, page, undone);
}
