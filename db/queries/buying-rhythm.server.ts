import { and, countDistinct, eq, gte, inArray, isNotNull, lt, notInArray, sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { products, stockLevels, variants } from '#db/schema/catalog.ts';
import { orderLines, orders } from '#db/schema/orders.ts';
import { type OrderScope, isWithin } from './orders.server';

export type BoughtVariant = {
  sku: string;
  handle: string;
  title: Record<string, string>;
  options: Record<string, string>;
  /** When each order of it was placed; the newest first. */
  placedAt: string[];
  /** Of the newest order of it. */
  quantity: string;
};

const isReal = and(
  isNotNull(orders.placedAt),
  notInArray(orders.status, ['awaiting_payment', 'lapsed', 'cancelled', 'returned']),
);

/** What was ordered within a scope since a moment, of what is still sold, can be had and has nothing to choose; the most
 *  often ordered first. */
export async function listBought(
  db: DbOrTx,
  p: { scope: OrderScope; since: Date; limit: number },
): Promise<BoughtVariant[]> {
  return db
    .select({
      sku: variants.sku,
      handle: products.handle,
      title: products.title,
      options: variants.options,
      placedAt: sql<string[]>`array_agg(${orders.placedAt}::text order by ${orders.placedAt} desc)`,
      quantity: sql<string>`(array_agg(${orderLines.quantity}::text order by ${orders.placedAt} desc))[1]`,
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(stockLevels, eq(stockLevels.variantId, variants.id))
    .where(
      and(
        isWithin(p.scope),
        isReal,
        gte(orders.placedAt, p.since),
        eq(variants.status, 'active'),
        eq(products.status, 'active'),
        sql`${orderLines.configuration} = '{}'::jsonb`,
        sql`(${variants.stockPolicy} = 'backorder' or ${stockLevels.onHand} - ${stockLevels.reserved} >= ${variants.minQuantity})`,
      ),
    )
    .groupBy(variants.id, products.id)
    .orderBy(sql`count(*) desc`, variants.sku)
    .limit(p.limit);
}

/** How many other buyers ordered these between two moments, by SKU. */
export async function countBuyers(
  db: DbOrTx,
  p: { skus: readonly string[]; except: OrderScope; from: Date; to: Date },
): Promise<Map<string, number>> {
  if (p.skus.length === 0) return new Map();
  const rows = await db
    .select({
      sku: orderLines.sku,
      buyers: countDistinct(sql`coalesce(${orders.unitId}, ${orders.personId}, ${orders.id})`),
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(
      and(
        isReal,
        gte(orders.placedAt, p.from),
        lt(orders.placedAt, p.to),
        inArray(orderLines.sku, [...p.skus]),
        sql`(${isWithin(p.except)}) is not true`,
      ),
    )
    .groupBy(orderLines.sku);
  return new Map(rows.map(({ sku, buyers }) => [sku, Number(buyers)]));
}
