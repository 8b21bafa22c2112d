import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { codeKey } from '#app/domain/catalog/code-key.ts';
import type { CodeHistory } from '#app/domain/cart/reminder-series.ts';
import { toExact } from '#app/domain/money/exact.ts';
import type { DiscountCode as CodeRules } from '#app/domain/pricing/discount-code.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { discountCodes, discountUses } from '#db/schema/discounts.ts';
import { orders } from '#db/schema/orders.ts';
import { contacts } from '#db/schema/reminders.ts';

export type DiscountCode = typeof discountCodes.$inferSelect;
export type NewDiscountCode = Omit<typeof discountCodes.$inferInsert, 'codeKey'>;

/** False when there is one of that code already. */
export async function addDiscountCode(tx: Tx, code: NewDiscountCode): Promise<boolean> {
  const added = await tx
    .insert(discountCodes)
    .values({ ...code, codeKey: codeKey(code.code) })
    .onConflictDoNothing()
    .returning({ id: discountCodes.id });
  return added.length > 0;
}

export async function findCodeOfReminder(db: DbOrTx, p: { reminderId: string }): Promise<DiscountCode | null> {
  const [row] = await db.select().from(discountCodes).where(eq(discountCodes.reminderId, p.reminderId));
  return row ?? null;
}

export type CodeStanding = {
  id: string;
  rules: CodeRules;
  uses: { all: number; byPerson: number };
  hasOrderedBefore: boolean;
};

const rulesOf = (row: DiscountCode, owner: string | null): CodeRules => ({
  code: row.code,
  off: row.percentOff === null ? { amounts: row.amountOff ?? {} } : { percent: toExact(row.percentOff) },
  startsAt: row.startsAt,
  endsAt: row.expiresAt,
  isEnded: row.isEnded,
  mostUses: row.mostUses,
  mostUsesPerPerson: row.mostUsesPerPerson,
  minimum: row.minimum,
  products: row.products,
  isForFirstOrder: row.isForFirstOrder,
  owner,
});

/** A code with what became of it so far, apart from the order this cart itself is paying for. Null when there is none.
 *  One statement. */
export async function findCodeStanding(
  db: DbOrTx,
  p: { code: string; cartId: string; email: string | null },
): Promise<CodeStanding | null> {
  const email = p.email?.trim().toLowerCase() ?? '';
  const others = sql`select u.email from ${discountUses} u join ${orders} o on o.id = u.order_id
    where u.code_id = ${discountCodes.id} and o.cart_id is distinct from ${p.cartId}::uuid`;
  const [row] = await db
    .select({
      code: discountCodes,
      owner: contacts.address,
      all: sql<number>`(select count(*)::int from (${others}) x)`,
      byPerson: sql<number>`(select count(*)::int from (${others}) x where x.email = ${email})`,
      hasOrderedBefore: sql<boolean>`exists (select 1 from ${orders} o where lower(o.email) = ${email} and ${email} <> ''
        and o.placed_at is not null and o.cart_id is distinct from ${p.cartId}::uuid)`,
    })
    .from(discountCodes)
    .leftJoin(contacts, eq(contacts.id, discountCodes.contactId))
    .where(eq(discountCodes.codeKey, codeKey(p.code)));
  if (!row) return null;
  const { code, owner, all, byPerson, hasOrderedBefore } = row;
  return { id: code.id, rules: rulesOf(code, owner), uses: { all, byPerson }, hasOrderedBefore };
}

export async function addDiscountUse(
  tx: Tx,
  p: { orderId: string; codeId: string; email: string; at: Date },
): Promise<void> {
  await tx
    .insert(discountUses)
    .values({ ...p, email: p.email.trim().toLowerCase() })
    .onConflictDoNothing();
}

/** An order that came to nothing gives its code back. */
export async function releaseDiscountUse(tx: Tx, p: { orderId: string }): Promise<void> {
  await tx.delete(discountUses).where(eq(discountUses.orderId, p.orderId));
}

export type ListedCode = DiscountCode & { uses: number };

/** The store's own codes, the newest first. */
export async function listDiscountCodes(
  db: DbOrTx,
  p: { words: string; after: { createdAt: Date; id: string } | null; limit: number },
): Promise<ListedCode[]> {
  const pattern = `%${codeKey(p.words)}%`;
  const rows = await db
    .select({
      code: discountCodes,
      uses: sql<number>`(select count(*)::int from ${discountUses} u where u.code_id = ${discountCodes.id})`,
    })
    .from(discountCodes)
    .where(
      and(
        isNull(discountCodes.reminderId),
        p.words ? sql`${discountCodes.codeKey} like ${pattern}` : undefined,
        p.after
          ? sql`(${discountCodes.createdAt}, ${discountCodes.id}) < (${p.after.createdAt.toISOString()}::timestamptz, ${p.after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(discountCodes.createdAt), desc(discountCodes.id))
    .limit(p.limit);
  return rows.map(({ code, uses }) => ({ ...code, uses }));
}

/** False when there is no such code of the store. */
export async function endDiscountCode(tx: Tx, p: { id: string }): Promise<boolean> {
  const ended = await tx
    .update(discountCodes)
    .set({ isEnded: true })
    .where(and(eq(discountCodes.id, p.id), isNull(discountCodes.reminderId)))
    .returning({ id: discountCodes.id });
  return ended.length > 0;
}

/** What became of the codes an address was sent since then. */
export async function readCodeHistory(
  db: DbOrTx,
  p: { contactId: string; address: string; since: Date },
): Promise<CodeHistory> {
  const codes = await db
    .select({ id: discountCodes.id, usedBy: discountUses.orderId, createdAt: discountCodes.createdAt })
    .from(discountCodes)
    .leftJoin(discountUses, eq(discountUses.codeId, discountCodes.id))
    .where(and(eq(discountCodes.contactId, p.contactId), gt(discountCodes.createdAt, p.since)))
    .orderBy(desc(discountCodes.createdAt));
  const last = codes[0]?.createdAt;
  const ownCodes = codes.map(({ id }) => id);
  const [without] = last
    ? await db
        .select({ count: sql<number>`count(*)::int` })
        .from(orders)
        .leftJoin(discountUses, and(eq(discountUses.orderId, orders.id), inArray(discountUses.codeId, ownCodes)))
        .where(and(sql`lower(${orders.email}) = ${p.address}`, gt(orders.placedAt, last), isNull(discountUses.orderId)))
    : [];
  return {
    sent: new Set(ownCodes).size,
    used: codes.filter(({ usedBy }) => usedBy !== null).length,
    ordersWithout: without?.count ?? 0,
  };
}
