import { asc, eq } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { purchaseOrderComments } from '#db/schema/purchase-orders.ts';

export type PurchaseOrderComment = typeof purchaseOrderComments.$inferSelect;

export async function addComment(tx: Tx, p: PurchaseOrderComment): Promise<void> {
  await tx.insert(purchaseOrderComments).values(p);
}

/** Whoever asks has found the purchase order within their scope. Oldest first. */
export async function listComments(db: DbOrTx, p: { purchaseOrderId: string }): Promise<PurchaseOrderComment[]> {
  return db
    .select()
    .from(purchaseOrderComments)
    .where(eq(purchaseOrderComments.purchaseOrderId, p.purchaseOrderId))
    .orderBy(asc(purchaseOrderComments.at), asc(purchaseOrderComments.id));
}
