import type { Deps } from '#app/deps.server.ts';
import { isLocale, locales } from '#app/domain/i18n/locales.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { failureReason } from '#app/messages/failure-reason.server.ts';
import type { Tx } from '#db/client.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import type { PurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { queueEmail } from '../mail/queue-email.server';

export const purchaseOrderNews = [
  'rejected',
  'changes_requested',
  'placed',
  'expired',
  'blocked',
  'failed',
  'cancelled',
  'to_pay',
  'to_confirm',
] as const;
export type PurchaseOrderNews = (typeof purchaseOrderNews)[number];

export const purchaseOrderUrl = ({ settings }: Pick<Deps, 'settings'>, id: string) =>
  `${settings.origin}/company/purchase-orders/${id}`;

/** Everyone who made the revision hears what became of it, once, in their own language. */
export async function tellRequesters(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: {
    order: Pick<PurchaseOrder, 'id' | 'revision' | 'requesters' | 'number' | 'currency' | 'totalMinor'>;
    news: PurchaseOrderNews;
    reason?: string;
    at: Date;
  },
): Promise<void> {
  const { order } = p;
  const people = await namePersons(tx, { ids: order.requesters });
  for (const person of people.values()) {
    if (!person.email) continue;
    const locale = isLocale(person.locale) ? person.locale : 'en';
    await queueEmail(tx, {
      key: `purchase_order:${order.id}:${order.revision}:${p.news}:${person.id}`,
      template: 'purchase-order-news',
      to: person.email,
      locale,
      at: p.at,
      props: {
        name: person.name,
        news: p.news,
        number: order.number,
        total: formatMoney(money(order.totalMinor, order.currency), locales[locale].formats),
        reason: p.news === 'failed' ? failureReason(locale, p.reason ?? '') : (p.reason ?? ''),
        url: purchaseOrderUrl(deps, order.id),
      },
    });
  }
}
