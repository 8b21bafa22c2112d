import { and, desc, eq, sql } from 'drizzle-orm';
import { type CreditEntryKind, creditEffect } from '#app/domain/purchase-orders/credit.ts';
import { money } from '#app/domain/money/money.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { creditAccounts } from '#db/schema/approvals.ts';
import { companies } from '#db/schema/companies.ts';
import { creditEntries } from '#db/schema/purchase-orders.ts';

export type CreditUse = {
  limitMinor: bigint | null;
  openMinor: bigint;
  reservedMinor: bigint;
  holdReason: string | null;
};

export async function readCredit(db: DbOrTx, p: { companyId: string }): Promise<CreditUse | null> {
  const [row] = await db
    .select({
      limitMinor: companies.creditLimitMinor,
      openMinor: sql<string>`coalesce(${creditAccounts.openMinor}, 0)::text`,
      reservedMinor: sql<string>`coalesce(${creditAccounts.reservedMinor}, 0)::text`,
      holdReason: companies.creditHoldReason,
    })
    .from(companies)
    .leftJoin(creditAccounts, eq(creditAccounts.companyId, companies.id))
    .where(eq(companies.id, p.companyId));
  return row ? { ...row, openMinor: BigInt(row.openMinor), reservedMinor: BigInt(row.reservedMinor) } : null;
}

export type NewCreditEntry = {
  id: string;
  companyId: string;
  kind: CreditEntryKind;
  amountMinor: bigint;
  key: string;
  purchaseOrderId?: string | null;
  invoiceId?: string | null;
  personId: string | null;
  via: string;
  reason?: string;
  at: Date;
};

/** Reserves what is still free under the limit, checked and taken in one statement. False when it is not there, or the
 *  company is on hold: nothing is written then. */
export async function reserveCredit(tx: Tx, p: Omit<NewCreditEntry, 'kind'>): Promise<boolean> {
  await tx.insert(creditAccounts).values({ companyId: p.companyId }).onConflictDoNothing();
  const taken = await tx
    .update(creditAccounts)
    .set({ reservedMinor: sql`${creditAccounts.reservedMinor} + ${p.amountMinor}` })
    .from(companies)
    .where(
      and(
        eq(creditAccounts.companyId, p.companyId),
        eq(companies.id, creditAccounts.companyId),
        sql`${companies.creditHoldReason} is null`,
        sql`${companies.creditLimitMinor} - ${creditAccounts.openMinor} - ${creditAccounts.reservedMinor} >= ${p.amountMinor}`,
      ),
    )
    .returning({ companyId: creditAccounts.companyId });
  if (taken.length === 0) return false;
  await tx.insert(creditEntries).values({ ...p, kind: 'reserved' });
  return true;
}

/** One more row of the ledger with its effect on the account; false when that row was written before. */
export async function addCreditEntry(tx: Tx, p: NewCreditEntry): Promise<boolean> {
  const added = await tx
    .insert(creditEntries)
    .values(p)
    .onConflictDoNothing({ target: creditEntries.key })
    .returning({ id: creditEntries.id });
  if (added.length === 0) return false;
  // The currency does not matter to the effect, which is a sign for each column.
  const effect = creditEffect({ kind: p.kind, amount: money(p.amountMinor, 'EUR') });
  await tx
    .insert(creditAccounts)
    .values({ companyId: p.companyId, openMinor: effect.open.minor, reservedMinor: effect.reserved.minor })
    .onConflictDoUpdate({
      target: creditAccounts.companyId,
      set: {
        openMinor: sql`${creditAccounts.openMinor} + ${effect.open.minor}`,
        reservedMinor: sql`${creditAccounts.reservedMinor} + ${effect.reserved.minor}`,
      },
    });
  return true;
}

/** What a purchase order still holds back: what it reserved, less what was released or invoiced. */
export async function creditHeldBy(db: DbOrTx, p: { purchaseOrderId: string }): Promise<bigint> {
  const [row] = await db
    .select({
      held: sql<string>`coalesce(sum(case ${creditEntries.kind} when 'reserved' then ${creditEntries.amountMinor}
        when 'released' then -${creditEntries.amountMinor} when 'invoiced' then -${creditEntries.amountMinor} else 0 end), 0)::text`,
    })
    .from(creditEntries)
    .where(eq(creditEntries.purchaseOrderId, p.purchaseOrderId));
  return BigInt(row?.held ?? '0');
}

export type CreditEntryRow = {
  id: string;
  kind: CreditEntryKind;
  amountMinor: bigint;
  reason: string;
  at: Date;
};

/** The ledger's newest rows. Whoever asks may see the company's credit. */
export async function listCreditEntries(
  db: DbOrTx,
  p: { companyId: string; limit: number },
): Promise<CreditEntryRow[]> {
  return db
    .select({
      id: creditEntries.id,
      kind: creditEntries.kind,
      amountMinor: creditEntries.amountMinor,
      reason: creditEntries.reason,
      at: creditEntries.at,
    })
    .from(creditEntries)
    .where(eq(creditEntries.companyId, p.companyId))
    .orderBy(desc(creditEntries.at), desc(creditEntries.id))
    .limit(p.limit);
}
