import { and, asc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { NoRequestReason } from '#app/domain/orders/review-request.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { fulfilments, orders, reviewRequests } from '#db/schema/orders.ts';

export type RequestDue = { orderId: string; dueAt: Date };

/** Orders whose buyer is to be asked now, the longest overdue first; an index answers. */
export async function listRequestsDue(
  db: DbOrTx,
  p: { at: Date; after: RequestDue | null; limit: number },
): Promise<RequestDue[]> {
  const rows = await db
    .select({ orderId: reviewRequests.orderId, dueAt: reviewRequests.dueAt })
    .from(reviewRequests)
    .where(
      and(
        isNotNull(reviewRequests.dueAt),
        lte(reviewRequests.dueAt, p.at),
        p.after
          ? or(
              gt(reviewRequests.dueAt, p.after.dueAt),
              and(eq(reviewRequests.dueAt, p.after.dueAt), gt(reviewRequests.orderId, p.after.orderId)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(reviewRequests.dueAt), asc(reviewRequests.orderId))
    .limit(p.limit);
  return rows.map(({ orderId, dueAt }) => ({ orderId, dueAt: dueAt ?? p.at }));
}

/** Something left: asked from then on, unless they were asked before. */
export async function postponeRequest(tx: Tx, p: { orderId: string; dueAt: Date }): Promise<void> {
  await tx
    .insert(reviewRequests)
    .values(p)
    .onConflictDoUpdate({
      target: reviewRequests.orderId,
      set: { dueAt: p.dueAt, ended: null },
      setWhere: isNull(reviewRequests.emailId),
    });
}

export async function setRequest(
  tx: Tx,
  p: { orderId: string; dueAt: Date | null; emailId: string | null; ended: NoRequestReason | null },
): Promise<void> {
  const { orderId, ...set } = p;
  await tx.update(reviewRequests).set(set).where(eq(reviewRequests.orderId, orderId));
}

/** The order whose buyer a mail of the outbox asks; null for every other mail. */
export async function findRequestOfMail(db: DbOrTx, p: { emailId: string }): Promise<{ orderId: string } | null> {
  const [row] = await db
    .select({ orderId: reviewRequests.orderId })
    .from(reviewRequests)
    .where(eq(reviewRequests.emailId, p.emailId));
  return row ?? null;
}

/** Whom a request about an order would go to, before anything is locked. */
export async function findAddressOfOrder(db: DbOrTx, p: { orderId: string }): Promise<string | null> {
  const [row] = await db.select({ email: orders.email }).from(orders).where(eq(orders.id, p.orderId));
  return row?.email ?? null;
}

export async function readLastParcel(db: DbOrTx, p: { orderId: string }): Promise<Date | null> {
  const [row] = await db
    .select({ at: sql<string | null>`max(${fulfilments.at})` })
    .from(fulfilments)
    .where(eq(fulfilments.orderId, p.orderId));
  return row?.at ? new Date(row.at) : null;
}
