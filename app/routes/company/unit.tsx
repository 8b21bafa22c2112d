import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useFormats, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { countryName } from '#app/domain/i18n/names.ts';
import { countriesServed } from '#app/domain/checkout/markets.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { idParam, notFound, requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { saveUnit } from '#app/use-cases/companies/save-unit.server.ts';
import { listUnitRecords } from '#db/queries/company-record.server.ts';

export const handle: RouteHandle = { messages: ['company'] };

const shape = {
  name: z.string().min(1).max(200),
  parent: z.uuid().optional(),
  address: z.string().max(200).optional(),
  postal_code: z.string().max(20).optional(),
  city: z.string().max(200).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { buyingAs, viewer } = await requireMember(request, context);
  const units = await listUnitRecords(context.deps.db, { companyId: buyingAs.company.id });
  const unit = params.unit === 'new' ? null : units.find(({ id }) => id === idParam(params.unit));
  if (unit === undefined) throw notFound();
  return {
    unit,
    others: units.filter(({ id }) => id !== unit?.id).map(({ id, name }) => ({ id, name })),
    countries: countriesServed(viewer.rules.markets),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'see_documents', shape);
  if (!form.ok) return form.answer;
  const { name, parent, address, city, country, postal_code } = form.value;
  // an address is whole or not there
  const missing = address || city ? (!address ? 'address' : !city ? 'city' : !country ? 'country' : null) : null;
  if (missing) return formReply(fieldRefused(request, form, missing, 'required'));
  const outcome = await saveUnit(context.deps, {
    actor: form.as.actor,
    unitId: params.unit === 'new' ? null : idParam(params.unit),
    name,
    parentId: parent ?? null,
    address:
      address && city && country
        ? { name: form.as.buyingAs.company.name, address, city, country, postalCode: postal_code ?? '' }
        : null,
  });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  return redirectWithFlash(request, context, '/company/units', { tone: 'good', area: 'company', key: 'saved' });
}

export default function Unit() {
  const t = useMessages('company');
  const formats = useFormats();
  const { unit, others, countries } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const address = unit?.address;
  return (
    <>
      <PageHead title={unit ? unit.name : t('addUnit')} lead={t('unitLead')} />
      <Form method="post" className="grid max-w-[30rem] gap-4" noValidate>
        <BuyingAsField />
        <ErrorSummary answer={form} labels={{ name: t('name'), address: t('address'), city: t('city') }} />
        <TextField label={t('name')} required maxLength={200} {...fieldOf(form, 'name', unit?.name)} />
        <SelectField
          label={t('parentUnit')}
          hint={t('parentUnitHint')}
          options={[{ value: '', label: t('topUnit') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
          {...fieldOf(form, 'parent', unit ? (unit.parentId ?? '') : others[0]?.id)}
        />
        <TextField label={t('address')} isOptional autoComplete="off" {...fieldOf(form, 'address', address?.address)} />
        <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
          <TextField label={t('postalCode')} isOptional {...fieldOf(form, 'postal_code', address?.postalCode)} />
          <TextField label={t('city')} isOptional {...fieldOf(form, 'city', address?.city)} />
        </div>
        <SelectField
          label={t('country')}
          options={countries.map((code) => ({ value: code, label: countryName(code, formats) }))}
          {...fieldOf(form, 'country', address?.country ?? 'DE')}
        />
        <p>
          <SubmitButton tone="primary">{t('save')}</SubmitButton>
        </p>
      </Form>
    </>
  );
}
