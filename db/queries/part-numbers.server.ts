import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { codeKey } from '#app/domain/catalog/code-key.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { products, variants } from '#db/schema/catalog.ts';
import { partNumbers } from '#db/schema/part-numbers.ts';
import { inBatches } from './in-batches';

export type NamedArticle = { variantId: string; sku: string; unit: string };

const batch = 5_000;

/** Articles by what somebody wrote: the SKU itself, the company's own number for it, or the SKU written differently, in
 *  this order. Two statements for any number of codes up to a batch. */
export async function findArticles(
  db: DbOrTx,
  p: { codes: readonly string[]; companyId: string | null },
): Promise<Map<string, NamedArticle>> {
  const found = new Map<string, NamedArticle>();
  await inBatches(p.codes, batch, async (codes) => {
    const keys = [...new Set(codes.map(codeKey).filter(Boolean))];
    const columns = { variantId: variants.id, sku: variants.sku, unit: variants.unit };
    const bySku = await db
      .select({ ...columns, key: variants.skuKey })
      .from(variants)
      .where(inArray(variants.skuKey, keys))
      .orderBy(asc(variants.sku));
    const own = p.companyId
      ? await db
          .select({ ...columns, key: partNumbers.codeKey })
          .from(partNumbers)
          .innerJoin(variants, eq(variants.id, partNumbers.variantId))
          .where(and(eq(partNumbers.companyId, p.companyId), inArray(partNumbers.codeKey, keys)))
      : [];
    const exact = new Map(bySku.map((row) => [row.sku, row]));
    const byKey = new Map([...bySku.toReversed(), ...own].map((row) => [row.key, row]));
    for (const code of codes) {
      const row = exact.get(code) ?? byKey.get(codeKey(code));
      if (row) found.set(code, { variantId: row.variantId, sku: row.sku, unit: row.unit });
    }
  });
  return found;
}

export async function savePartNumbers(
  tx: Tx,
  p: { companyId: string; numbers: readonly { code: string; variantId: string }[]; at: Date },
): Promise<void> {
  const rows = new Map(p.numbers.map(({ code, variantId }) => [codeKey(code), { code, variantId }]));
  await inBatches([...rows], batch, (part) =>
    tx
      .insert(partNumbers)
      .values(part.map(([key, row]) => ({ ...row, companyId: p.companyId, codeKey: key, changedAt: p.at })))
      .onConflictDoUpdate({
        target: [partNumbers.companyId, partNumbers.codeKey],
        set: {
          code: sql`excluded.code`,
          variantId: sql`excluded.variant_id`,
          changedAt: sql`excluded.changed_at`,
        },
      }),
  );
}

export async function removePartNumber(tx: Tx, p: { companyId: string; code: string }): Promise<void> {
  await tx
    .delete(partNumbers)
    .where(and(eq(partNumbers.companyId, p.companyId), eq(partNumbers.codeKey, codeKey(p.code))));
}

export type PartNumberRow = { code: string; key: string; sku: string; title: Record<string, string> };

export async function listPartNumbers(
  db: DbOrTx,
  p: { companyId: string; after: string | null; limit: number },
): Promise<PartNumberRow[]> {
  return db
    .select({ code: partNumbers.code, key: partNumbers.codeKey, sku: variants.sku, title: products.title })
    .from(partNumbers)
    .innerJoin(variants, eq(variants.id, partNumbers.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(eq(partNumbers.companyId, p.companyId), p.after === null ? undefined : gt(partNumbers.codeKey, p.after)))
    .orderBy(asc(partNumbers.codeKey))
    .limit(p.limit);
}
