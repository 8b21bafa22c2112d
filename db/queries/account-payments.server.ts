import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { accountPayments } from '#db/schema/invoices.ts';

export type AccountPayment = typeof accountPayments.$inferSelect;
const underWay = ['starting', 'open'] as const;

/** False where a payment of the invoice is under way. */
export async function addAccountPayment(tx: Tx, p: typeof accountPayments.$inferInsert): Promise<boolean> {
  const added = await tx.insert(accountPayments).values(p).onConflictDoNothing().returning({ id: accountPayments.id });
  return added.length > 0;
}

export async function findAccountPayment(
  db: DbOrTx,
  p: { id: string } | { sessionId: string } | { underWayOf: string },
): Promise<AccountPayment | null> {
  const where =
    'id' in p
      ? eq(accountPayments.id, p.id)
      : 'sessionId' in p
        ? eq(accountPayments.sessionId, p.sessionId)
        : and(eq(accountPayments.invoiceId, p.underWayOf), inArray(accountPayments.status, [...underWay]));
  const [row] = await db.select().from(accountPayments).where(where);
  return row ?? null;
}

/** False once it is settled. */
export async function moveAccountPayment(
  db: DbOrTx,
  p: { id: string; set: Partial<Pick<AccountPayment, 'status' | 'sessionId' | 'url' | 'dueAt' | 'settledAt'>> },
): Promise<boolean> {
  const moved = await db
    .update(accountPayments)
    .set(p.set)
    .where(and(eq(accountPayments.id, p.id), inArray(accountPayments.status, [...underWay])))
    .returning({ id: accountPayments.id });
  return moved.length > 0;
}

export async function listDueAccountPayments(db: DbOrTx, p: { at: Date; limit: number }): Promise<{ id: string }[]> {
  return db
    .select({ id: accountPayments.id })
    .from(accountPayments)
    .where(and(inArray(accountPayments.status, [...underWay]), lte(accountPayments.dueAt, p.at)))
    .orderBy(asc(accountPayments.dueAt), asc(accountPayments.id))
    .limit(p.limit);
}
