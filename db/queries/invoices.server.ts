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

/** Null when there is none, or it is outside the scope. */
export async function findInvoice(
  db: DbOrTx,
  p: { scope: CompanyScope } & ({ id: string } | { orderId: string }),
): Promise<Invoice | null> {
  const [row] = await db
    .select({ invoice: invoices })
    .from(invoices)
    .innerJoin(companies, eq(companies.id, invoices.companyId))
    .where(
      and(
        isInScope(p.scope, { companyId: invoices.companyId, unitId: invoices.unitId }),
        'id' in p ? eq(invoices.id, p.id) : eq(invoices.orderId, p.orderId),
      ),
    );
  return row?.invoice ?? null;
}

/** Newest first. */
export async function listInvoices(
  db: DbOrTx,
  p: { scope: CompanyScope; companyId?: string; onlyOpen?: boolean; limit: number },
): Promise<Invoice[]> {
  const rows = await db
    .select({ invoice: invoices })
    .from(invoices)
    .innerJoin(companies, eq(companies.id, invoices.companyId))
    .where(
      and(
        isInScope(p.scope, { companyId: invoices.companyId, unitId: invoices.unitId }),
        p.companyId ? eq(invoices.companyId, p.companyId) : undefined,
        p.onlyOpen ? sql`${invoices.payableMinor} > ${invoices.paidMinor} + ${invoices.creditedMinor}` : undefined,
      ),
    )
    .orderBy(sql`${invoices.issuedAt} desc`, sql`${invoices.id} desc`)
    .limit(p.limit);
  return rows.map(({ invoice }) => invoice);
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
