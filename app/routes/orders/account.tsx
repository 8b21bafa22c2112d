import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { AccountFromOrder } from '#app/components/shop/account-from-order.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { RefusalNotice } from '#app/components/ui/refusal-notice.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { enter } from '#app/http/enter.server.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { orderForViewer } from '#app/http/order-access.server.ts';
import { refusalReply } from '#app/http/refusal-reply.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { createAccountFromOrder } from '#app/use-cases/orders/create-account-from-order.server.ts';

export const handle: RouteHandle = { messages: ['orders', 'account'] };

const accountForm = z.object({ password: z.string().max(500).default('') });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order, key } = await orderForViewer(request, context, params.number);
  const { search } = new URL(request.url);
  if (key === null || order.personId !== null) throw redirect(pathFor(request, `/orders/${order.number}${search}`));
  return { email: order.email, path: `/orders/${order.number}/account${search}` };
}

/** POST: one field after the purchase makes the account. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, key } = await orderForViewer(request, context, params.number);
  if (key === null) throw notFound();
  const form = await parseForm(request, accountForm);
  if (!form.ok) return formReply(form);
  const made = await createAccountFromOrder(context.deps, {
    order,
    password: form.value.password,
    userAgent: request.headers.get('User-Agent') ?? '',
  });
  if (made.ok) {
    const next = pathFor(request, `/orders/${order.number}${new URL(request.url).search}`);
    return enter(request, context, { token: made.value.token, next });
  }
  if (made.code === 'email_taken' || made.code === 'wrong_state')
    return refusalReply(request, { ok: false, code: made.code });
  return formReply(fieldRefused(request, form, 'password', made.code));
}

export default function AccountOfOrder() {
  const t = useMessages('orders');
  const to = useLocalePath();
  const { email, path } = useLoaderData<typeof loader>();
  const { form, refusal } = answerOf(useActionData());
  return (
    <div className="mx-auto grid max-w-text gap-4">
      <h1 className="font-display text-3xl font-medium">{t('accountTitle')}</h1>
      <ErrorSummary answer={form} labels={{ password: t('password') }} />
      <RefusalNotice refusal={refusal} />
      <AccountFromOrder email={email} action={to(path)} answer={form} />
    </div>
  );
}
