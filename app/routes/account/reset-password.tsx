import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { ChoosePassword, LinkOver } from '#app/components/account/choose-password.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { findPasswordReset, resetPassword } from '#app/use-cases/identity/reset-password.server.ts';

export const handle: RouteHandle = { messages: ['account'] };

const passwordForm = z.object({ password: z.string().min(1).max(1000) });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await findPasswordReset(context.deps, { token: params.token ?? '' });
  return { email: found?.email ?? null };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, passwordForm);
  if (!form.ok) return formReply(form);
  const outcome = await resetPassword(context.deps, { ...form.value, token: params.token ?? '' });
  if (outcome.ok) {
    const words = { tone: 'good', area: 'account', key: 'passwordSaved' } as const;
    return redirectWithFlash(request, context, '/sign-in', words);
  }
  if (outcome.code === 'link_over') return refusalInForm(request, { ok: false, code: 'link_over' }, form);
  return formReply(fieldRefused(request, form, 'password', outcome.code));
}

export default function ResetPassword() {
  const t = useMessages('account');
  const to = useLocalePath();
  const { email } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  if (!email)
    return (
      <LinkOver>
        <Link to={to('/forgot-password')}>{t('forgotTitle')}</Link>
        <Link to={to('/sign-in')}>{t('signInButton')}</Link>
      </LinkOver>
    );
  return <ChoosePassword email={email} lead={t('resetLead', { email })} button={t('saveNewPassword')} answer={form} />;
}
