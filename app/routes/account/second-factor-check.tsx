import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { CodeField } from '#app/components/account/code-field.tsx';
import { DoorPage } from '#app/components/account/door-page.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button, SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { enter } from '#app/http/enter.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { nextPath } from '#app/http/require-actor.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { passSecondFactor } from '#app/use-cases/identity/pass-second-factor.server.ts';

export const handle: RouteHandle = { messages: ['account'] };

const codeForm = z.object({ code: z.string().min(1).max(10), next: z.string().optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextPath(request, new URL(request.url).searchParams.get('next'));
  const { awaits, person } = await viewerOf(request, context);
  if (!awaits) throw redirect(person ? next : pathFor(request, '/sign-in'));
  return { next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, codeForm);
  if (!form.ok) return formReply(form);
  const { awaits, session } = await viewerOf(request, context);
  if (!awaits || !session) return redirect(pathFor(request, '/sign-in'), { status: 303 });
  const { code } = form.value;
  const outcome = await passSecondFactor(context.deps, { ...awaits, sessionToken: session.token, code });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  return enter(request, context, { ...outcome.value, next: nextPath(request, form.value.next) });
}

export default function SecondFactorCheck() {
  const t = useMessages('account');
  const to = useLocalePath();
  const { next } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <DoorPage title={t('secondFactorTitle')} lead={t('secondFactorLead')}>
      <ErrorSummary answer={form} labels={{ code: t('code') }} />
      <Form method="post" className="grid gap-4" noValidate>
        <input type="hidden" name="next" value={next} />
        <CodeField label={t('code')} hint={t('codeHint')} error={form?.fields.code} />
        <SubmitButton tone="primary" size="large" wide>
          {t('secondFactorButton')}
        </SubmitButton>
      </Form>
      <Form method="post" action={to('/sign-out')}>
        <Button>{t('secondFactorCancel')}</Button>
      </Form>
    </DoorPage>
  );
}
