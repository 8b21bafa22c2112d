import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { DoorPage } from '#app/components/account/door-page.tsx';
import { PasswordField } from '#app/components/account/password-field.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { enter } from '#app/http/enter.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { nextPath } from '#app/http/require-actor.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { signIn } from '#app/use-cases/identity/sign-in.server.ts';

export const handle: RouteHandle = { messages: ['account'] };

const signInForm = z.object({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(200),
  next: z.string().optional(),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextPath(request, new URL(request.url).searchParams.get('next'));
  const { person, awaits } = await viewerOf(request, context);
  if (person) throw redirect(next);
  if (awaits) throw redirect(pathFor(request, `/sign-in/second-factor?next=${encodeURIComponent(next)}`));
  return { next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInForm);
  if (!form.ok) return formReply(form);
  const userAgent = request.headers.get('User-Agent') ?? '';
  const outcome = await signIn(context.deps, { ...form.value, clientIp: context.clientIp, userAgent });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  return enter(request, context, { ...outcome.value, next: nextPath(request, form.value.next) });
}

export default function SignIn() {
  const t = useMessages('account');
  const to = useLocalePath();
  const { next } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const query = `?next=${encodeURIComponent(next)}`;
  return (
    <DoorPage title={t('signInTitle')} lead={t('signInLead')}>
      <ErrorSummary answer={form} labels={{ email: t('email'), password: t('password') }} />
      <Form method="post" className="grid gap-4" noValidate>
        <input type="hidden" name="next" value={next} />
        <TextField type="email" label={t('email')} autoComplete="username" required {...fieldOf(form, 'email')} />
        <PasswordField name="password" label={t('password')} error={form?.fields.password} />
        <SubmitButton tone="primary" size="large" wide>
          {t('signInButton')}
        </SubmitButton>
      </Form>
      <p className="flex flex-wrap justify-between gap-3">
        <Link to={to('/forgot-password')}>{t('forgotPassword')}</Link>
        <Link to={to(`/register${query}`)}>{t('noAccountYet')}</Link>
      </p>
    </DoorPage>
  );
}
