import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { countryName } from '#app/domain/i18n/names.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { ratesOn } from '#app/domain/pricing/tax-rates.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { requireSettings } from '#app/http/settings-form.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { document } = await readSettings(context.deps.db, { kind: 'tax' });
  const today = dayIn(context.deps.now(), storeTimeZone);
  const { formats } = locales[localeOf(request)];
  const rows = Object.keys(document.rates).map((country) => {
    const [since, standard, reduced, superReduced] = ratesOn(document, country, today) ?? ['', '', null, null];
    const places = document.territories[country]?.map(({ name }) => name) ?? [];
    return {
      country,
      name: countryName(country, formats),
      since,
      standard,
      reduced,
      superReduced,
      places: places.join(', '),
    };
  });
  return { rows: rows.sort((a, b) => a.name.localeCompare(b.name)) };
}

export default function Taxes() {
  const t = useMessages('settings');
  const to = useLocalePath();
  const { rows } = useLoaderData<typeof loader>();
  const rate = (text: string | null) => text ?? '–';
  return (
    <>
      <PageHead
        title={t('tax')}
        lead={t('taxText')}
        actions={
          <>
            <ButtonLink to={to('/admin/settings/changes/tax')}>{t('history')}</ButtonLink>
            <ButtonLink tone="primary" to={to('/admin/settings/tax/new')}>
              {t('newCountry')}
            </ButtonLink>
          </>
        }
      />
      <DataTable
        caption={t('tax')}
        rows={rows}
        rowKey={({ country }) => country}
        columns={[
          {
            key: 'country',
            label: t('country'),
            cell: ({ country, name }) => <Link to={to(`/admin/settings/tax/${country}`)}>{name}</Link>,
          },
          { key: 'standard', label: t('standardRate'), isNumber: true, cell: ({ standard }) => rate(standard) },
          { key: 'reduced', label: t('reducedRate'), isNumber: true, cell: ({ reduced }) => rate(reduced) },
          {
            key: 'super',
            label: t('superReducedRate'),
            isNumber: true,
            cell: ({ superReduced }) => rate(superReduced),
          },
          { key: 'since', label: t('since'), cell: ({ since }) => (since.startsWith('0000') ? t('always') : since) },
          { key: 'places', label: t('territories'), cell: ({ places }) => places || '–' },
        ]}
      />
    </>
  );
}
