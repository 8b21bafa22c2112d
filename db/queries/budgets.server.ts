import { and, eq, ne, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { budgetUses } from '#db/schema/purchase-orders.ts';

/** What documents hold and have spent of a cost centre's period, but for the one asked about. */
export async function readBudgetUse(
  db: DbOrTx,
  p: { costCentreId: string; period: string; except: string },
): Promise<{ reservedMinor: bigint; spentMinor: bigint }> {
  const [row] = await db
    .select({
      reserved: sql<string>`coalesce(sum(${budgetUses.amountMinor}) filter (where ${budgetUses.status} = 'reserved'), 0)::text`,
      spent: sql<string>`coalesce(sum(${budgetUses.amountMinor}) filter (where ${budgetUses.status} = 'spent'), 0)::text`,
    })
    .from(budgetUses)
    .where(
      and(
        eq(budgetUses.costCentreId, p.costCentreId),
        eq(budgetUses.period, p.period),
        ne(budgetUses.purchaseOrderId, p.except),
      ),
    );
  return { reservedMinor: BigInt(row?.reserved ?? '0'), spentMinor: BigInt(row?.spent ?? '0') };
}

export type NewBudgetUse = typeof budgetUses.$inferInsert;

/** The caller holds the lock on the cost centre. */
export async function reserveBudget(tx: Tx, p: Omit<NewBudgetUse, 'status'>): Promise<void> {
  await tx
    .insert(budgetUses)
    .values({ ...p, status: 'reserved' })
    .onConflictDoUpdate({
      target: [budgetUses.purchaseOrderId, budgetUses.revision],
      set: { ...p, status: 'reserved' },
    });
}

/** What the document holds is free again, or spent for good. Does nothing twice. */
export async function settleBudget(
  tx: Tx,
  p: { purchaseOrderId: string; as: 'spent' | 'released'; at: Date },
): Promise<void> {
  await tx
    .update(budgetUses)
    .set({ status: p.as, at: p.at })
    .where(and(eq(budgetUses.purchaseOrderId, p.purchaseOrderId), eq(budgetUses.status, 'reserved')));
}

/** What a placed document has spent is free again: its order was cancelled. Does nothing twice. */
export async function returnSpentBudget(tx: Tx, p: { purchaseOrderId: string; at: Date }): Promise<void> {
  await tx
    .update(budgetUses)
    .set({ status: 'released', at: p.at })
    .where(and(eq(budgetUses.purchaseOrderId, p.purchaseOrderId), eq(budgetUses.status, 'spent')));
}
