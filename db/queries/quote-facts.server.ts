import { and, asc, eq, gte, inArray, isNotNull, sql } from 'drizzle-orm';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { boughtStatuses } from '#app/domain/orders/lifecycle.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { orderLines, orders } from '#db/schema/orders.ts';
import { quoteInternalNotes, quoteLineFacts } from '#db/schema/quotes.ts';

/** The seller's side of a quote. Nothing that answers a buyer may import this file; tests/architecture holds it to that. */
export type QuoteLineFact = typeof quoteLineFacts.$inferSelect;

export async function addLineFacts(tx: Tx, p: { facts: readonly QuoteLineFact[] }): Promise<void> {
  if (p.facts.length > 0) await tx.insert(quoteLineFacts).values([...p.facts]);
}

export type InternalNote = typeof quoteInternalNotes.$inferSelect;

export async function addInternalNote(tx: Tx, p: { note: InternalNote }): Promise<void> {
  await tx.insert(quoteInternalNotes).values(p.note);
}

/** Oldest first. */
export async function readInternalNotes(db: DbOrTx, p: { quoteId: string }): Promise<InternalNote[]> {
  return db
    .select()
    .from(quoteInternalNotes)
    .where(eq(quoteInternalNotes.quoteId, p.quoteId))
    .orderBy(asc(quoteInternalNotes.at), asc(quoteInternalNotes.id));
}

/** Of one unit, before tax. */
export type PaidPrices = {
  /** What this company paid, the latest first, at most `mostPaid`. */
  paid: { unitPrice: string; quantity: string; at: Date }[];
  /** Null where none of them bought it in that time. */
  similarPay: string | null;
};
const mostPaid = 4;

/** What this company paid, and what companies of its segments (without one: all others) paid on average, by
 *  variant. Graduated lines have no one price and do not count. */
export async function readPaidPrices(
  db: DbOrTx,
  p: { companyId: string; variantIds: readonly string[]; currency: CurrencyCode; since: Date; at: Date },
): Promise<Map<string, PaidPrices>> {
  if (p.variantIds.length === 0) return new Map();
  const own = sql`${orders.companyId} = ${p.companyId}`;
  const now = sql`${p.at.toISOString()}::timestamptz`;
  const segments = sql`(select segment from segment_memberships where company_id = ${p.companyId}
    and from_at <= ${now} and (until_at is null or until_at > ${now}))`;
  const isSimilar = sql`${orders.companyId} <> ${p.companyId} and (not exists ${segments}
    or ${orders.companyId} in (select company_id from segment_memberships where segment in ${segments}
      and from_at <= ${now} and (until_at is null or until_at > ${now})))`;
  const rows = await db
    .select({
      variantId: orderLines.variantId,
      paid: sql<{ unitPrice: string; quantity: string; at: string }[] | null>`to_jsonb((array_agg(
        jsonb_build_object('unitPrice', ${orderLines.unitPrice}::text, 'quantity', ${orderLines.quantity}::text,
          'at', ${orders.placedAt}) order by ${orders.placedAt} desc, ${orderLines.id}) filter (where ${own}))[1:${sql.raw(String(mostPaid))}])`,
      similarPay: sql<string | null>`(avg(${orderLines.unitPrice}) filter (where ${isSimilar}))::numeric(18,6)::text`,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(
      and(
        inArray(orderLines.variantId, [...p.variantIds]),
        isNotNull(orderLines.unitPrice),
        isNotNull(orders.companyId),
        eq(orders.currency, p.currency),
        gte(orders.placedAt, p.since),
        inArray(orders.status, [...boughtStatuses]),
      ),
    )
    .groupBy(orderLines.variantId);
  return new Map(
    rows.flatMap(({ variantId, paid, similarPay }) =>
      variantId
        ? [[variantId, { paid: (paid ?? []).map((one) => ({ ...one, at: new Date(one.at) })), similarPay }] as const]
        : [],
    ),
  );
}
