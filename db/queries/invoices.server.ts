import { and, eq, sql } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { companies } from '#db/schema/companies.ts';
import { invoices } from '#db/schema/purchase-orders.ts';
import { isInScope } from './in-scope';

export type Invoice = typeof invoices.$inferSelect;

/** The next number of the year's series, without a gap: its row stays locked until this transaction is over. */
export async function takeInvoiceNumber(tx: Tx, p: { at: Date }): Promise<string> {
  const year = p.at.getUTCFullYear();
  const series = `invoice-${year}`;
  const [row] = await tx.execute<{ taken: number }>(sql`
    insert into number_series (series, next) values (${series}, 2)
    on conflict (series) do update set next = number_series.next + 1
    returning next - 1 as taken`);
  return `INV-${year}-${String(row?.taken ?? 0).padStart(5, '0')}`;
}

export async function addInvoice(tx: Tx, p: typeof invoices.$inferInsert): Promise<void> {
  await tx.insert(invoices).values(p);
}

/** Credits all of an order's invoice. Null when there is none, or something of it was paid or credited before. */
export async function creditWholeInvoice(tx: Tx, p: { orderId: string }): Promise<Invoice | null> {
  const [row] = await tx
    .update(invoices)
    .set({ creditedMinor: sql`${invoices.payableMinor}` })
    .where(and(eq(invoices.orderId, p.orderId), eq(invoices.paidMinor, 0n), eq(invoices.creditedMinor, 0n)))
    .returning();
  return row ?? null;
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
