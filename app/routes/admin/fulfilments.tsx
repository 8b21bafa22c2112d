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
import { fulfilOrder } from '#app/use-cases/orders/fulfil-order.server.ts';

export const handle: RouteHandle = { messages: ['admin', 'orders'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order } = await orderForStaff(request, context, params.number);
  return { data: await adminOrderView(request, context, order) };
}

const fulfilmentForm = z.object({
  lines: z
    .array(
      z.object({
        line: z.coerce.number().int(),
        quantity: z
          .string()
          .regex(/^\d{1,9}(\.\d{1,6})?$/, 'not_a_number')
          .default('0'),
      }),
    )
    .max(2_000),
  carrier: z.string().max(100).default(''),
  trackingNumber: z.string().max(100).default(''),
  trackingUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
});

/** POST: a parcel leaves. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, by } = await orderForStaff(request, context, params.number);
  const form = await parseForm(request, fulfilmentForm);
  if (!form.ok) return formReply(form);
  const { lines, carrier, trackingNumber, trackingUrl } = form.value;
  const done = await fulfilOrder(context.deps, {
    orderId: order.id,
    lines,
    carrier,
    trackingNumber,
    trackingUrl: trackingUrl ?? '',
    ...by,
  });
  if (!done.ok) return refusalInForm(request, done, form);
  return redirectWithFlash(request, context, `/admin/orders/${order.number}`, {
    tone: 'good',
    area: 'admin',
    key: 'fulfilled',
  });
}

export default function Page() {
  const { data } = useLoaderData<typeof loader>();
  return <AdminOrder data={data} refused={{ act: 'fulfilments', answer: answerOf(useActionData()).form }} />;
}
