import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { isStalled } from '#app/domain/purchase-orders/lifecycle.ts';
import { readMomentCursor, writeCursor } from '#app/http/api/cursor.ts';
import { purchaseOrderRow } from '#app/http/purchase-order-view.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listOpenAtCustomers, listPurchaseOrders } from '#db/queries/purchase-orders.server.ts';

export const handle: RouteHandle = { messages: ['purchaseOrders'] };

const perPage = 50;
const dayMs = 86_400_000;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, scope } = await requireStaff(request, context, 'see_companies');
  const { db, now } = context.deps;
  const asked = new URL(request.url).searchParams;
  const isAll = asked.get('show') === 'all';
  const cursor = readMomentCursor(asked.get('cursor'));
  const limit = perPage + 1;
  const found = isAll
    ? await listPurchaseOrders(db, { scope, after: cursor && { createdAt: cursor.at, id: cursor.id }, limit })
    : await listOpenAtCustomers(db, { scope, after: cursor && { changedAt: cursor.at, id: cursor.id }, limit });
  const page = found.slice(0, perPage);
  const last = found.length > perPage ? page.at(-1) : undefined;
  const { formats } = locales[viewer.locale];
  const today = now();
  return {
    isAll,
    isFirst: cursor === null,
    next: last ? writeCursor([(isAll ? last.createdAt : last.changedAt).toISOString(), last.id]) : null,
    rows: page.map((order) => ({
      ...purchaseOrderRow(order, viewer.locale),
      company: order.company.name,
      sinceIso: order.changedAt.toISOString(),
      since: formatInstant(order.changedAt, formats, viewer.rules.hours.timeZone),
      stalledDays: isStalled(order.status, order.changedAt, today)
        ? Math.floor((today.getTime() - order.changedAt.getTime()) / dayMs)
        : null,
    })),
  };
}

export default function SellersPurchaseOrders() {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  const { rows, isAll, isFirst, next } = useLoaderData<typeof loader>();
  const chip = (isOn: boolean) =>
    `rounded-full border px-4 py-1.5 no-underline ${isOn ? 'border-ink bg-sunken font-semibold' : 'border-control'}`;
  return (
    <>
      <PageHead title={t('title')} lead={t(isAll ? 'sellerAllLead' : 'sellerLead')} />
      <nav aria-label={t('status')} className="mb-6 flex flex-wrap gap-2">
        <Link to={to('/sales/purchase-orders')} className={chip(!isAll)} aria-current={isAll ? undefined : 'page'}>
          {t('sellerOpen')}
        </Link>
        <Link
          to={to('/sales/purchase-orders?show=all')}
          className={chip(isAll)}
          aria-current={isAll ? 'page' : undefined}
        >
          {t('sellerAll')}
        </Link>
      </nav>
      <DataTable
        caption={t('title')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('sellerNone')} text={t('sellerNoneText')} />}
        columns={[
          {
            key: 'number',
            label: t('number'),
            cell: ({ id, number }) => <Link to={to(`/sales/purchase-orders/${id}`)}>{number}</Link>,
          },
          { key: 'company', label: t('company'), cell: ({ company, unit }) => `${company}, ${unit}` },
          {
            key: 'status',
            label: t('status'),
            cell: ({ status }) => <StateBadge state={status} label={t(`status_${status}`)} />,
          },
          { key: 'total', label: t('total'), isNumber: true, cell: ({ total }) => <bdi>{total}</bdi> },
          {
            key: 'since',
            label: t('since'),
            cell: ({ since, sinceIso, stalledDays }) => (
              <>
                <time dateTime={sinceIso}>{since}</time>
                {stalledDays !== null && (
                  <span className="block text-sm font-medium text-warn">{t('stalled', { days: stalledDays })}</span>
                )}
              </>
            ),
          },
        ]}
      />
      <Pagination next={next} isFirst={isFirst} />
    </>
  );
}
