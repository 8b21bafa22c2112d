import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/components/ui/field.tsx';
import { midnightAfter, midnightOf } from '#app/domain/companies/midnight.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { revisionPath, sellersList } from '#app/http/price-list-page.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { draftRevision } from '#app/use-cases/pricing/draft-revision.server.ts';

export const handle: RouteHandle = { messages: ['pricing'] };

const draftForm = z.object({
  starts_on: z.string().max(10).optional(),
  ends_on: z.string().max(10).optional(),
  copy_from: z.enum(['in_force', 'nothing']).default('in_force'),
  note: z.string().max(2000).default(''),
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { list, timeZone } = await sellersList(request, context, params);
  return { name: list.name, timeZone };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { list, actor, scope, timeZone } = await sellersList(request, context, params);
  const form = await parseForm(request, draftForm);
  if (!form.ok) return formReply(form);
  const { starts_on: from, ends_on: until, copy_from: copyFrom, note } = form.value;
  const startsAt = from ? midnightOf(from, timeZone) : context.deps.now();
  const endsAt = until ? midnightAfter(until, timeZone) : null;
  if (!startsAt) return formReply(fieldRefused(request, form, 'starts_on', 'invalid_date'));
  if (until && !endsAt) return formReply(fieldRefused(request, form, 'ends_on', 'invalid_date'));
  const done = await draftRevision(context.deps, { actor, scope, code: list.code, startsAt, endsAt, note, copyFrom });
  if (!done.ok) return refusalInForm(request, done, form);
  const words = { tone: 'good', area: 'pricing', key: 'draftMade' } as const;
  return redirectWithFlash(request, context, revisionPath(list.code, done.value.number), words);
}

export default function NewRevision() {
  const t = useMessages('pricing');
  const { name, timeZone } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <>
      <PageHead title={t('newRevisionOf', { list: name })} lead={t('newRevisionLead')} />
      <Form method="post" className="grid max-w-[34rem] gap-4" noValidate>
        <ErrorSummary answer={form} labels={{ starts_on: t('startsOn'), ends_on: t('endsOn') }} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            type="date"
            label={t('startsOn')}
            hint={t('startsOnHint', { timeZone })}
            isOptional
            {...fieldOf(form, 'starts_on')}
          />
          <TextField type="date" label={t('endsOn')} hint={t('endsOnHint')} isOptional {...fieldOf(form, 'ends_on')} />
        </div>
        <SelectField
          label={t('copyFrom')}
          options={[
            { value: 'in_force', label: t('copyInForce') },
            { value: 'nothing', label: t('copyNothing') },
          ]}
          {...fieldOf(form, 'copy_from', 'in_force')}
        />
        <TextArea label={t('note')} hint={t('noteHint')} isOptional {...fieldOf(form, 'note')} />
        <div>
          <SubmitButton tone="primary">{t('makeDraft')}</SubmitButton>
        </div>
      </Form>
    </>
  );
}
