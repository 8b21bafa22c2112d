import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ReturnStatus } from '#app/domain/orders/returns.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { returns } from '#db/schema/invoices.ts';
import { orders } from '#db/schema/orders.ts';

export type Return = typeof returns.$inferSelect;

export async function addReturn(tx: Tx, p: typeof returns.$inferInsert): Promise<void> {
  await tx.insert(returns).values(p);
}

/** Whoever asks has found the order within their scope. Oldest first. */
export async function listReturnsOfOrder(db: DbOrTx, p: { orderId: string }): Promise<Return[]> {
  return db
    .select()
    .from(returns)
    .where(eq(returns.orderId, p.orderId))
    .orderBy(asc(returns.createdAt), asc(returns.id));
}

/** Changes nothing and returns false unless it is still in `from`. */
export async function moveReturn(
  tx: Tx,
  p: {
    id: string;
    from: ReturnStatus;
    to: ReturnStatus;
    at: Date;
    set?: { answer?: string; restocked?: number[]; refundId?: string | null; creditNoteId?: string | null };
  },
): Promise<boolean> {
  const moved = await tx
    .update(returns)
    .set({ ...p.set, status: p.to, changedAt: p.at, version: sql`${returns.version} + 1` })
    .where(and(eq(returns.id, p.id), eq(returns.status, p.from)))
    .returning({ id: returns.id });
  return moved.length > 0;
}

export type ReturnToWork = Return & { number: string; email: string };

/** What has still to be answered or to come in. */
export const isUnderWay = inArray(returns.status, ['requested', 'approved']);

/** What waits for the store's people, the newest first, after the one a page ended with. */
export async function listReturnsUnderWay(
  db: DbOrTx,
  p: { after: { at: Date; id: string } | null; limit: number },
): Promise<ReturnToWork[]> {
  const rows = await db
    .select({ one: returns, number: orders.number, email: orders.email })
    .from(returns)
    .innerJoin(orders, eq(orders.id, returns.orderId))
    .where(
      and(
        isUnderWay,
        p.after
          ? sql`(${returns.createdAt}, ${returns.id}) < (${p.after.at.toISOString()}::timestamptz, ${p.after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(returns.createdAt), desc(returns.id))
    .limit(p.limit);
  return rows.map(({ one, number, email }) => ({ ...one, number, email }));
}
