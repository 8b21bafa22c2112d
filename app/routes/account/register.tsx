import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
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
import { nextPath } from '#app/http/require-actor.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { requestRegistration } from '#app/use-cases/identity/request-registration.server.ts';

export const handle: RouteHandle = { messages: ['account'] };

const registerForm = z.object({
  name: z.string().min(1).max(200),
  email: z.string().refine(isEmail, { error: 'invalid_email' satisfies FormKey }),
  next: z.string().optional(),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextPath(request, new URL(request.url).searchParams.get('next'));
  if ((await viewerOf(request, context)).person) throw redirect(next);
  return { next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, registerForm);
  if (!form.ok) return formReply(form);
  const asked = { ...form.value, next: nextPath(request, form.value.next), locale: localeOf(request) };
  const outcome = await requestRegistration(context.deps, { ...asked, clientIp: context.clientIp });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  return redirect(pathFor(request, '/check-your-mail'), { status: 303 });
}

export default function Register() {
  const t = useMessages('account');
  const to = useLocalePath();
  const { next } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <DoorPage title={t('registerTitle')} lead={t('registerLead')}>
      <ErrorSummary answer={form} labels={{ name: t('fullName'), email: t('email') }} />
      <Form method="post" className="grid gap-4" noValidate>
        <input type="hidden" name="next" value={next} />
        <TextField label={t('fullName')} autoComplete="name" required maxLength={200} {...fieldOf(form, 'name')} />
        <TextField
          type="email"
          label={t('email')}
          hint={t('registerEmailHint')}
          autoComplete="email"
          required
          {...fieldOf(form, 'email')}
        />
        <SubmitButton tone="primary" size="large" wide>
          {t('registerButton')}
        </SubmitButton>
      </Form>
      <p>
        <Link to={to('/sign-in')}>{t('haveAccount')}</Link>
      </p>
    </DoorPage>
  );
}
