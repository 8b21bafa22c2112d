import { marketOf } from '#app/domain/checkout/markets.ts';
import { add, toExact } from '#app/domain/money/exact.ts';
import { type LineToReturn, returnEnds } from '#app/domain/orders/returns.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { type Order, type OrderLine, readFulfilments, readOrderLines } from '#db/queries/orders.server.ts';
import { type Return, listReturnsOfOrder } from '#db/queries/returns.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';

/** On the road at most, where the way it was sent is no longer offered. */
const usualWorkingDays = [1, 5] as const;

export type OrderToReturn = {
  readonly lines: readonly (LineToReturn & { readonly row: OrderLine })[];
  readonly returns: readonly Return[];
};

/** What of an order may still come back, and until when: what the page shows and the request is held to. */
export async function linesToReturn(db: DbOrTx, order: Order): Promise<OrderToReturn> {
  const [rules, lines, parcels, returns] = await Promise.all([
    readShopRules(db),
    readOrderLines(db, { orderId: order.id }),
    readFulfilments(db, { orderId: order.id }),
    listReturnsOfOrder(db, { orderId: order.id }),
  ]);
  const market = marketOf(rules.markets, order.market);
  const method = rules.shipping.find(
    ({ code, countries }) => code === order.shippingMethod && countries.includes(order.shipTo.country),
  );
  const workingDays = method?.workingDays ?? usualWorkingDays;
  const waiting = returns.filter(({ status }) => status === 'requested' || status === 'approved');
  return {
    returns,
    lines: lines.map((row) => {
      const left = parcels.filter(({ lines: units }) => units.some(({ line }) => line === row.line)).at(-1);
      return {
        row,
        line: row.line,
        fulfilled: toExact(row.fulfilledQuantity),
        returned: toExact(row.returnedQuantity),
        onTheWay: waiting
          .flatMap(({ lines: units }) => units.filter(({ line }) => line === row.line))
          .reduce((sum, { quantity }) => add(sum, toExact(quantity)), toExact('0')),
        endsAt: left ? returnEnds({ leftAt: left.at, market, workingDays }) : null,
      };
    }),
  };
}
