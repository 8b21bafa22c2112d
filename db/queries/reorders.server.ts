import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { orders } from '#db/schema/orders.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { reorders } from '#db/schema/reorders.ts';

export type Reorder = typeof reorders.$inferSelect;

export async function addReorder(db: DbOrTx, p: typeof reorders.$inferInsert): Promise<void> {
  await db.insert(reorders).values(p);
}

/** Null when missing, or not this person's. */
export async function findReorder(db: DbOrTx, p: { id: string; personId: string }): Promise<Reorder | null> {
  const [row] = await db
    .select()
    .from(reorders)
    .where(and(eq(reorders.id, p.id), eq(reorders.personId, p.personId)));
  return row ?? null;
}

const notLiving = ['lapsed', 'cancelled'] as const;

/** What this person made of the same order by one click, while it can still be undone. Null when there is none, or it
 *  was never paid, undone or cancelled. */
export async function findLiveReorder(
  db: DbOrTx,
  p: { orderId: string; personId: string; at: Date },
): Promise<Reorder | null> {
  const [row] = await db
    .select({ reorder: reorders })
    .from(reorders)
    .leftJoin(orders, eq(orders.id, reorders.newOrderId))
    .leftJoin(purchaseOrders, eq(purchaseOrders.id, reorders.newPurchaseOrderId))
    .where(
      and(
        eq(reorders.orderId, p.orderId),
        eq(reorders.personId, p.personId),
        eq(reorders.status, 'committed'),
        eq(reorders.via, 'page'),
        gt(reorders.undoUntil, p.at),
        sql`coalesce(${orders.status}, '') not in ${[...notLiving]}`,
        sql`coalesce(${purchaseOrders.status}, '') not in ('cancelled', 'rejected', 'expired')`,
      ),
    )
    .orderBy(desc(reorders.committedAt))
    .limit(1);
  return row?.reorder ?? null;
}

/** What a new order, or the purchase order it came through, was made by. Null when it was not ordered again. */
export async function findReorderBehind(
  db: DbOrTx,
  p: { orderId: string; purchaseOrderId: string | null },
): Promise<Reorder | null> {
  const [row] = await db
    .select()
    .from(reorders)
    .where(
      and(
        p.purchaseOrderId ? eq(reorders.newPurchaseOrderId, p.purchaseOrderId) : eq(reorders.newOrderId, p.orderId),
        inArray(reorders.status, ['committed', 'undone']),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** What the preview became. The caller holds its lock. */
export async function settleReorder(
  tx: Tx,
  p: { id: string; set: Partial<typeof reorders.$inferInsert> },
): Promise<void> {
  await tx.update(reorders).set(p.set).where(eq(reorders.id, p.id));
}
