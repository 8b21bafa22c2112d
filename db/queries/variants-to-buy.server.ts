import { and, eq } from 'drizzle-orm';
import type { QuantityRule } from '#app/domain/catalog/order-quantity.ts';
import { toExact } from '#app/domain/money/exact.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { products, variants } from '#db/schema/catalog.ts';

export type VariantToBuy = { id: string; sku: string; handle: string; minQuantity: string; rule: QuantityRule };

/** Null when there is no such SKU or it is not offered (any more). */
export async function findVariantToBuy(db: DbOrTx, p: { sku: string }): Promise<VariantToBuy | null> {
  const [found] = await db
    .select({
      id: variants.id,
      sku: variants.sku,
      handle: products.handle,
      minQuantity: variants.minQuantity,
      quantityStep: variants.quantityStep,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(eq(variants.sku, p.sku), eq(variants.status, 'active'), eq(products.status, 'active')));
  if (!found) return null;
  const { quantityStep, ...variant } = found;
  return {
    ...variant,
    rule: { minimumQuantity: toExact(variant.minQuantity), quantityStep: toExact(quantityStep) },
  };
}
