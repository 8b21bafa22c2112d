import { and, asc, eq, gt, ilike, or, sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { products, stockLevels, variants } from '#db/schema/catalog.ts';

export type ListedStock = { sku: string; title: Record<string, string>; onHand: string; reserved: string };

/** Stock by SKU; `after` is the last SKU of the page before. */
export async function searchStock(
  db: DbOrTx,
  p: { words: string; after: string | null; limit: number },
): Promise<ListedStock[]> {
  const like = `%${p.words.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
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
        p.words === '' ? undefined : or(ilike(variants.sku, like), sql`${products.title}::text ilike ${like}`),
        p.after === null ? undefined : gt(variants.sku, p.after),
      ),
    )
    .orderBy(asc(variants.sku))
    .limit(p.limit);
}
