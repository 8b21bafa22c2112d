import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { AdminOrder } from '#app/components/admin/admin-order.tsx';
import { adminOrderView, orderForStaff } from '#app/http/admin-order.server.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { cancelOrder } from '#app/use-cases/orders/cancel-order.server.ts';

export const handle: RouteHandle = { messages: ['admin', 'orders'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order } = await orderForStaff(request, context, params.number);
  return { data: await adminOrderView(request, context, order) };
}

const cancellationForm = z.object({ reason: z.string().max(300) });

/** POST: the order is cancelled before anything has left. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, by } = await orderForStaff(request, context, params.number);
  const form = await parseForm(request, cancellationForm);
  if (!form.ok) return formReply(form);
  const done = await cancelOrder(context.deps, { orderId: order.id, reason: form.value.reason, ...by });
  if (!done.ok) return refusalInForm(request, done, form);
  return redirectWithFlash(request, context, `/admin/orders/${order.number}`, {
    tone: 'good',
    area: 'admin',
    key: 'cancelled',
  });
}

export default function Page() {
  const { data } = useLoaderData<typeof loader>();
  return <AdminOrder data={data} refused={{ act: 'cancellation', answer: answerOf(useActionData()).form }} />;
}
