import type { Tx } from '#db/client.server.ts';
import { lockStock } from '#db/locks.server.ts';
import { ensureStockRows } from '#db/queries/stock.server.ts';
import { listVariantIds } from '#db/queries/variants-to-order.server.ts';
import type { StoredReorderLine } from '#db/schema/reorders.ts';

/** Everything a preview may take from, so that the resolver's shelf stands still until the order is written. */
export async function lockShelf(
  tx: Tx,
  p: { lines: readonly Pick<StoredReorderLine, 'sku' | 'offers'>[]; at: Date },
): Promise<void> {
  const skus = new Set(p.lines.flatMap(({ sku, offers }) => [sku, ...offers.map((offer) => offer.sku)]));
  const known = await listVariantIds(tx, { skus: [...skus] });
  await ensureStockRows(tx, { variantIds: known, at: p.at });
  await lockStock(tx, { variantIds: known });
}
