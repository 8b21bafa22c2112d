import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { CodeField } from '#app/components/account/code-field.tsx';
import { DoorPage } from '#app/components/account/door-page.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectSignedIn } from '#app/http/enter.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requirePerson } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
} from '#app/use-cases/identity/enrol-second-factor.server.ts';

export const handle: RouteHandle = { messages: ['account'] };

const codeForm = z.object({ code: z.string().min(1).max(10) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request, context);
  if (person.hasSecondFactor) return { begun: null };
  const begun = await beginSecondFactor(context.deps, { personId: person.id });
  return { begun: begun.ok ? begun.value : null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { person, session } = await requirePerson(request, context);
  const form = await parseForm(request, codeForm);
  if (!form.ok) return formReply(form);
  const { code } = form.value;
  if (person.hasSecondFactor) {
    const outcome = await removeSecondFactor(context.deps, { personId: person.id, code });
    if (!outcome.ok) return refusalInForm(request, outcome, form);
    const words = { tone: 'good', area: 'account', key: 'secondFactorRemoved' } as const;
    return redirectWithFlash(request, context, '/account/security', words);
  }
  const given = { personId: person.id, sessionToken: session.token, code };
  const outcome = await confirmSecondFactor(context.deps, given);
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  const words = { tone: 'good', area: 'account', key: 'secondFactorAdded' } as const;
  return redirectSignedIn(request, context, outcome.value.token, '/account/security', words);
}

export default function SecondFactor() {
  const t = useMessages('account');
  const { begun } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <DoorPage title={t('secondFactor')} lead={begun ? t('enrolLead') : t('removeLead')}>
      {begun && (
        <div className="grid gap-2 rounded border border-line bg-raised p-4">
          <p className="font-medium">{t('secretLabel')}</p>
          <code className="tabular text-lg break-all">{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
          <p>
            <a href={begun.address}>{t('openApp')}</a>
          </p>
        </div>
      )}
      <Form method="post" className="grid gap-4" noValidate>
        <ErrorSummary answer={form} labels={{ code: t('code') }} />
        <CodeField label={t('code')} hint={t('codeHint')} error={form?.fields.code} />
        <SubmitButton tone="primary" size="large" wide>
          {begun ? t('turnOn') : t('turnOff')}
        </SubmitButton>
      </Form>
    </DoorPage>
  );
}
