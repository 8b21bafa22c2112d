import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import * as z from 'zod';
import { AccountPage } from '#app/components/account/account-page.tsx';
import { PasswordField } from '#app/components/account/password-field.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Checkbox } from '#app/components/ui/field.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requirePerson } from '#app/http/require-actor.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { deletePerson } from '#app/use-cases/identity/delete-person.server.ts';

export const handle: RouteHandle = { messages: ['account'] };

const deletionForm = z.object({ password: z.string().min(1).max(1000), is_sure: z.literal('on') });

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(request, context);
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = await requirePerson(request, context);
  const form = await parseForm(request, deletionForm);
  if (!form.ok) return formReply(form);
  const outcome = await deletePerson(context.deps, { personId: person.id, password: form.value.password });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  const words = { tone: 'info', area: 'account', key: 'accountDeleted' } as const;
  const response = await redirectWithFlash(request, context, '/', words);
  response.headers.append('Set-Cookie', sessionStore(context.deps.db, context.deps.settings).blankCookie());
  return response;
}

export default function Privacy() {
  const t = useMessages('account');
  const { form } = answerOf(useActionData());
  return (
    <AccountPage title={t('privacy')}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={t('exportTitle')}>
          <p className="mb-3 text-ink-soft">{t('exportText')}</p>
          <a href="/account/privacy/export.json" download>
            {t('exportButton')}
          </a>
        </Card>
        <Card title={t('deleteTitle')}>
          <p className="mb-4 text-ink-soft">{t('deleteText')}</p>
          <Form method="post" className="grid gap-4" noValidate>
            <ErrorSummary answer={form} labels={{ password: t('password'), is_sure: t('deleteSure') }} />
            <PasswordField name="password" label={t('password')} error={form?.fields.password} />
            <Checkbox name="is_sure" label={t('deleteSure')} error={form?.fields.is_sure} />
            <p>
              <SubmitButton tone="danger">{t('deleteButton')}</SubmitButton>
            </p>
          </Form>
        </Card>
      </div>
    </AccountPage>
  );
}
