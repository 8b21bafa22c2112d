import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { requireSettings } from '#app/http/settings-form.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

const worths = (prices: object | null | undefined) =>
  Object.entries(prices ?? {})
    .map(([currency, amount]) => `${String(amount)} ${currency}`)
    .join(', ');

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const locale = localeOf(request);
  const { document } = await readSettings(context.deps.db, { kind: 'shipping' });
  return {
    methods: document.map(({ code, zone, title, countries, workingDays, bands, freeFrom }) => ({
      code,
      zone,
      title: wordsIn(title, locale),
      countries: countries.join(', '),
      workingDays,
      price: worths(bands[0]?.netPrice),
      freeFrom: worths(freeFrom),
    })),
  };
}

export default function Shipping() {
  const t = useMessages('settings');
  const to = useLocalePath();
  const { methods } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t('shipping')}
        lead={t('shippingText')}
        actions={
          <>
            <ButtonLink to={to('/admin/settings/changes/shipping')}>{t('history')}</ButtonLink>
            <ButtonLink tone="primary" to={to('/admin/settings/shipping/new/method')}>
              {t('newMethod')}
            </ButtonLink>
          </>
        }
      />
      <DataTable
        caption={t('shipping')}
        rows={methods}
        rowKey={({ zone, code }) => `${zone}/${code}`}
        empty={<EmptyState title={t('noMethods')} text={t('noMethodsText')} />}
        columns={[
          { key: 'zone', label: t('zone'), cell: ({ zone }) => zone },
          {
            key: 'method',
            label: t('method'),
            cell: ({ zone, code, title }) => (
              <Link to={to(`/admin/settings/shipping/${zone}/${code}`)}>{title || code}</Link>
            ),
          },
          { key: 'countries', label: t('countries'), cell: ({ countries }) => countries },
          {
            key: 'days',
            label: t('daysFrom'),
            cell: ({ workingDays: [from, until] }) => t('days', { from, until }),
          },
          { key: 'price', label: t('price'), isNumber: true, cell: ({ price }) => price },
          { key: 'free', label: t('freeFrom'), isNumber: true, cell: ({ freeFrom }) => freeFrom || '–' },
        ]}
      />
    </>
  );
}
