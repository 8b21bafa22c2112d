import type { AppLoadContext } from '@remix-run/node';
import { compare, subtract, toExact } from '#app/domain/money/exact.ts';
import { amountString, money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { mayBeCancelled, mayBeFulfilled } from '#app/domain/orders/lifecycle.ts';
import { readOrderNumber } from '#app/domain/orders/order-number.ts';
import { type Order, findOrder, readOrderLines } from '#db/queries/orders.server.ts';
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

/** The order with what may still be done about it. */
export async function adminOrderView(request: Request, { deps }: AppLoadContext, order: Order) {
  const [view, lines, promised, returned] = await Promise.all([
    orderView(deps.db, order, localeOf(request)),
    readOrderLines(deps.db, { orderId: order.id }),
    sumRefundsOfOrder(deps.db, { orderId: order.id }),
    returnView(deps.db, order, { locale: localeOf(request), at: deps.now() }),
  ]);
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
  };
}
