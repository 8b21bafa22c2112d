import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { CodeHistory } from '#app/domain/cart/reminder-series.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { orders } from '#db/schema/orders.ts';
import { discountCodes } from '#db/schema/reminders.ts';

export type DiscountCode = typeof discountCodes.$inferSelect;

export async function addDiscountCode(tx: Tx, code: typeof discountCodes.$inferInsert): Promise<void> {
  await tx.insert(discountCodes).values(code);
}

export async function findCodeOfReminder(db: DbOrTx, p: { reminderId: string }): Promise<DiscountCode | null> {
  const [row] = await db.select().from(discountCodes).where(eq(discountCodes.reminderId, p.reminderId));
  return row ?? null;
}

/** What became of the codes an address was sent since then. */
export async function readCodeHistory(
  db: DbOrTx,
  p: { contactId: string; address: string; since: Date },
): Promise<CodeHistory> {
  const codes = await db
    .select({ usedAt: discountCodes.usedAt, createdAt: discountCodes.createdAt })
    .from(discountCodes)
    .where(and(eq(discountCodes.contactId, p.contactId), gt(discountCodes.createdAt, p.since)))
    .orderBy(desc(discountCodes.createdAt));
  const last = codes[0]?.createdAt;
  const [without] = last
    ? await db
        .select({ count: sql<number>`count(*)::int` })
        .from(orders)
        .leftJoin(discountCodes, eq(discountCodes.usedByOrderId, orders.id))
        .where(and(sql`lower(${orders.email}) = ${p.address}`, gt(orders.placedAt, last), isNull(discountCodes.id)))
    : [];
  return {
    sent: codes.length,
    used: codes.filter(({ usedAt }) => usedAt !== null).length,
    ordersWithout: without?.count ?? 0,
  };
}
