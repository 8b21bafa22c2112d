import type { Deps } from '#app/deps.server.ts';
import { type Locale, defaultLocale, isLocale, localePath, locales } from '#app/domain/i18n/locales.ts';
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
  'commented',
] as const;
export type PurchaseOrderNews = (typeof purchaseOrderNews)[number];

/** Its page, in the reader's language. */
export const purchaseOrderUrl = ({ settings }: Pick<Deps, 'settings'>, id: string, locale: Locale = defaultLocale) =>
  settings.origin + localePath(`/company/purchase-orders/${id}`, locale);

type Told = Pick<PurchaseOrder, 'id' | 'revision' | 'requesters' | 'number' | 'currency' | 'totalMinor'>;
type News = { order: Told; news: PurchaseOrderNews; reason?: string; at: Date };

/** Everyone who made the revision hears what became of it, once, in their own language. */
export const tellRequesters = (deps: Pick<Deps, 'settings'>, tx: Tx, p: News): Promise<void> =>
  tellPeople(deps, tx, { ...p, people: p.order.requesters, key: `${p.order.revision}:${p.news}` });

/** The same for whoever else is concerned; `key` names the act within the purchase order. */
export async function tellPeople(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: News & { people: readonly string[]; key: string },
): Promise<void> {
  const { order } = p;
  if (p.people.length === 0) return;
  const people = await namePersons(tx, { ids: [...p.people] });
  for (const person of people.values()) {
    if (!person.email) continue;
    const locale = isLocale(person.locale) ? person.locale : defaultLocale;
    await queueEmail(tx, {
      key: `purchase_order:${order.id}:${p.key}:${person.id}`,
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
        url: purchaseOrderUrl(deps, order.id, locale),
      },
    });
  }
}
