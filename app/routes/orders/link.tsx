import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { orderForViewer } from '#app/http/order-access.server.ts';
import { sendOrderLink } from '#app/use-cases/orders/send-order-link.server.ts';

const back = (request: Request, number: string) => `/orders/${number}${new URL(request.url).search}`;

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, back(request, params.number ?? '')));

/** POST: the link to the order goes to its e-mail again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order } = await orderForViewer(request, context, params.number);
  await sendOrderLink(context.deps, { order });
  return redirectWithFlash(request, context, back(request, order.number), {
    tone: 'good',
    area: 'orders',
    key: 'linkSent',
  });
}
