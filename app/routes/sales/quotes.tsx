import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listSellerQuotes } from '#db/queries/quotes.server.ts';

export const handle: RouteHandle = { messages: ['quotes'] };

const most = 100;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, actor, scope } = await requireStaff(request, context, 'answer_quotes');
  const quotes = await listSellerQuotes(context.deps.db, {
    seller: { scope, person: actor.person },
    statuses: ['requested', 'countered', 'in_work', 'awaiting_approval', 'offered'],
    limit: most,
  });
  return {
    timeZone: viewer.rules.hours.timeZone,
    quotes: quotes.map(({ id, number, status, company, answerDueAt }) => ({
      id,
      number,
      status,
      company: company.name,
      answerDueAt,
    })),
  };
}

export default function QuotesToAnswer() {
  const t = useMessages('quotes');
  const to = useLocalePath();
  const formats = useFormats();
  const { quotes, timeZone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('deskTitle')} lead={t('deskLead')} />
      <DataTable
        caption={t('deskTitle')}
        rows={quotes}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('deskNone')} text={t('deskNoneText')} />}
        columns={[
          {
            key: 'number',
            label: t('number'),
            cell: ({ id, number }) => <Link to={to(`/sales/quotes/${id}`)}>{number}</Link>,
          },
          { key: 'company', label: t('company'), cell: ({ company }) => company },
          {
            key: 'status',
            label: t('status'),
            cell: ({ status }) => <StateBadge state={status} label={t(`status_${status}`)} />,
          },
          {
            key: 'due',
            label: t('answerBy'),
            cell: ({ answerDueAt }) => (answerDueAt ? formatInstant(new Date(answerDueAt), formats, timeZone) : ''),
          },
        ]}
      />
    </>
  );
}
