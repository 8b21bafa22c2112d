import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { AccountPage } from '#app/components/account/account-page.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ReorderButton } from '#app/components/shop/reorder-button.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { marketOf } from '#app/domain/checkout/markets.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { money } from '#app/domain/money/money.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { mayReorder } from '#app/http/reorder-acts.server.ts';
import { requirePerson } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';
import { type OrderScope, listOrders } from '#db/queries/orders.server.ts';

export const handle: RouteHandle = { messages: ['orders', 'account'] };

const pageSize = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(request, context);
  const locale = localeOf(request);
  const { formats } = locales[locale];
  const t = translator(locale, 'orders');
  const cursor = readCursor(new URL(request.url).searchParams.get('after') ?? '', 2);
  const scope: OrderScope =
    viewer.scope?.kind === 'units'
      ? { kind: 'company', companyId: viewer.scope.company, unitIds: viewer.scope.units }
      : { kind: 'person', personId: viewer.person.id };
  const found = await listOrders(context.deps.db, {
    scope,
    after: cursor ? { placedAt: new Date(String(cursor[0])), id: String(cursor[1]) } : null,
    limit: pageSize + 1,
  });
  const page = found.slice(0, pageSize);
  const last = found.length > pageSize ? page.at(-1) : undefined;
  return {
    orders: page.map((order) => ({
      number: order.number,
      status: order.status,
      stateText: t(`state_${order.status}`),
      placedText: order.placedAt
        ? t('placedOn', {
            day: formatDay(order.placedAt, formats, marketOf(viewer.rules.markets, order.market).timeZone),
          })
        : '',
      payable: money(order.payableMinor, order.currency),
      mayReorder: mayReorder(viewer, order),
    })),
    older: last?.placedAt ? writeCursor([last.placedAt.toISOString(), last.id]) : null,
  };
}

export default function Orders() {
  const t = useMessages('orders');
  const to = useLocalePath();
  const { orders, older } = useLoaderData<typeof loader>();
  return (
    <AccountPage title={t('listTitle')}>
      {orders.length === 0 && <p className="text-ink-soft">{t('listEmpty')}</p>}
      <ul>
        {orders.map((order) => (
          <li
            key={order.number}
            className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 border-b border-line py-4 sm:grid-cols-[1fr_auto_7rem_auto]"
          >
            <span className="min-w-0 max-sm:col-span-2">
              <Link to={to(`/orders/${order.number}`)} className="font-medium underline underline-offset-2">
                {t('title', { number: order.number })}
              </Link>
              <span className="block text-sm text-ink-soft">{order.placedText}</span>
            </span>
            <span className="flex items-center gap-3 sm:contents">
              <StateBadge state={order.status} label={order.stateText} />
              <MoneyText amount={order.payable} className="text-end font-medium" />
            </span>
            {order.mayReorder && <ReorderButton number={order.number} words={t('reorder')} />}
          </li>
        ))}
      </ul>
      {older && (
        <Link to={to(`/account/orders?after=${encodeURIComponent(older)}`)} className="underline underline-offset-2">
          {t('listMore')}
        </Link>
      )}
    </AccountPage>
  );
}
