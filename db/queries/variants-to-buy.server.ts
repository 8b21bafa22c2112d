import { and, eq } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { products, variants } from '#db/schema/catalog.ts';

export type VariantToBuy = { id: string; sku: string; handle: string; minQuantity: string };

/** Null when there is no such SKU or it is not offered (any more). */
export async function findVariantToBuy(db: DbOrTx, p: { sku: string }): Promise<VariantToBuy | null> {
  const [found] = await db
    .select({ id: variants.id, sku: variants.sku, handle: products.handle, minQuantity: variants.minQuantity })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(eq(variants.sku, p.sku), eq(variants.status, 'active'), eq(products.status, 'active')));
  return found ?? null;
}
