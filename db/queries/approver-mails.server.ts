import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { DocumentKind } from '#app/domain/approvals/rules.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { approvalCases, approvalWaits, approverMailPace } from '#db/schema/approvals.ts';
import { companies, units } from '#db/schema/companies.ts';
import { creditLimitChanges } from '#db/schema/invoices.ts';
import { quotes } from '#db/schema/quotes.ts';
import { purchaseOrderRevisions, purchaseOrders } from '#db/schema/purchase-orders.ts';

export type WaitingDocument = {
  caseId: string;
  kind: DocumentKind;
  documentId: string;
  revision: number;
  since: Date;
  isReminder: boolean;
  /** Of a purchase order or a quote; null for other kinds of document. */
  number: string | null;
  unit: string | null;
  company: string | null;
  /** The address of the company a credit limit is for. */
  companySlug: string | null;
  totalMinor: bigint | null;
  currency: CurrencyCode | null;
};

/** What waits for someone, the oldest first; with `untold` only what they were not written to about yet. */
export async function listWaitingFor(
  db: DbOrTx,
  p: {
    personId: string;
    untold?: boolean;
    companyId?: string;
    /** Only what came to wait after this one. */
    after?: { since: Date; caseId: string } | null;
    limit: number;
  },
): Promise<WaitingDocument[]> {
  return db
    .select({
      caseId: approvalCases.id,
      kind: approvalCases.kind,
      documentId: approvalCases.documentId,
      revision: approvalCases.revision,
      since: approvalWaits.since,
      isReminder: sql<boolean>`${approvalWaits.remindedAt} is not null`,
      number: sql<string | null>`coalesce(${purchaseOrders.number}, ${quotes.number})`,
      unit: units.name,
      company: companies.name,
      companySlug: companies.slug,
      totalMinor: purchaseOrderRevisions.totalMinor,
      currency: purchaseOrderRevisions.currency,
    })
    .from(approvalWaits)
    .innerJoin(approvalCases, eq(approvalCases.id, approvalWaits.caseId))
    .leftJoin(purchaseOrders, eq(purchaseOrders.id, approvalCases.documentId))
    .leftJoin(quotes, eq(quotes.id, approvalCases.documentId))
    .leftJoin(creditLimitChanges, eq(creditLimitChanges.id, approvalCases.documentId))
    .leftJoin(
      companies,
      sql`${companies.id} = coalesce(${approvalCases.companyId}, ${quotes.companyId}, ${creditLimitChanges.companyId})`,
    )
    .leftJoin(units, eq(units.id, purchaseOrders.unitId))
    .leftJoin(
      purchaseOrderRevisions,
      and(
        eq(purchaseOrderRevisions.purchaseOrderId, purchaseOrders.id),
        eq(purchaseOrderRevisions.revision, purchaseOrders.revision),
      ),
    )
    .where(
      and(
        eq(approvalWaits.personId, p.personId),
        eq(approvalCases.state, 'awaiting_approval'),
        p.untold ? isNull(approvalWaits.toldAt) : undefined,
        p.companyId ? eq(approvalCases.companyId, p.companyId) : undefined,
        p.after
          ? sql`(${approvalWaits.since}, ${approvalCases.id}) > (${p.after.since.toISOString()}::timestamptz, ${p.after.caseId}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(approvalWaits.since), asc(approvalCases.id))
    .limit(p.limit);
}

/** Counts one more mail to this person in the hour, under the lock of their row. False when the hour is full: what has
 *  gathered is then due at its end. */
export async function countApproverMail(tx: Tx, p: { personId: string; at: Date; perHour: number }): Promise<boolean> {
  const hour = 3_600_000;
  const [before] = await tx
    .insert(approverMailPace)
    .values({ personId: p.personId, hourBeganAt: p.at, sent: 0 })
    .onConflictDoUpdate({ target: approverMailPace.personId, set: { sent: sql`${approverMailPace.sent}` } })
    .returning();
  if (!before) return false;
  const isNewHour = p.at.getTime() - before.hourBeganAt.getTime() >= hour;
  const sent = isNewHour ? 0 : before.sent;
  const began = isNewHour ? p.at : before.hourBeganAt;
  const isFull = sent >= p.perHour;
  await tx
    .update(approverMailPace)
    .set({
      hourBeganAt: began,
      sent: isFull ? sent : sent + 1,
      dueAt: isFull ? new Date(began.getTime() + hour) : null,
    })
    .where(eq(approverMailPace.personId, p.personId));
  return !isFull;
}

export async function markTold(tx: Tx, p: { personId: string; caseIds: readonly string[]; at: Date }): Promise<void> {
  if (p.caseIds.length === 0) return;
  await tx
    .update(approvalWaits)
    .set({ toldAt: p.at })
    .where(and(eq(approvalWaits.personId, p.personId), inArray(approvalWaits.caseId, [...p.caseIds])));
}

/** Whoever the case still waits for since before `since` and was not reminded is to be told once more. */
export async function askAgain(tx: Tx, p: { caseId: string; people: readonly string[]; at: Date }): Promise<string[]> {
  if (p.people.length === 0) return [];
  const rows = await tx
    .update(approvalWaits)
    .set({ toldAt: null, remindedAt: p.at })
    .where(
      and(
        eq(approvalWaits.caseId, p.caseId),
        inArray(approvalWaits.personId, [...p.people]),
        isNull(approvalWaits.remindedAt),
      ),
    )
    .returning({ personId: approvalWaits.personId });
  return rows.map(({ personId }) => personId);
}

/** Whose full hour is over. */
export async function listDueMails(db: DbOrTx, p: { at: Date; limit: number }): Promise<string[]> {
  const rows = await db
    .select({ personId: approverMailPace.personId })
    .from(approverMailPace)
    .where(and(isNotNull(approverMailPace.dueAt), lte(approverMailPace.dueAt, p.at)))
    .orderBy(asc(approverMailPace.dueAt))
    .limit(p.limit);
  return rows.map(({ personId }) => personId);
}
