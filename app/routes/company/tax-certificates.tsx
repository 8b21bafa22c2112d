import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { TaxCertificateList } from '#app/components/company/tax-certificate-list.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { FileField } from '#app/components/ui/file-field.tsx';
import { memberMayEverywhere } from '#app/domain/access/permissions.ts';
import { midnightAfter, midnightOf } from '#app/domain/companies/midnight.ts';
import { taxCertificateKinds } from '#app/domain/companies/tax-certificate.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply } from '#app/http/form.ts';
import { largestUpload } from '#app/http/limited-body.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import { countryOptions, taxCertificateViews } from '#app/http/tax-certificates.server.ts';
import { filesField, givenFiles } from '#app/http/uploads.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { giveTaxCertificate } from '#app/use-cases/companies/give-tax-certificate.server.ts';

export const handle: RouteHandle = { messages: ['tax'] };

const page = '/company/tax-certificates';
const shape = {
  kind: z.enum(taxCertificateKinds),
  country: z.string().length(2),
  number: z.string().trim().min(1).max(60),
  valid_from: z.iso.date(),
  valid_until: z.iso.date().optional(),
  ...filesField,
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, buyingAs, viewer } = await requireMember(request, context, 'give_tax_certificates');
  const { db, now } = context.deps;
  const { id: companyId, timeZone } = buyingAs.company;
  return {
    certificates: await taxCertificateViews(db, { companyId, timeZone, locale: viewer.locale, at: now() }),
    mayGive: actor.standsInFor === null && memberMayEverywhere(actor.member, 'give_tax_certificates'),
    countries: countryOptions(
      viewer.rules.markets.flatMap((market) => market.countries),
      viewer.locale,
    ),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'give_tax_certificates', shape, largestUpload);
  if (!form.ok) return form.answer;
  const { actor, buyingAs, viewer } = form.as;
  const { kind, country, number, valid_from: from, valid_until: until, files } = form.value;
  if (!viewer.rules.markets.some(({ countries }) => countries.some((code) => code === country)))
    return formReply(fieldRefused(request, form, 'country', 'invalid'));
  const { timeZone } = buyingAs.company;
  const validFrom = midnightOf(from, timeZone);
  const validUntil = until ? midnightAfter(until, timeZone) : null;
  if (!validFrom) return formReply(fieldRefused(request, form, 'valid_from', 'invalid'));
  const given = await giveTaxCertificate(context.deps, {
    actor,
    certificate: { kind, country, number, validFrom, validUntil },
    files: await givenFiles(files),
  });
  if (!given.ok) return refusalInForm(request, given, form);
  return redirectWithFlash(request, context, page, { tone: 'good', area: 'tax', key: 'sent' });
}

export default function TaxCertificates() {
  const t = useMessages('tax');
  const to = useLocalePath();
  const { certificates, mayGive, countries } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const labels = { number: t('number'), valid_from: t('from'), valid_until: t('until'), country: t('country') };
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="grid max-w-[48rem] gap-6">
        <TaxCertificateList
          certificates={certificates}
          act={({ id, standing, number }) =>
            mayGive &&
            standing === 'waiting' && (
              <Form method="post" action={to(`${page}/${id}/withdrawal`)}>
                <BuyingAsField />
                <SubmitButton action={to(`${page}/${id}/withdrawal`)}>
                  {t('withdraw')} <span className="sr-only">{number}</span>
                </SubmitButton>
              </Form>
            )
          }
        />
        {mayGive && (
          <Card title={t('add')}>
            <Form method="post" encType="multipart/form-data" className="grid max-w-[34rem] gap-4" noValidate>
              <BuyingAsField />
              <ErrorSummary answer={form} labels={labels} />
              <SelectField
                label={t('kind')}
                hint={t('reverseChargeHint')}
                options={taxCertificateKinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
                {...fieldOf(form, 'kind')}
              />
              <SelectField label={t('country')} options={countries} {...fieldOf(form, 'country')} />
              <TextField label={t('number')} maxLength={60} {...fieldOf(form, 'number')} />
              <div className="grid gap-4 sm:grid-cols-2">
                <TextField type="date" label={t('from')} {...fieldOf(form, 'valid_from')} />
                <TextField
                  type="date"
                  label={t('until')}
                  hint={t('untilHint')}
                  isOptional
                  {...fieldOf(form, 'valid_until')}
                />
              </div>
              <FileField label={t('paper')} hint={t('paperHint')} multiple required />
              <p>
                <SubmitButton tone="primary">{t('send')}</SubmitButton>
              </p>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
