import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { TaxCertificateList } from '#app/components/company/tax-certificate-list.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { accountOf } from '#app/http/company-account.server.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { taxCertificateViews } from '#app/http/tax-certificates.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { findCompany } from '#db/queries/company-record.server.ts';

export const handle: RouteHandle = { messages: ['tax'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { company } = await accountOf(request, context, params.company, 'see_companies');
  const { db, now } = context.deps;
  const timeZone = (await findCompany(db, { id: company.id }))?.timeZone ?? storeTimeZone;
  const certificates = await taxCertificateViews(db, {
    companyId: company.id,
    timeZone,
    locale: localeOf(request),
    at: now(),
  });
  return { company: company.name, slug: company.slug, certificates };
}

export default function TaxCertificates() {
  const t = useMessages('tax');
  const to = useLocalePath();
  const { company, slug, certificates } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('title')} lead={t('salesLead', { company })} />
      <div className="max-w-[48rem]">
        <TaxCertificateList
          certificates={certificates}
          act={({ id, standing }) =>
            ['waiting', 'coming', 'in_force'].includes(standing) && (
              <Form
                method="post"
                action={to(`/sales/companies/${slug}/tax-certificates/${id}/answers`)}
                className="grid gap-3 border-t border-line pt-3"
              >
                <TextField name="reason" id={`reason-${id}`} label={t('reason')} hint={t('reasonHint')} isOptional />
                <p className="flex flex-wrap gap-3">
                  {standing === 'waiting' && (
                    <Button tone="primary" name="verdict" value="accepted">
                      {t('accept')}
                    </Button>
                  )}
                  <Button tone="danger" name="verdict" value={standing === 'waiting' ? 'refused' : 'ended'}>
                    {t(standing === 'waiting' ? 'refuse' : 'end')}
                  </Button>
                </p>
              </Form>
            )
          }
        />
      </div>
    </>
  );
}
