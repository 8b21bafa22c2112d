import { and, asc, eq, sql } from 'drizzle-orm';
import type { StockPolicy } from '#app/domain/catalog/states.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { products, stockLevels, variants } from '#db/schema/catalog.ts';

export type ProductVariant = {
  sku: string;
  options: Record<string, string>;
  taxClass: string;
  weightGrams: number;
  leadTimeDays: number;
  minQuantity: string;
  quantityStep: string;
  stockPolicy: StockPolicy;
  /** On the shelf and promised to nobody. */
  available: string;
};

export type ProductPage = {
  handle: string;
  title: Record<string, string>;
  description: Record<string, string>;
  variants: ProductVariant[];
};

/** Null when there is no such product on offer. */
export async function findProductPage(db: DbOrTx, p: { handle: string }): Promise<ProductPage | null> {
  const rows = await db
    .select({
      handle: products.handle,
      title: products.title,
      description: products.description,
      variant: {
        sku: variants.sku,
        options: variants.options,
        taxClass: variants.taxClass,
        weightGrams: variants.weightGrams,
        leadTimeDays: variants.leadTimeDays,
        minQuantity: variants.minQuantity,
        quantityStep: variants.quantityStep,
        stockPolicy: variants.stockPolicy,
        available: sql<string>`coalesce(${stockLevels.onHand} - ${stockLevels.reserved}, 0)`,
      },
    })
    .from(products)
    .innerJoin(variants, eq(variants.productId, products.id))
    .leftJoin(stockLevels, eq(stockLevels.variantId, variants.id))
    .where(and(eq(products.handle, p.handle), eq(products.status, 'active'), eq(variants.status, 'active')))
    .orderBy(asc(variants.position));
  const [first] = rows;
  if (!first) return null;
  const { handle, title, description } = first;
  return { handle, title, description, variants: rows.map(({ variant }) => variant) };
}
