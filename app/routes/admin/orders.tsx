import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { TaskChips } from '#app/components/admin/task-chips.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { SearchBox } from '#app/components/ui/search-box.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { money } from '#app/domain/money/money.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';
import { orderTasks, searchOrders } from '#db/queries/order-lists.server.ts';

export const handle: RouteHandle = { messages: ['admin', 'orders'] };

/** What is worked through is shown by the hundreds. */
const perPage = { all: 50, task: 200 };

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, 'manage_orders');
  const { searchParams: search } = new URL(request.url);
  const words = (search.get('q') ?? '').trim().slice(0, 100);
  const task = orderTasks.find((each) => each === search.get('show')) ?? null;
  const most = task ? perPage.task : perPage.all;
  const cursor = readCursor(search.get('cursor') ?? '', 2);
  const after = cursor && { placedAt: new Date(String(cursor[0])), id: String(cursor[1]) };
  const found = await searchOrders(context.deps.db, { words, task, after, limit: most + 1 });
  const rows = found.slice(0, most);
  const last = found.length > most ? rows.at(-1) : undefined;
  const locale = localeOf(request);
  const t = translator(locale, 'orders');
  return {
    words,
    task,
    isFirst: after === null,
    next: last ? writeCursor([last.placedAt.toISOString(), last.id]) : null,
    rows: rows.map(({ number, status, placedAt, email, name, payableMinor, currency }) => ({
      number,
      status,
      stateText: t(`state_${status}`),
      placedText: formatInstant(placedAt, locales[locale].formats, storeTimeZone),
      customer: name ? `${name}, ${email}` : email,
      payable: money(payableMinor, currency),
    })),
  };
}

export default function Orders() {
  const t = useMessages('admin');
  const to = useLocalePath();
  const { words, task, rows, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-6">
      <h1 className="text-2xl font-semibold">{t('orders')}</h1>
      <SearchBox
        defaultValue={words}
        label={t('searchOrders')}
        placeholder={t('searchOrdersHint')}
        id="search-orders"
      />
      <TaskChips
        label={t('show')}
        chips={[
          { to: '/admin/orders', label: t('showAll'), isOn: task === null },
          { to: '/admin/orders?show=unpaid', label: t('showUnpaid'), isOn: task === 'unpaid' },
          { to: '/admin/orders?show=unshipped', label: t('showUnshipped'), isOn: task === 'unshipped' },
        ]}
      />
      <form method="get">
        <DataTable
          caption={t('orders')}
          rows={rows}
          rowKey={({ number }) => number}
          rowName={({ number }) => t('selectOrder', { number })}
          bulkActions={
            <>
              <Button tone="primary" formMethod="post" formAction={to('/admin/orders/fulfilments')}>
                {t('fulfilSelected')}
              </Button>
              <Button formAction={to('/admin/pick-list')}>{t('pickList')}</Button>
              <Button formAction={to('/admin/packing-slips')}>{t('packingSlips')}</Button>
            </>
          }
          empty={<EmptyState title={t('noOrders')} text={t('noOrdersText')} />}
          columns={[
            {
              key: 'number',
              label: t('number'),
              cell: ({ number }) => <Link to={to(`/admin/orders/${number}`)}>{number}</Link>,
            },
            { key: 'placed', label: t('placed'), cell: ({ placedText }) => placedText },
            { key: 'customer', label: t('customer'), cell: ({ customer }) => customer },
            {
              key: 'state',
              label: t('state'),
              cell: ({ status, stateText }) => <StateBadge state={status} label={stateText} />,
            },
            {
              key: 'payable',
              label: t('payable'),
              isNumber: true,
              cell: ({ payable }) => <MoneyText amount={payable} />,
            },
          ]}
        />
      </form>
      <Pagination next={next} isFirst={isFirst} />
    </div>
  );
}
