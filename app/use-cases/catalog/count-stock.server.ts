import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { setStock } from '#db/queries/save-products.server.ts';

/** Says what is on the shelf; what is promised to payments and documents stays promised. */
export async function countStock(
  { db, now }: Deps,
  input: { sku: string; onHand: string; reason: string; personId?: string | null },
): Promise<Outcome<null, 'unknown_sku'>> {
  return db.transaction(async (tx) => {
    const { unknown } = await setStock(tx, {
      counts: [{ sku: input.sku, onHand: input.onHand }],
      reason: input.reason,
      personId: input.personId ?? null,
      at: now(),
    });
    return unknown.length > 0 ? refused('unknown_sku') : ok(null);
  });
}
