import type { Deps } from '#app/deps.server.ts';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay } from '#app/domain/access/permissions.ts';
import { marketOf } from '#app/domain/checkout/markets.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { isOrdered } from '#app/domain/orders/lifecycle.ts';
import { translator } from '#app/messages/translate.server.ts';
import { readUndoUntil } from '#app/use-cases/orders/undo-reorder.server.ts';
import type { Order } from '#db/queries/orders.server.ts';
import type { Viewer } from './viewer.server';

/** Whether this viewer may order it again: their own as a consumer, or as a buyer of the unit it was for. */
export function mayReorder(
  viewer: Viewer,
  order: Pick<Order, 'status' | 'personId' | 'companyId' | 'unitId'>,
): boolean {
  if (!isOrdered(order.status) || !viewer.person) return false;
  const { buyingAs } = viewer;
  if (!order.companyId) return buyingAs.kind === 'consumer' && order.personId === viewer.person.id;
  return (
    buyingAs.kind !== 'consumer' &&
    buyingAs.company.id === order.companyId &&
    memberMay(buyingAs.member, 'submit_purchase_orders', unitId(order.unitId ?? buyingAs.unit.id))
  );
}

/** The button to order again, and the words about undoing what was ordered so moments ago. */
export async function reorderActs(
  deps: Pick<Deps, 'db' | 'now'>,
  { order, viewer, locale }: { order: Order; viewer: Viewer; locale: Locale },
): Promise<{ mayReorder: boolean; undoText: string | null }> {
  const until = viewer.person ? await readUndoUntil(deps, { order, personId: viewer.person.id }) : null;
  const time =
    until && formatInstant(until, locales[locale].formats, marketOf(viewer.rules.markets, order.market).timeZone);
  return {
    mayReorder: mayReorder(viewer, order),
    undoText: time && translator(locale, 'orders')('undoUntil', { time }),
  };
}
