import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { AdminOrder } from '#app/components/admin/admin-order.tsx';
import { locales } from '#app/domain/i18n/locales.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { money, parseAmount } from '#app/domain/money/money.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { adminOrderView, orderForStaff } from '#app/http/admin-order.server.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { requestRefund } from '#app/use-cases/orders/request-refund.server.ts';

export const handle: RouteHandle = { messages: ['admin', 'orders'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order } = await orderForStaff(request, context, params.number);
  return { data: await adminOrderView(request, context, order) };
}

const refundForm = z.object({ amount: z.string().max(30).optional(), reason: z.string().max(300) });

/** POST: money goes back, a part or all that is left. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, by } = await orderForStaff(request, context, params.number);
  const form = await parseForm(request, refundForm);
  if (!form.ok) return formReply(form);
  const { amount, reason } = form.value;
  const wanted = amount === undefined ? null : parseAmount(amount.replace(',', '.'), order.currency);
  if (amount !== undefined && !wanted) return formReply(fieldRefused(request, form, 'amount', 'not_an_amount'));
  const done = await requestRefund(context.deps, {
    orderId: order.id,
    wish: wanted ? { kind: 'amount', minor: wanted.minor } : { kind: 'rest' },
    reason,
    ...by,
  });
  if (!done.ok) return refusalInForm(request, done, form);
  const text = formatMoney(money(done.value.minor, order.currency), locales[localeOf(request)].formats);
  return redirectWithFlash(request, context, `/admin/orders/${order.number}`, {
    tone: 'good',
    area: 'admin',
    key: 'refundDecided',
    values: { amount: text },
  });
}

export default function Page() {
  const { data } = useLoaderData<typeof loader>();
  return <AdminOrder data={data} refused={{ act: 'refunds', answer: answerOf(useActionData()).form }} />;
}
