import type { AppLoadContext } from '@remix-run/node';
import type { LastOrderData } from '#app/components/shop/last-order.tsx';
import { marketOf } from '#app/domain/checkout/markets.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { money } from '#app/domain/money/money.ts';
import { translator } from '#app/messages/translate.server.ts';
import { type OrderScope, listOrders, readOrderLines } from '#db/queries/orders.server.ts';
import { mayReorder } from './reorder-acts.server';
import type { Viewer } from './viewer.server';

const mostTitles = 3;

/** What this viewer ordered last, and may order again: their own as a consumer, their unit's while buying as one. */
export async function lastOrderOf({ deps }: AppLoadContext, viewer: Viewer): Promise<LastOrderData | null> {
  const { person, buyingAs, locale } = viewer;
  if (!person) return null;
  const scope: OrderScope =
    buyingAs.kind === 'consumer'
      ? { kind: 'person', personId: person.id }
      : { kind: 'company', companyId: buyingAs.company.id, unitIds: [buyingAs.unit.id] };
  const [order] = await listOrders(deps.db, { scope, after: null, limit: 1 });
  if (!order?.placedAt || !mayReorder(viewer, order)) return null;
  const titles = [...new Set((await readOrderLines(deps.db, { orderId: order.id })).map(({ title }) => title))];
  const t = translator(locale, 'orders');
  const more = titles.length - mostTitles;
  return {
    number: order.number,
    titles:
      titles.slice(0, mostTitles).join(', ') +
      (more > 0 ? ` ${translator(locale, 'suggestions')('andMore', { count: more })}` : ''),
    placedText: t('placedOn', {
      day: formatDay(order.placedAt, locales[locale].formats, marketOf(viewer.rules.markets, order.market).timeZone),
    }),
    payable: money(order.payableMinor, order.currency),
  };
}
