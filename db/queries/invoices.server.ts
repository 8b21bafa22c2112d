import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { invoices } from '#db/schema/purchase-orders.ts';

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
