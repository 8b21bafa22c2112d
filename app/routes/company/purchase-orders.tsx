import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { readMomentCursor, writeCursor } from '#app/http/api/cursor.ts';
import { type PurchaseOrderRow, purchaseOrderRow } from '#app/http/purchase-order-view.server.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listPurchaseOrders } from '#db/queries/purchase-orders.server.ts';

export const handle: RouteHandle = { messages: ['purchaseOrders'] };

const perPage = 30;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { scope, viewer } = await requireMember(request, context);
  const cursor = readMomentCursor(new URL(request.url).searchParams.get('cursor'));
  const orders = await listPurchaseOrders(context.deps.db, {
    scope,
    after: cursor && { createdAt: cursor.at, id: cursor.id },
    limit: perPage + 1,
  });
  const page = orders.slice(0, perPage);
  const last = orders.length > perPage ? page.at(-1) : undefined;
  return {
    rows: page.map((order) => purchaseOrderRow(order, viewer.locale)),
    next: last ? writeCursor([last.createdAt.toISOString(), last.id]) : null,
    isFirst: cursor === null,
  };
}

export default function PurchaseOrders() {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={<ButtonLink to={to('/company/purchase-orders/new')}>{t('newTitle')}</ButtonLink>}
      />
      <DataTable<PurchaseOrderRow>
        caption={t('title')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'number',
            label: t('number'),
            cell: ({ id, number }) => <Link to={to(`/company/purchase-orders/${id}`)}>{number}</Link>,
          },
          { key: 'unit', label: t('unit'), cell: ({ unit }) => unit },
          {
            key: 'status',
            label: t('status'),
            cell: ({ status }) => <StateBadge state={status} label={t(`status_${status}`)} />,
          },
          { key: 'total', label: t('total'), isNumber: true, cell: ({ total }) => <bdi>{total}</bdi> },
          {
            key: 'created',
            label: t('created'),
            cell: ({ createdAt, created }) => <time dateTime={createdAt}>{created}</time>,
          },
        ]}
        empty={
          <EmptyState
            title={t('noneTitle')}
            text={t('noneText')}
            action={<ButtonLink to={to('/cart')}>{t('toCart')}</ButtonLink>}
          />
        }
      />
      <Pagination next={next} isFirst={isFirst} />
    </>
  );
}
