import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { orderForStaff } from '#app/http/admin-order.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { decideOnReturn } from '#app/use-cases/orders/decide-on-return.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, `/admin/orders/${params.number ?? ''}`));

const declineForm = z.object({ answer: z.string().trim().min(1).max(300) });

/** POST: it is not taken back, and the buyer is told why. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, by } = await orderForStaff(request, context, params.number);
  const page = `/admin/orders/${order.number}`;
  const form = await parseForm(request, declineForm);
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'invalid_form' });
  const done = await decideOnReturn(context.deps, {
    orderId: order.id,
    returnId: idParam(params.return),
    event: 'decline',
    answer: form.value.answer,
    ...by,
  });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'admin', key: 'returnDeclined' })
    : refusalRedirect(request, context, page, done);
}
