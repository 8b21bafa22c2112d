import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { statusForBuyer } from '#app/domain/quotes/lifecycle.ts';
import { statusAt } from '#app/domain/quotes/quote-validity.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listQuotes } from '#db/queries/quotes.server.ts';

export const handle: RouteHandle = { messages: ['quotes'] };

const most = 100;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { scope, buyingAs } = await requireMember(request, context);
  const { db, now } = context.deps;
  const quotes = await listQuotes(db, { scope, limit: most });
  return {
    timeZone: buyingAs.company.timeZone,
    quotes: quotes.map((quote) => ({
      id: quote.id,
      number: quote.number,
      status: statusForBuyer(statusAt(quote, now())),
      validUntil: quote.validUntil,
    })),
  };
}

export default function Quotes() {
  const t = useMessages('quotes');
  const to = useLocalePath();
  const formats = useFormats();
  const { quotes, timeZone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('title')} lead={t('titleLead')} />
      <DataTable
        caption={t('title')}
        rows={quotes}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('none')} text={t('noneText')} />}
        columns={[
          {
            key: 'number',
            label: t('number'),
            cell: ({ id, number }) => <Link to={to(`/company/quotes/${id}`)}>{number}</Link>,
          },
          {
            key: 'status',
            label: t('status'),
            cell: ({ status }) => <StateBadge state={status} label={t(`status_${status}`)} />,
          },
          {
            key: 'valid',
            label: t('validUntil'),
            cell: ({ validUntil }) => (validUntil ? formatInstant(new Date(validUntil), formats, timeZone) : ''),
          },
        ]}
      />
    </>
  );
}
