import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Checkbox, SelectField, TextField } from '#app/components/ui/field.tsx';
import { priceListOptions } from '#app/domain/pricing/price-revision.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { currencyShape } from '#app/http/api/shapes.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { makePriceList } from '#app/use-cases/pricing/make-price-list.server.ts';
import { listUnitsInScope } from '#db/queries/sellers-companies.server.ts';

export const handle: RouteHandle = { messages: ['pricing'] };

const newList = z.object({
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,39}$/),
  name: z.string().max(200),
  currency: currencyShape,
  applies_to: z.string().max(200),
  segment: z.string().max(100).optional(),
  options: z.array(z.enum(priceListOptions)).default([]),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, context, 'draft_price_lists');
  const units = await listUnitsInScope(context.deps.db, { scope, limit: 2000 });
  return { units, options: [...priceListOptions] };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, scope } = await requireStaff(request, context, 'draft_price_lists');
  const form = await parseForm(request, newList);
  if (!form.ok) return formReply(form);
  const { code, applies_to: aim, ...rest } = form.value;
  if (aim === 'segment' && !rest.segment) return formReply(fieldRefused(request, form, 'segment', 'required'));
  const done = await makePriceList(context.deps, { actor, scope, code: code.toUpperCase(), aim, ...rest });
  if (!done.ok) return refusalInForm(request, done, form);
  const words = { tone: 'good', area: 'pricing', key: 'listMade' } as const;
  return redirectWithFlash(request, context, `/sales/price-lists/${code.toUpperCase()}/new-revision`, words);
}

export default function NewList() {
  const t = useMessages('pricing');
  const { units, options } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const chosen = form?.values.options;
  return (
    <>
      <PageHead title={t('newList')} lead={t('newListLead')} />
      <Form method="post" className="grid max-w-[34rem] gap-4" noValidate>
        <ErrorSummary
          answer={form}
          labels={{ code: t('code'), name: t('name'), currency: t('currency'), applies_to: t('appliesTo') }}
        />
        <TextField label={t('code')} hint={t('codeHint')} required {...fieldOf(form, 'code')} />
        <TextField label={t('name')} required {...fieldOf(form, 'name')} />
        <TextField label={t('currency')} required maxLength={3} {...fieldOf(form, 'currency', 'EUR')} />
        <SelectField
          label={t('appliesTo')}
          options={[
            ...units.map(({ id, company, unit }) => ({ value: id, label: `${company} · ${unit}` })),
            { value: 'segment', label: t('aSegment') },
          ]}
          {...fieldOf(form, 'applies_to')}
        />
        <TextField label={t('segment')} hint={t('segmentHint')} isOptional {...fieldOf(form, 'segment')} />
        <fieldset className="grid gap-1">
          <legend className="font-medium">{t('options')}</legend>
          {options.map((option) => (
            <Checkbox
              key={option}
              id={`option-${option}`}
              name="options"
              value={option}
              label={t(`option_${option}`)}
              defaultChecked={Array.isArray(chosen) ? chosen.includes(option) : chosen === option}
            />
          ))}
        </fieldset>
        <div>
          <SubmitButton tone="primary">{t('makeList')}</SubmitButton>
        </div>
      </Form>
    </>
  );
}
