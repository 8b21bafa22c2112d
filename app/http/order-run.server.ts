import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { orderRunNow } from '#app/use-cases/standing-orders/change-run.server.ts';
import { findOrder } from '#db/queries/orders.server.ts';
import { buyingAsField, buyingAsRefusal } from './buying-as.server';
import { redirectWithFlash } from './flash.server';
import { parseForm } from './form';
import { pathFor } from './locale.server';
import { refusalRedirect } from './refusal-reply.server';
import { choiceField, choicesOf } from './reorder-choices';
import { dayParam, standingOrderOf, standingPath } from './standing-orders.server';

const form = z.object({
  ...buyingAsField,
  shown: z.coerce.number().int(),
  ...choiceField,
});

/** A yes to what a run was shown to be, or its payment by another card. */
export async function orderShownRun(
  { request, params, context }: ActionFunctionArgs,
  p: { withAnotherCard: boolean },
): Promise<Response> {
  const { keeper, order } = await standingOrderOf(request, context, params);
  const plannedOn = dayParam(params.run);
  const page = standingPath(order.id);
  const asked = `${page}/runs/${plannedOn}`;
  const typed = await parseForm(request, form);
  if (!typed.ok) return refusalRedirect(request, context, asked, { ok: false, code: 'invalid_form' });
  const moved = buyingAsRefusal(keeper.viewer, typed.value);
  if (moved) return refusalRedirect(request, context, page, moved);
  const done = await orderRunNow(context.deps, {
    ...keeper,
    ...p,
    id: order.id,
    plannedOn,
    shownVersion: typed.value.shown,
    choices: choicesOf(typed.value.choice),
    payment: {
      origin: new URL(request.url).origin,
      returnPath: pathFor(request, '/checkout/return/{payment}'),
      cancelPath: pathFor(request, page),
    },
  });
  if (!done.ok) return refusalRedirect(request, context, done.code === 'preview_stale' ? asked : page, done);
  const { value } = done;
  if (value.kind === 'changed') return refusalRedirect(request, context, asked, { ok: false, code: 'preview_stale' });
  if (value.kind === 'ordered' && value.url) return redirect(value.url, { status: 303 });
  const say = (key: 'yesAgreed' | 'yesOrdered' | 'yesSubmitted', path = page) =>
    redirectWithFlash(request, context, path, { tone: 'good', area: 'standing', key });
  if (value.kind === 'agreed') return say('yesAgreed');
  if (value.kind !== 'ordered') return refusalRedirect(request, context, page, { ok: false, code: 'payment_declined' });
  const placed = value.orderId && (await findOrder(context.deps.db, { scope: { kind: 'staff' }, id: value.orderId }));
  return placed ? say('yesOrdered', `/orders/${placed.number}`) : say('yesSubmitted');
}
