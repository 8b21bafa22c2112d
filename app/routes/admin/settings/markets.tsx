import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { requireSettings } from '#app/http/settings-form.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { document } = await readSettings(context.deps.db, { kind: 'markets' });
  return {
    markets: document.map(({ code, currency, countries, languages, isOpen }) => ({
      code,
      currency,
      countries: countries.join(', '),
      languages: languages.join(', '),
      isOpen,
    })),
  };
}

export default function Markets() {
  const t = useMessages('settings');
  const to = useLocalePath();
  const { markets } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t('markets')}
        lead={t('marketsText')}
        actions={
          <>
            <ButtonLink to={to('/admin/settings/changes/markets')}>{t('history')}</ButtonLink>
            <ButtonLink tone="primary" to={to('/admin/settings/markets/new')}>
              {t('newMarket')}
            </ButtonLink>
          </>
        }
      />
      <DataTable
        caption={t('markets')}
        rows={markets}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'market',
            label: t('market'),
            cell: ({ code }) => <Link to={to(`/admin/settings/markets/${code}`)}>{t('marketOf', { code })}</Link>,
          },
          { key: 'currency', label: t('currency'), cell: ({ currency }) => currency },
          { key: 'countries', label: t('countries'), cell: ({ countries }) => countries },
          { key: 'languages', label: t('languages'), cell: ({ languages }) => languages },
          { key: 'state', label: t('state'), cell: ({ isOpen }) => t(isOpen ? 'open' : 'closed') },
        ]}
      />
    </>
  );
}
