import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { lowStockUnits } from '#app/domain/catalog/low-stock.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { products, stockLevels, variants } from '#db/schema/catalog.ts';
import { holdsWords } from './holds-words';

export type ListedStock = { sku: string; title: Record<string, string>; onHand: string; reserved: string };

/** On the shelf and sold only from it, with few units free. Variants, their products and levels are joined. */
export const isLow = and(
  eq(variants.status, 'active'),
  eq(variants.stockPolicy, 'deny'),
  eq(products.status, 'active'),
  sql`coalesce(${stockLevels.onHand}, 0) - coalesce(${stockLevels.reserved}, 0) <= ${lowStockUnits}`,
);

/** Stock by SKU; `after` is the last SKU of the page before. */
export async function searchStock(
  db: DbOrTx,
  p: { words: string; isLowOnly?: boolean; after: string | null; limit: number },
): Promise<ListedStock[]> {
  return db
    .select({
      sku: variants.sku,
      title: products.title,
      onHand: sql<string>`coalesce(${stockLevels.onHand}, 0)`,
      reserved: sql<string>`coalesce(${stockLevels.reserved}, 0)`,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(stockLevels, eq(stockLevels.variantId, variants.id))
    .where(
      and(
        p.isLowOnly ? isLow : undefined,
        holdsWords(p.words, variants.sku, sql`${products.title}::text`),
        p.after === null ? undefined : gt(variants.sku, p.after),
      ),
    )
    .orderBy(asc(variants.sku))
    .limit(p.limit);
}
