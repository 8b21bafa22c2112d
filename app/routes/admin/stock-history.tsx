import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { notFound, requireStaff } from '#app/http/require-actor.server.ts';
import type { MessageKey, RouteHandle } from '#app/messages/areas.ts';
import { findStock, listStockMovements } from '#db/queries/stock-movements.server.ts';

export const handle: RouteHandle = { messages: ['admin'] };

const mostShown = 200;
const knownReasons = ['counted', 'imported', 'ordered', 'cancelled', 'returned'];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, 'manage_stock');
  const { db } = context.deps;
  const sku = params.sku ?? '';
  const stock = await findStock(db, { sku });
  if (!stock) throw notFound();
  const locale = localeOf(request);
  const { formats } = locales[locale];
  const movements = await listStockMovements(db, { variantId: stock.variantId, limit: mostShown });
  return {
    sku,
    title: stock.title[locale] ?? stock.title.en ?? sku,
    onHand: formatQuantity(toExact(stock.onHand), formats),
    reserved: formatQuantity(toExact(stock.reserved), formats),
    rows: movements.map(({ id, change, reason, order, by, at }) => ({
      ...{ id, order, by: by ?? '' },
      isIn: !change.startsWith('-'),
      change: formatQuantity(toExact(change), formats),
      why: (knownReasons.includes(reason) ? `move_${reason}` : 'move_other') as MessageKey<'admin'>,
      at: formatInstant(at, formats, storeTimeZone),
    })),
  };
}

export default function StockHistory() {
  const t = useMessages('admin');
  const to = useLocalePath();
  const { sku, title, onHand, reserved, rows } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('stockOf', { sku })} lead={t('stockLead', { title, onHand, reserved })} />
      <p className="mb-4">
        <Link to={to('/admin/stock')}>{t('stockBack')}</Link>
      </p>
      <DataTable
        caption={t('stockOf', { sku })}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noMovements')} text={t('noMovementsText')} />}
        columns={[
          { key: 'at', label: t('moveAt'), cell: ({ at }) => at },
          {
            key: 'change',
            label: t('moveChange'),
            isNumber: true,
            cell: ({ change, isIn }) => <bdi>{isIn ? `+${change}` : change}</bdi>,
          },
          { key: 'why', label: t('moveWhy'), cell: ({ why }) => t(why) },
          {
            key: 'order',
            label: t('moveOrder'),
            cell: ({ order }) => (order ? <Link to={to(`/admin/orders/${order}`)}>{order}</Link> : ''),
          },
          { key: 'by', label: t('moveBy'), cell: ({ by }) => by },
        ]}
      />
    </>
  );
}
