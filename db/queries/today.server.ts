import { type SQL, and, inArray, or, sql } from 'drizzle-orm';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { boughtStatuses } from '#app/domain/orders/lifecycle.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { products, reviews, stockLevels, variants } from '#db/schema/catalog.ts';
import { returns } from '#db/schema/invoices.ts';
import { orders } from '#db/schema/orders.ts';
import { webhookDeliveries, webhookEndpoints } from '#db/schema/webhooks.ts';
import { isTask } from './order-lists.server';
import { isUnderWay } from './returns.server';
import { isLow } from './stock-lists.server';

export type Tasks = {
  unpaid: number;
  unshipped: number;
  returns: number;
  reviews: number;
  low: number;
  jobs: number;
  deliveries: number;
};

/** What waits for the store's people in orders, returns, stock, jobs and webhooks. One statement. */
export async function countTasks(db: DbOrTx): Promise<Tasks> {
  const [row] = await db.execute<Tasks>(sql`select
    (select count(*)::int from ${orders} where ${isTask('unpaid')}) as unpaid,
    (select count(*)::int from ${orders} where ${isTask('unshipped')}) as unshipped,
    (select count(*)::int from ${returns} where ${isUnderWay}) as returns,
    (select count(*)::int from ${reviews} where ${reviews.status} = 'waiting') as reviews,
    (select count(*)::int from ${variants} join ${products} on ${products.id} = ${variants.productId}
      left join ${stockLevels} on ${stockLevels.variantId} = ${variants.id}
      where ${isLow}) as low,
    (select count(*)::int from graphile_worker._private_jobs where attempts >= max_attempts) as jobs,
    (select count(*)::int from ${webhookDeliveries} join ${webhookEndpoints}
      on ${webhookEndpoints.id} = ${webhookDeliveries.endpointId} and ${webhookEndpoints.isActive}
      and ${webhookEndpoints.companyId} is null where ${webhookDeliveries.status} = 'failed') as deliveries`);
  return row ?? { unpaid: 0, unshipped: 0, returns: 0, reviews: 0, low: 0, jobs: 0, deliveries: 0 };
}

export type ChannelSales = {
  channel: (typeof orders.$inferSelect)['channel'];
  currency: CurrencyCode;
  orders: number;
  totalMinor: bigint;
  ordersBefore: number;
  totalMinorBefore: bigint;
};
type Period = { from: Date; until: Date };

/** Orders of both periods, cancelled ones left out, by channel and currency; totals before tax and freight. One
 *  statement. */
export async function sumSales(db: DbOrTx, p: { today: Period; weekAgo: Period }): Promise<ChannelSales[]> {
  const within = ({ from, until }: Period) =>
    sql`(${orders.placedAt} >= ${from.toISOString()}::timestamptz and ${orders.placedAt} < ${until.toISOString()}::timestamptz)`;
  const isToday = within(p.today);
  const isBefore = within(p.weekAgo);
  const sum = (period: SQL) => sql<string>`coalesce(sum(${orders.totalMinor}) filter (where ${period}), 0)::text`;
  const count = (period: SQL) => sql<number>`(count(*) filter (where ${period}))::int`;
  const rows = await db
    .select({
      channel: orders.channel,
      currency: orders.currency,
      orders: count(isToday),
      total: sum(isToday),
      ordersBefore: count(isBefore),
      totalBefore: sum(isBefore),
    })
    .from(orders)
    .where(and(inArray(orders.status, [...boughtStatuses]), or(isToday, isBefore)))
    .groupBy(orders.channel, orders.currency)
    .orderBy(orders.currency, orders.channel);
  return rows.map(({ total, totalBefore, ...row }) => ({
    ...row,
    totalMinor: BigInt(total),
    totalMinorBefore: BigInt(totalBefore),
  }));
}
