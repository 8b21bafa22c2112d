import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { type PaymentStatus, openPaymentStatuses } from '#app/domain/orders/lifecycle.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { orders, paymentEvents, payments, refunds } from '#db/schema/orders.ts';

export type Payment = typeof payments.$inferSelect;
export type NewPayment = typeof payments.$inferInsert;

export async function addPayment(tx: Tx, p: { payment: NewPayment }): Promise<void> {
  await tx.insert(payments).values(p.payment);
}

export async function findPayment(db: DbOrTx, p: { id: string }): Promise<Payment | null> {
  const [payment] = await db.select().from(payments).where(eq(payments.id, p.id));
  return payment ?? null;
}

/** By what the provider calls it. Null when we never knew it. */
export async function findPaymentOfProvider(
  db: DbOrTx,
  p: { sessionId: string } | { intentId: string },
): Promise<Payment | null> {
  const [payment] = await db
    .select()
    .from(payments)
    .where('sessionId' in p ? eq(payments.sessionId, p.sessionId) : eq(payments.intentId, p.intentId));
  return payment ?? null;
}

/** The attempts of an order, newest first. */
export async function readPayments(db: DbOrTx, p: { orderId: string }): Promise<Payment[]> {
  return db
    .select()
    .from(payments)
    .where(eq(payments.orderId, p.orderId))
    .orderBy(desc(payments.createdAt), desc(payments.id));
}

export type PaymentOfCart = Payment & { orderNumber: string };

/** The attempt under way for a cart: at most one, since a cart has at most one order awaiting payment. */
export async function findPaymentOfCart(db: DbOrTx, p: { cartId: string }): Promise<PaymentOfCart | null> {
  const [found] = await db
    .select({ payment: payments, orderNumber: orders.number })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(
      and(
        eq(orders.cartId, p.cartId),
        eq(orders.status, 'awaiting_payment'),
        inArray(payments.status, [...openPaymentStatuses]),
      ),
    )
    .orderBy(desc(payments.createdAt))
    .limit(1);
  return found ? { ...found.payment, orderNumber: found.orderNumber } : null;
}

/** The attempt under way for a purchase order, at most one. */
export async function findOpenPaymentOfPurchaseOrder(
  db: DbOrTx,
  p: { purchaseOrderId: string },
): Promise<Payment | null> {
  const [found] = await db
    .select()
    .from(payments)
    .where(and(eq(payments.purchaseOrderId, p.purchaseOrderId), inArray(payments.status, [...openPaymentStatuses])))
    .orderBy(desc(payments.createdAt))
    .limit(1);
  return found ?? null;
}

/** What the provider called it, as soon as it is known; never overwritten. A settled payment stays settled: answers the
 *  status it has. */
export async function rememberProvider(
  db: DbOrTx,
  p: { id: string; status?: PaymentStatus; sessionId?: string; intentId?: string; url?: string; dueAt?: Date },
): Promise<PaymentStatus | null> {
  const [row] = await db
    .update(payments)
    .set({
      ...(p.sessionId && { sessionId: sql`coalesce(${payments.sessionId}, ${p.sessionId})` }),
      ...(p.intentId && { intentId: sql`coalesce(${payments.intentId}, ${p.intentId})` }),
      ...(p.url && { url: p.url }),
      ...(p.dueAt && { dueAt: p.dueAt }),
      ...(p.status && {
        status: sql`case when ${payments.status} in ('starting', 'open', 'requires_action') then ${p.status} else ${payments.status} end`,
      }),
    })
    .where(eq(payments.id, p.id))
    .returning({ status: payments.status });
  return row?.status ?? null;
}

/** Changes nothing and returns false unless the payment is still in one of `from`. */
export async function movePayment(
  tx: Tx,
  p: {
    id: string;
    from: readonly PaymentStatus[];
    to: PaymentStatus;
    set?: Partial<
      Pick<Payment, 'receivedMinor' | 'settledAt' | 'failureCode' | 'intentId' | 'customerId' | 'methodId'>
    >;
  },
): Promise<boolean> {
  const moved = await tx
    .update(payments)
    .set({ ...p.set, status: p.to })
    .where(and(eq(payments.id, p.id), inArray(payments.status, [...p.from])))
    .returning({ id: payments.id });
  return moved.length > 0;
}

/** Asks again later. */
export async function postponePayment(db: DbOrTx, p: { id: string; dueAt: Date }): Promise<void> {
  await db.update(payments).set({ dueAt: p.dueAt }).where(eq(payments.id, p.id));
}

/** Payments to ask the provider about, the longest due first. */
export async function listDuePayments(
  db: DbOrTx,
  p: { at: Date; limit: number },
): Promise<{ id: string; orderId: string }[]> {
  return db
    .select({ id: payments.id, orderId: payments.orderId })
    .from(payments)
    .where(and(inArray(payments.status, [...openPaymentStatuses]), lte(payments.dueAt, p.at)))
    .orderBy(asc(payments.dueAt))
    .limit(p.limit);
}

/** False when this event was seen before: it is worked once. */
export async function addPaymentEvent(db: DbOrTx, p: { id: string; type: string; at: Date }): Promise<boolean> {
  const added = await db
    .insert(paymentEvents)
    .values({ id: p.id, type: p.type, receivedAt: p.at })
    .onConflictDoNothing()
    .returning({ id: paymentEvents.id });
  return added.length > 0;
}

export type NewRefund = typeof refunds.$inferInsert;

export async function addRefund(tx: Tx, p: NewRefund): Promise<void> {
  await tx.insert(refunds).values(p);
}

export type RefundToMake = typeof refunds.$inferSelect & { intentId: string | null; sessionId: string | null };

export async function findRefund(db: DbOrTx, p: { id: string }): Promise<RefundToMake | null> {
  const [found] = await db
    .select({ refund: refunds, intentId: payments.intentId, sessionId: payments.sessionId })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(refunds.id, p.id));
  return found ? { ...found.refund, intentId: found.intentId, sessionId: found.sessionId } : null;
}

/** Changes nothing and returns false unless the refund is still due. */
export async function settleRefundRow(
  tx: Tx,
  p: { id: string; as: 'succeeded' | 'failed'; providerId: string | null; at: Date },
): Promise<boolean> {
  const settled = await tx
    .update(refunds)
    .set({ status: p.as, providerId: p.providerId, settledAt: p.at })
    .where(and(eq(refunds.id, p.id), eq(refunds.status, 'due')))
    .returning({ id: refunds.id });
  return settled.length > 0;
}

export async function postponeRefund(db: DbOrTx, p: { id: string; dueAt: Date }): Promise<void> {
  await db.update(refunds).set({ dueAt: p.dueAt }).where(eq(refunds.id, p.id));
}

export async function listDueRefunds(db: DbOrTx, p: { at: Date; limit: number }): Promise<{ id: string }[]> {
  return db
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.status, 'due'), lte(refunds.dueAt, p.at)))
    .orderBy(asc(refunds.dueAt))
    .limit(p.limit);
}

/** What was given back of an order or is promised to be, in minor units. */
export async function sumRefundsOfOrder(db: DbOrTx, p: { orderId: string }): Promise<bigint> {
  const [row] = await db
    .select({ minor: sql<string>`coalesce(sum(${refunds.amountMinor}), 0)::text` })
    .from(refunds)
    .where(and(eq(refunds.orderId, p.orderId), inArray(refunds.status, ['due', 'succeeded'])));
  return BigInt(row?.minor ?? '0');
}
