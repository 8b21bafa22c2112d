import { eq, inArray, sql } from 'drizzle-orm';
import type { StockPolicy } from '#app/domain/catalog/states.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { categories, products, stockLevels, variants } from '#db/schema/catalog.ts';

/** A variant as a document's line keeps it. */
export type VariantToOrder = {
  id: string;
  sku: string;
  title: Record<string, string>;
  options: Record<string, string>;
  category: string | null;
  taxClass: string;
  weightGrams: number;
  leadTimeDays: number;
  stockPolicy: StockPolicy;
  /** On the shelf and promised to nobody. */
  available: string;
  cost: Record<string, string>;
  isOffered: boolean;
};

/** By SKU; what is unknown is not there. */
export async function readVariantsToOrder(
  db: DbOrTx,
  p: { skus: readonly string[] },
): Promise<Map<string, VariantToOrder>> {
  if (p.skus.length === 0) return new Map();
  const rows = await db
    .select({
      id: variants.id,
      sku: variants.sku,
      title: products.title,
      options: variants.options,
      category: categories.path,
      taxClass: variants.taxClass,
      weightGrams: variants.weightGrams,
      leadTimeDays: variants.leadTimeDays,
      stockPolicy: variants.stockPolicy,
      available: sql<string>`coalesce(${stockLevels.onHand} - ${stockLevels.reserved}, 0)`,
      cost: variants.cost,
      isOffered: sql<boolean>`${variants.status} = 'active' and ${products.status} = 'active'`,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(categories, eq(categories.id, products.categoryId))
    .leftJoin(stockLevels, eq(stockLevels.variantId, variants.id))
    .where(inArray(variants.sku, [...new Set(p.skus)]));
  return new Map(rows.map((row) => [row.sku, row]));
}

export async function listVariantIds(db: DbOrTx, p: { skus: readonly string[] }): Promise<string[]> {
  const rows = await db
    .select({ id: variants.id })
    .from(variants)
    .where(inArray(variants.sku, [...new Set(p.skus)]));
  return rows.map(({ id }) => id);
}
