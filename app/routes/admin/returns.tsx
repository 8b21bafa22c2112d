import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import type { ReturnReason } from '#app/domain/orders/returns.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';
import { listReturnsUnderWay } from '#db/queries/returns.server.ts';

export const handle: RouteHandle = { messages: ['admin', 'orders'] };

const perPage = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, 'manage_orders');
  const cursor = readCursor(new URL(request.url).searchParams.get('cursor') ?? '', 2);
  const after = cursor && { at: new Date(String(cursor[0])), id: String(cursor[1]) };
  const found = await listReturnsUnderWay(context.deps.db, { after, limit: perPage + 1 });
  const rows = found.slice(0, perPage);
  const last = found.length > perPage ? rows.at(-1) : undefined;
  const locale = localeOf(request);
  const t = translator(locale, 'orders');
  return {
    isFirst: after === null,
    next: last ? writeCursor([last.createdAt.toISOString(), last.id]) : null,
    rows: rows.map(({ id, number, email, status, reason, lines, createdAt }) => ({
      id,
      number,
      email,
      status,
      stateText: t(`returnState_${status}`),
      reasonText: t(`returnReason_${reason as ReturnReason}`),
      lines: lines.length,
      dayText: formatInstant(createdAt, locales[locale].formats, storeTimeZone),
    })),
  };
}

export default function Returns() {
  const t = useMessages('admin');
  const to = useLocalePath();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-6">
      <h1 className="text-2xl font-semibold">{t('returns')}</h1>
      <DataTable
        caption={t('returns')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noReturns')} text={t('noReturnsText')} />}
        columns={[
          {
            key: 'number',
            label: t('number'),
            cell: ({ number }) => <Link to={to(`/admin/orders/${number}`)}>{number}</Link>,
          },
          { key: 'day', label: t('returnDay'), cell: ({ dayText }) => dayText },
          { key: 'customer', label: t('customer'), cell: ({ email }) => email },
          { key: 'reason', label: t('reason'), cell: ({ reasonText }) => reasonText },
          { key: 'lines', label: t('returnUnits'), isNumber: true, cell: ({ lines }) => lines },
          {
            key: 'state',
            label: t('state'),
            cell: ({ status, stateText }) => <StateBadge state={status} label={stateText} />,
          },
        ]}
      />
      <Pagination next={next} isFirst={isFirst} />
    </div>
  );
}
