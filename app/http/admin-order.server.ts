import type { AppLoadContext } from '@remix-run/node';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { compare, subtract, toExact } from '#app/domain/money/exact.ts';
import { amountString, money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { mayBeCancelled, mayBeFulfilled } from '#app/domain/orders/lifecycle.ts';
import { readOrderNumber } from '#app/domain/orders/order-number.ts';
import { type Order, findOrder, readOrderLines } from '#db/queries/orders.server.ts';
import { listMailsOfOrder } from '#db/queries/outbox.server.ts';
import { listShelfStock } from '#db/queries/stock-movements.server.ts';
import { sumRefundsOfOrder } from '#db/queries/payments.server.ts';
import { localeOf } from './locale.server';
import { orderPapers } from './order-papers.server';
import { orderView } from './order-view.server';
import { returnView } from './return-view.server';
import { notFound, requireStaff } from './require-actor.server';

/** The order a back-office page is about, for whoever manages orders. */
export async function orderForStaff(request: Request, context: AppLoadContext, wanted: string | undefined) {
  const { actor } = await requireStaff(request, context, 'manage_orders');
  const number = readOrderNumber(wanted ?? '');
  const order = number && (await findOrder(context.deps.db, { scope: { kind: 'staff' }, number }));
  if (!order) throw notFound();
  return { order, by: { personId: actor.person, via: actor.via } };
}

const mostMails = 100;
const mailState = (status: string) =>
  status === 'sent'
    ? ('sent' as const)
    : ['waiting', 'sending'].includes(status)
      ? ('waiting' as const)
      : ('failed' as const);

/** The order with what may still be done about it. */
export async function adminOrderView(request: Request, { deps }: AppLoadContext, order: Order) {
  const [view, lines, promised, returned, mails] = await Promise.all([
    orderView(deps, order, localeOf(request)),
    readOrderLines(deps.db, { orderId: order.id }),
    sumRefundsOfOrder(deps.db, { orderId: order.id }),
    returnView(deps.db, order, { locale: localeOf(request), at: deps.now() }),
    listMailsOfOrder(deps.db, { recipient: order.email, number: order.number, limit: mostMails }),
  ]);
  const shelf = await listShelfStock(deps.db, { variantIds: lines.flatMap(({ variantId }) => variantId ?? []) });
  const { formats } = locales[localeOf(request)];
  const left = money(order.paidMinor - promised, order.currency);
  const unshipped = lines
    .map((line) => ({
      line: line.line,
      title: line.title,
      sku: line.sku,
      left: subtract(toExact(line.quantity), toExact(line.fulfilledQuantity)),
    }))
    .filter(({ left: units }) => compare(units, toExact('0')) > 0)
    .map((line) => ({ ...line, left: toDecimalString(line.left, 6) }));
  return {
    order: view,
    currency: order.currency,
    unshipped: mayBeFulfilled(order.status) ? unshipped : [],
    refundable: left.minor > 0n ? { amount: left, text: amountString(left) } : null,
    mayCancel: mayBeCancelled(order.status),
    returns: returned.returns,
    papers: await orderPapers(deps.db, order),
    shelf: shelf.map(({ sku, onHand, reserved }) => ({
      sku,
      onHand: formatQuantity(toExact(onHand), formats),
      free: formatQuantity(subtract(toExact(onHand), toExact(reserved)), formats),
    })),
    mails: mails.map(({ id, template, subject, status, createdAt }) => ({
      id,
      subject: subject ?? template.replaceAll('-', ' '),
      state: mailState(status),
      at: formatInstant(createdAt, formats, storeTimeZone),
    })),
  };
}
