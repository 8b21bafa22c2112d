import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { DoorPage } from '#app/components/account/door-page.tsx';
import { useFormats, useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { countryName } from '#app/domain/i18n/names.ts';
import { countriesServed } from '#app/domain/checkout/markets.ts';
import { isVatNumberOf } from '#app/domain/companies/vat-number.ts';
import { isCompanyEmail, isEmail } from '#app/domain/identity/email-address.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import type { FormKey } from '#app/http/form-messages.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { localeOf, pathFor } from '#app/http/locale.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { registerCompany } from '#app/use-cases/companies/register-company.server.ts';

export const handle: RouteHandle = { messages: ['company'] };

const line = () => z.string().min(1).max(200);
const applicationForm = z.object({
  company_name: line(),
  country: z.string().regex(/^[A-Z]{2}$/),
  vat_number: z.string().max(30).optional(),
  address: line(),
  postal_code: z.string().max(20).default(''),
  city: line(),
  name: line(),
  email: z
    .string()
    .refine(isEmail, { error: 'invalid_email' satisfies FormKey, abort: true })
    .refine(isCompanyEmail, { error: 'email_of_everyone' satisfies FormKey }),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person, market, rules } = await viewerOf(request, context);
  return {
    name: person?.name ?? '',
    email: person?.email ?? '',
    countries: countriesServed(rules.markets),
    home: market.countries[0],
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, applicationForm);
  if (!form.ok) return formReply(form);
  const { company_name, vat_number, address, postal_code, city, name, ...rest } = form.value;
  if (vat_number !== undefined && !isVatNumberOf(rest.country, vat_number)) {
    return formReply(fieldRefused(request, form, 'vat_number', 'vat_number'));
  }
  const outcome = await registerCompany(context.deps, {
    ...rest,
    companyName: company_name,
    vatNumber: vat_number ?? null,
    place: { address, postalCode: postal_code, city },
    personName: name,
    locale: localeOf(request),
    clientIp: context.clientIp,
  });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  return redirect(pathFor(request, '/check-your-mail'), { status: 303 });
}

export default function Apply() {
  const t = useMessages('company');
  const formats = useFormats();
  const { name, email, countries, home } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const labels = {
    company_name: t('companyName'),
    vat_number: t('vatNumber'),
    address: t('address'),
    city: t('city'),
    name: t('fullName'),
    email: t('companyEmail'),
  };
  return (
    <DoorPage title={t('applyTitle')} lead={t('applyLead')}>
      <ErrorSummary answer={form} labels={labels} />
      <Form method="post" className="grid gap-4" noValidate>
        <TextField label={t('companyName')} autoComplete="organization" required {...fieldOf(form, 'company_name')} />
        <SelectField
          label={t('country')}
          autoComplete="country"
          options={countries.map((code) => ({ value: code, label: countryName(code, formats) }))}
          {...fieldOf(form, 'country', home)}
        />
        <TextField label={t('vatNumber')} hint={t('vatNumberHint')} isOptional {...fieldOf(form, 'vat_number')} />
        <TextField label={t('address')} autoComplete="street-address" required {...fieldOf(form, 'address')} />
        <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
          <TextField label={t('postalCode')} autoComplete="postal-code" {...fieldOf(form, 'postal_code')} />
          <TextField label={t('city')} autoComplete="address-level2" required {...fieldOf(form, 'city')} />
        </div>
        <TextField label={t('fullName')} autoComplete="name" required {...fieldOf(form, 'name', name)} />
        <TextField
          type="email"
          label={t('companyEmail')}
          hint={t('companyEmailHint')}
          autoComplete="email"
          required
          {...fieldOf(form, 'email', email)}
        />
        <SubmitButton tone="primary" size="large" wide>
          {t('applyButton')}
        </SubmitButton>
      </Form>
    </DoorPage>
  );
}
