import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { transfers } from '#db/schema/invoices.ts';

export type Transfer = typeof transfers.$inferSelect;

/** False when the bank's reference was recorded before: nothing is written then. */
export async function addTransfer(tx: Tx, p: typeof transfers.$inferInsert): Promise<boolean> {
  const added = await tx.insert(transfers).values(p).onConflictDoNothing().returning({ id: transfers.id });
  return added.length > 0;
}

/** Puts more of what came on invoices. False when less than that is left. */
export async function useTransfer(tx: Tx, p: { id: string; minor: bigint }): Promise<boolean> {
  const used = await tx
    .update(transfers)
    .set({ usedMinor: sql`${transfers.usedMinor} + ${p.minor}` })
    .where(and(eq(transfers.id, p.id), sql`${transfers.usedMinor} + ${p.minor} <= ${transfers.amountMinor}`))
    .returning({ id: transfers.id });
  return used.length > 0;
}

/** Whoever asks may see the company's account. The newest first. */
export async function listTransfers(db: DbOrTx, p: { companyId: string; limit: number }): Promise<Transfer[]> {
  return db
    .select()
    .from(transfers)
    .where(eq(transfers.companyId, p.companyId))
    .orderBy(desc(transfers.at), desc(transfers.id))
    .limit(p.limit);
}

/** Those of which something is left, oldest first. The caller holds the lock on the company. */
export async function listUnusedTransfers(tx: Tx, p: { companyId: string }): Promise<Transfer[]> {
  return tx
    .select()
    .from(transfers)
    .where(and(eq(transfers.companyId, p.companyId), sql`${transfers.usedMinor} < ${transfers.amountMinor}`))
    .orderBy(asc(transfers.at), asc(transfers.id));
}

/** What a company has paid that stands on no invoice yet, in minor units of its currency. */
export async function sumUnused(db: DbOrTx, p: { companyId: string }): Promise<bigint> {
  const [row] = await db
    .select({ left: sql<string>`coalesce(sum(${transfers.amountMinor} - ${transfers.usedMinor}), 0)::text` })
    .from(transfers)
    .where(eq(transfers.companyId, p.companyId));
  return BigInt(row?.left ?? '0');
}
