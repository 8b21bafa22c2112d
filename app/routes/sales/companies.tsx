import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listPortfolio } from '#db/queries/company-portfolio.server.ts';

export const handle: RouteHandle = { messages: ['sales'] };

const pageSize = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, context, 'see_companies');
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get('q') ?? '').trim().slice(0, 100);
  const after = searchParams.get('after');
  const found = await listPortfolio(context.deps.db, { scope, search, after, limit: pageSize + 1 });
  const companies = found.slice(0, pageSize);
  return { companies, search, next: found.length > pageSize ? (companies.at(-1)?.slug ?? null) : null };
}

export default function Companies() {
  const t = useMessages('sales');
  const to = useLocalePath();
  const { companies, search, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('companies')} lead={t('companiesLead')} />
      <Form className="mb-6 flex max-w-[30rem] items-end gap-3">
        <div className="grow">
          <TextField type="search" name="q" id="companies-search" label={t('searchCompanies')} defaultValue={search} />
        </div>
        <Button>{t('find')}</Button>
      </Form>
      <DataTable
        caption={t('companies')}
        rows={companies}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noCompanies')} text={t('noCompaniesText')} />}
        columns={[
          {
            key: 'name',
            label: t('company'),
            cell: ({ slug, name }) => <Link to={to(`/sales/companies/${slug}`)}>{name}</Link>,
          },
          {
            key: 'status',
            label: t('status'),
            cell: ({ status }) => <StateBadge state={status} label={t(`company_${status}`)} />,
          },
          { key: 'rep', label: t('rep'), cell: ({ repName }) => repName ?? t('everyone') },
          { key: 'terms', label: t('terms'), cell: ({ terms, currency }) => `${terms}, ${currency}` },
          { key: 'units', label: t('units'), isNumber: true, cell: ({ unitCount }) => unitCount },
          { key: 'people', label: t('people'), isNumber: true, cell: ({ memberCount }) => memberCount },
        ]}
      />
      {next && (
        <p className="mt-4">
          <Link to={`?q=${encodeURIComponent(search)}&after=${encodeURIComponent(next)}`}>{t('more')}</Link>
        </p>
      )}
    </>
  );
}
