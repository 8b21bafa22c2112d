import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { companies, units } from '#db/schema/companies.ts';
import { creditNotes, invoicePayments, invoices } from '#db/schema/invoices.ts';
import { isInScope } from './in-scope';

export type Invoice = typeof invoices.$inferSelect;
export type CreditNote = typeof creditNotes.$inferSelect;

const prefixes = { invoice: 'INV', credit_note: 'CN' } as const;

/** The next number of the year's series, without a gap: its row stays locked until this transaction is over. */
export async function takeNumber(tx: Tx, p: { of: keyof typeof prefixes; year: string }): Promise<string> {
  const series = `${p.of}-${p.year}`;
  const [row] = await tx.execute<{ taken: number }>(sql`
    insert into number_series (series, next) values (${series}, 2)
    on conflict (series) do update set next = number_series.next + 1
    returning next - 1 as taken`);
  return `${prefixes[p.of]}-${p.year}-${String(row?.taken ?? 0).padStart(5, '0')}`;
}

export async function addInvoice(tx: Tx, p: typeof invoices.$inferInsert): Promise<void> {
  await tx.insert(invoices).values(p);
}

/** One row per act; false when it was written before. */
export async function addInvoicePayment(tx: Tx, p: typeof invoicePayments.$inferInsert): Promise<boolean> {
  const added = await tx.insert(invoicePayments).values(p).onConflictDoNothing().returning({ id: invoicePayments.id });
  return added.length > 0;
}

/** Whoever asks has found the order within their scope. Null before it is issued. */
export async function findInvoiceOfOrder(db: DbOrTx, p: { orderId: string }): Promise<Invoice | null> {
  const [row] = await db.select().from(invoices).where(eq(invoices.orderId, p.orderId));
  return row ?? null;
}

/** For documents the shop prints itself; whoever reads them is asked elsewhere. */
export async function findInvoice(db: DbOrTx, p: { id: string }): Promise<Invoice | null> {
  const [row] = await db.select().from(invoices).where(eq(invoices.id, p.id));
  return row ?? null;
}

/** Settles a part of what is open, checked in the same statement. False when less than that is open. */
export async function settleInvoice(
  tx: Tx,
  p: { id: string; paidMinor?: bigint; creditedMinor?: bigint },
): Promise<boolean> {
  const paid = p.paidMinor ?? 0n;
  const credited = p.creditedMinor ?? 0n;
  const settled = await tx
    .update(invoices)
    .set({
      paidMinor: sql`${invoices.paidMinor} + ${paid}`,
      creditedMinor: sql`${invoices.creditedMinor} + ${credited}`,
    })
    .where(
      and(
        eq(invoices.id, p.id),
        sql`${invoices.paidMinor} + ${invoices.creditedMinor} + ${paid + credited} <= ${invoices.payableMinor}`,
      ),
    )
    .returning({ id: invoices.id });
  return settled.length > 0;
}

/** The days parts are due on, once the goods have left. */
export async function setDueParts(
  tx: Tx,
  p: { id: string; parts: Invoice['parts']; overdueAt: Date | null },
): Promise<void> {
  await tx.update(invoices).set({ parts: p.parts, overdueAt: p.overdueAt }).where(eq(invoices.id, p.id));
}

/** False when one was written for the same act before. */
export async function addCreditNote(tx: Tx, p: typeof creditNotes.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(creditNotes)
    .values(p)
    .onConflictDoNothing({ target: creditNotes.key })
    .returning({ id: creditNotes.id });
  return added.length > 0;
}

export async function findCreditNote(db: DbOrTx, p: { id: string } | { key: string }): Promise<CreditNote | null> {
  const [row] = await db
    .select()
    .from(creditNotes)
    .where('id' in p ? eq(creditNotes.id, p.id) : eq(creditNotes.key, p.key));
  return row ?? null;
}

/** Of one order, oldest first. */
export async function listCreditNotes(db: DbOrTx, p: { orderId: string }): Promise<CreditNote[]> {
  return db
    .select()
    .from(creditNotes)
    .where(eq(creditNotes.orderId, p.orderId))
    .orderBy(asc(creditNotes.issuedAt), asc(creditNotes.id));
}

/** Where a company's invoice belongs. Null when missing, outside the scope, or a consumer's. */
export async function findInvoicePlace(
  db: DbOrTx,
  p: { scope: CompanyScope; id: string },
): Promise<{ companyId: string; unitId: string } | null> {
  const [row] = await db
    .select({ companyId: invoices.companyId, unitId: invoices.unitId })
    .from(invoices)
    .innerJoin(companies, eq(companies.id, invoices.companyId))
    .where(and(eq(invoices.id, p.id), isInScope(p.scope, { companyId: invoices.companyId, unitId: invoices.unitId })));
  return row?.companyId && row.unitId ? { companyId: row.companyId, unitId: row.unitId } : null;
}

export type StatementRow = Invoice & { unitName: string };

/** A company's invoices with the unit each is for, the newest first, after the one a page ended with. */
export async function listInvoices(
  db: DbOrTx,
  p: {
    scope: CompanyScope;
    companyId: string;
    onlyOpen: boolean;
    after: { issuedAt: Date; id: string } | null;
    limit: number;
  },
): Promise<StatementRow[]> {
  const rows = await db
    .select({ invoice: invoices, unitName: units.name })
    .from(invoices)
    .innerJoin(companies, eq(companies.id, invoices.companyId))
    .innerJoin(units, eq(units.id, invoices.unitId))
    .where(
      and(
        isInScope(p.scope, { companyId: invoices.companyId, unitId: invoices.unitId }),
        eq(invoices.companyId, p.companyId),
        p.onlyOpen ? sql`${invoices.paidMinor} + ${invoices.creditedMinor} < ${invoices.payableMinor}` : undefined,
        p.after
          ? sql`(${invoices.issuedAt}, ${invoices.id}) < (${p.after.issuedAt.toISOString()}::timestamptz, ${p.after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(invoices.issuedAt), desc(invoices.id))
    .limit(p.limit);
  return rows.map(({ invoice, unitName }) => ({ ...invoice, unitName }));
}

/** A company's credit notes within the scope, the newest first. */
export async function listCompanyCreditNotes(
  db: DbOrTx,
  p: { scope: CompanyScope; companyId: string; limit: number },
): Promise<(CreditNote & { invoiceNumber: string; orderNumber: string })[]> {
  const rows = await db
    .select({
      note: creditNotes,
      invoiceNumber: invoices.number,
      orderNumber: sql<string>`${invoices.snapshot} ->> 'orderNumber'`,
    })
    .from(creditNotes)
    .innerJoin(invoices, eq(invoices.id, creditNotes.invoiceId))
    .innerJoin(companies, eq(companies.id, creditNotes.companyId))
    .where(
      and(
        isInScope(p.scope, { companyId: creditNotes.companyId, unitId: creditNotes.unitId }),
        eq(creditNotes.companyId, p.companyId),
      ),
    )
    .orderBy(desc(creditNotes.issuedAt), desc(creditNotes.id))
    .limit(p.limit);
  return rows.map(({ note, ...more }) => ({ ...note, ...more }));
}
