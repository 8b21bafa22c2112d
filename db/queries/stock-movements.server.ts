import { desc, eq, inArray } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { products, stockLevels, stockMovements, variants } from '#db/schema/catalog.ts';
import { persons } from '#db/schema/identity.ts';
import { orders } from '#db/schema/orders.ts';

export type StockMovement = {
  id: string;
  change: string;
  reason: string;
  order: string | null;
  by: string | null;
  at: Date;
};

/** A SKU as it lies on the shelf. Null when nothing is called so. */
export async function findStock(
  db: DbOrTx,
  p: { sku: string },
): Promise<{ variantId: string; title: Record<string, string>; onHand: string; reserved: string } | null> {
  const [row] = await db
    .select({
      variantId: variants.id,
      title: products.title,
      onHand: stockLevels.onHand,
      reserved: stockLevels.reserved,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(stockLevels, eq(stockLevels.variantId, variants.id))
    .where(eq(variants.sku, p.sku));
  return row ? { ...row, onHand: row.onHand ?? '0', reserved: row.reserved ?? '0' } : null;
}

/** Everything that came and went, the newest first. */
export const listStockMovements = (db: DbOrTx, p: { variantId: string; limit: number }): Promise<StockMovement[]> =>
  db
    .select({
      id: stockMovements.id,
      change: stockMovements.change,
      reason: stockMovements.reason,
      order: orders.number,
      by: persons.name,
      at: stockMovements.at,
    })
    .from(stockMovements)
    .leftJoin(orders, eq(orders.id, stockMovements.orderId))
    .leftJoin(persons, eq(persons.id, stockMovements.personId))
    .where(eq(stockMovements.variantId, p.variantId))
    .orderBy(desc(stockMovements.at), desc(stockMovements.id))
    .limit(p.limit);

/** What lies on the shelf of these variants, by SKU. */
export async function listShelfStock(
  db: DbOrTx,
  p: { variantIds: readonly string[] },
): Promise<{ sku: string; onHand: string; reserved: string }[]> {
  if (p.variantIds.length === 0) return [];
  return db
    .select({ sku: variants.sku, onHand: stockLevels.onHand, reserved: stockLevels.reserved })
    .from(variants)
    .innerJoin(stockLevels, eq(stockLevels.variantId, variants.id))
    .where(inArray(variants.id, [...p.variantIds]))
    .orderBy(variants.sku);
}
