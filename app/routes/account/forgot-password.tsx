import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData } from '@remix-run/react';
import * as z from 'zod';
import { DoorPage } from '#app/components/account/door-page.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { isEmail } from '#app/domain/identity/email-address.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import type { FormKey } from '#app/http/form-messages.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { localeOf, pathFor } from '#app/http/locale.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { requestPasswordReset } from '#app/use-cases/identity/request-password-reset.server.ts';

export const handle: RouteHandle = { messages: ['account'] };

const emailForm = z.object({ email: z.string().refine(isEmail, { error: 'invalid_email' satisfies FormKey }) });

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, emailForm);
  if (!form.ok) return formReply(form);
  const asked = { ...form.value, locale: localeOf(request), clientIp: context.clientIp };
  const outcome = await requestPasswordReset(context.deps, asked);
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  return redirect(pathFor(request, '/check-your-mail'), { status: 303 });
}

export default function ForgotPassword() {
  const t = useMessages('account');
  const to = useLocalePath();
  const { form } = answerOf(useActionData());
  return (
    <DoorPage title={t('forgotTitle')} lead={t('forgotLead')}>
      <ErrorSummary answer={form} labels={{ email: t('email') }} />
      <Form method="post" className="grid gap-4" noValidate>
        <TextField type="email" label={t('email')} autoComplete="username" required {...fieldOf(form, 'email')} />
        <SubmitButton tone="primary" size="large" wide>
          {t('sendLink')}
        </SubmitButton>
      </Form>
      <p>
        <Link to={to('/sign-in')}>{t('backToSignIn')}</Link>
      </p>
    </DoorPage>
  );
}
