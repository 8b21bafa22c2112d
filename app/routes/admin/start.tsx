import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { type StaffPermission, openTo } from '#app/domain/access/permissions.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatNearDay } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { money } from '#app/domain/money/money.ts';
import { salesDays } from '#app/domain/orders/sales-day.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { countTasks, sumSales } from '#db/queries/today.server.ts';

export const handle: RouteHandle = { messages: ['office'] };

/** What may wait, where it is listed, and who may open that list. */
const tasks = [
  { task: 'unpaid', to: '/admin/orders?show=unpaid', needs: 'manage_orders' },
  { task: 'unshipped', to: '/admin/orders?show=unshipped', needs: 'manage_orders' },
  { task: 'returns', to: '/admin/returns', needs: 'manage_orders' },
  { task: 'reviews', to: '/admin/reviews', needs: 'moderate_reviews' },
  { task: 'low', to: '/admin/stock?show=low', needs: 'manage_stock' },
  { task: 'jobs', to: '/admin/failed-jobs', needs: 'manage_staff' },
  { task: 'deliveries', to: '/admin/webhooks', needs: 'manage_staff' },
] as const satisfies readonly { task: string; to: string; needs: StaffPermission }[];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'manage_orders');
  const { db, now } = context.deps;
  const days = salesDays(now(), storeTimeZone);
  const [counts, sales] = await Promise.all([countTasks(db), sumSales(db, days)]);
  const { formats } = locales[localeOf(request)];
  return {
    day: formatNearDay(days.today.from, formats, storeTimeZone),
    before: formatNearDay(days.weekAgo.from, formats, storeTimeZone),
    tasks: openTo(actor.staff, tasks).map(({ task, to }) => ({ task, to, count: counts[task] })),
    sales: sales.map((row) => ({
      key: `${row.channel} ${row.currency}`,
      channel: row.channel,
      orders: row.orders,
      ordersBefore: row.ordersBefore,
      total: money(row.totalMinor, row.currency),
      totalBefore: money(row.totalMinorBefore, row.currency),
    })),
  };
}

export default function Start() {
  const t = useMessages('office');
  const to = useLocalePath();
  const { day, before, tasks: waiting, sales } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('today')} lead={day} />
      <div className="grid gap-6">
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-7">
          {waiting.map(({ task, to: address, count }) => (
            <li key={task}>
              <Link
                to={to(address)}
                className={`grid h-full content-between gap-2 rounded border bg-raised p-4 text-ink no-underline hover:border-ink ${count > 0 ? 'border-control' : 'border-line'}`}
              >
                <span className={`tabular text-3xl font-semibold ${count > 0 ? '' : 'text-ink-faint'}`}>{count}</span>
                <span className="text-sm text-ink-soft">{t(`task_${task}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
        <Card title={t('sales')}>
          <p className="mb-3 max-w-text text-sm text-ink-soft">{t('salesLead', { day: before })}</p>
          <DataTable
            caption={t('sales')}
            rows={sales}
            rowKey={({ key }) => key}
            empty={<EmptyState title={t('noSales')} text={t('noSalesText')} />}
            columns={[
              { key: 'channel', label: t('channel'), cell: ({ channel }) => t(`channel_${channel}`) },
              { key: 'orders', label: t('ordersToday'), isNumber: true, cell: ({ orders }) => orders },
              {
                key: 'total',
                label: t('salesToday'),
                isNumber: true,
                cell: ({ total }) => <MoneyText amount={total} />,
              },
              {
                key: 'ordersBefore',
                label: t('ordersBefore', { day: before }),
                isNumber: true,
                cell: ({ ordersBefore }) => ordersBefore,
              },
              {
                key: 'totalBefore',
                label: t('salesBefore', { day: before }),
                isNumber: true,
                cell: ({ totalBefore }) => <MoneyText amount={totalBefore} />,
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
