import { and, asc, desc, eq, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { ShippingAddress } from '#app/domain/checkout/address-fields.ts';
import type { OrderStatus } from '#app/domain/orders/lifecycle.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { fulfilments, orderHistory, orderLines, orders, refunds } from '#db/schema/orders.ts';
import { inBatches } from './in-batches';

type OrderRow = typeof orders.$inferSelect;
type OrderLineRow = typeof orderLines.$inferSelect;
type RefundRow = typeof refunds.$inferSelect;

export type NewOrder = typeof orders.$inferInsert;
export type NewOrderLine = typeof orderLines.$inferInsert;

export async function addOrder(tx: Tx, p: { order: NewOrder }): Promise<void> {
  await tx.insert(orders).values(p.order);
}

/** Those whose number is not there yet: their ids by number. */
export async function addPastOrders(tx: Tx, p: { orders: readonly NewOrder[] }): Promise<ReadonlyMap<string, string>> {
  const added = await tx
    .insert(orders)
    .values([...p.orders])
    .onConflictDoNothing({ target: orders.number })
    .returning({ id: orders.id, number: orders.number });
  return new Map(added.map(({ id, number }) => [number, id]));
}

export async function addOrderLines(tx: Tx, p: { lines: readonly NewOrderLine[] }): Promise<void> {
  await inBatches(p.lines, 1_000, (part) => tx.insert(orderLines).values(part));
}

export type HistoryEntry = {
  id: string;
  orderId: string;
  type: string;
  at: Date;
  personId: string | null;
  via: string;
  reason?: string;
  data?: Record<string, unknown>;
};

/** Every change of an order is one row: who, when, why. */
export async function addHistory(tx: Tx, entry: HistoryEntry): Promise<void> {
  await tx.insert(orderHistory).values(entry);
}

export const addHistoryEntries = async (tx: Tx, entries: readonly HistoryEntry[]): Promise<void> =>
  inBatches(entries, 1_000, (part) => tx.insert(orderHistory).values(part));

export type Order = OrderRow & { shipTo: ShippingAddress };
export type OrderLine = OrderLineRow;

/** Who may see an order: whoever placed it, their company's people, the store's staff, or the bearer of its link. */
export type OrderScope =
  | { kind: 'staff' }
  | { kind: 'person'; personId: string }
  | { kind: 'company'; companyId: string; unitIds: readonly string[] | null }
  /** Proved by a signed link or by the browser that paid. */
  | { kind: 'bearer'; orderId: string };

/** The scope as a condition. */
export const isWithin = (scope: OrderScope) => {
  switch (scope.kind) {
    case 'staff':
      return undefined;
    case 'person':
      return and(eq(orders.personId, scope.personId), isNull(orders.companyId));
    case 'company':
      return and(
        eq(orders.companyId, scope.companyId),
        scope.unitIds === null
          ? undefined
          : sql`${orders.unitId} = any(${sql.param(`{${scope.unitIds.join(',')}}`)}::uuid[])`,
      );
    case 'bearer':
      return eq(orders.id, scope.orderId);
  }
};

/** Null when missing or outside the scope. Orders that were never placed exist only for staff and their own buyer. */
export async function findOrder(
  db: DbOrTx,
  p: { scope: OrderScope } & ({ id: string } | { number: string }),
): Promise<Order | null> {
  const [order] = await db
    .select()
    .from(orders)
    .where(and(isWithin(p.scope), 'id' in p ? eq(orders.id, p.id) : eq(orders.number, p.number)));
  return order ?? null;
}

export async function readOrderLines(db: DbOrTx, p: { orderId: string }): Promise<OrderLine[]> {
  return db.select().from(orderLines).where(eq(orderLines.orderId, p.orderId)).orderBy(asc(orderLines.line));
}

export type Fulfilment = typeof fulfilments.$inferSelect;

export async function readFulfilments(db: DbOrTx, p: { orderId: string }): Promise<Fulfilment[]> {
  return db.select().from(fulfilments).where(eq(fulfilments.orderId, p.orderId)).orderBy(asc(fulfilments.at));
}

export type Refund = RefundRow;

export async function readRefunds(db: DbOrTx, p: { orderId: string }): Promise<Refund[]> {
  return db
    .select()
    .from(refunds)
    .where(eq(refunds.orderId, p.orderId))
    .orderBy(asc(refunds.createdAt), asc(refunds.id));
}

export type HistoryRow = typeof orderHistory.$inferSelect;

export async function readHistory(db: DbOrTx, p: { orderId: string }): Promise<HistoryRow[]> {
  return db
    .select()
    .from(orderHistory)
    .where(eq(orderHistory.orderId, p.orderId))
    .orderBy(asc(orderHistory.at), asc(orderHistory.id));
}

/** What identifies the order a cart became, or is being paid as. Null when it was never sent to payment. */
export async function findOrderOfCart(
  db: DbOrTx,
  p: { cartId: string },
): Promise<{ id: string; number: string; status: OrderStatus } | null> {
  const [order] = await db
    .select({ id: orders.id, number: orders.number, status: orders.status })
    .from(orders)
    .where(and(eq(orders.cartId, p.cartId), notInArray(orders.status, ['lapsed'])))
    .orderBy(sql`${orders.status} = 'awaiting_payment'`)
    .limit(1);
  return order ?? null;
}

/** Changes nothing and returns false unless the order is still in `from`. */
export async function moveOrder(
  tx: Tx,
  p: { orderId: string; from: OrderStatus; to: OrderStatus; set?: { placedAt?: Date; paidMinor?: bigint } },
): Promise<boolean> {
  const moved = await tx
    .update(orders)
    .set({ ...p.set, status: p.to, version: sql`${orders.version} + 1` })
    .where(and(eq(orders.id, p.orderId), eq(orders.status, p.from)))
    .returning({ id: orders.id });
  return moved.length > 0;
}

/** Adds what was given back. The caller holds the lock on the order. */
export async function addRefunded(tx: Tx, p: { orderId: string; minor: bigint }): Promise<void> {
  await tx
    .update(orders)
    .set({ refundedMinor: sql`${orders.refundedMinor} + ${p.minor}`, version: sql`${orders.version} + 1` })
    .where(eq(orders.id, p.orderId));
}

/** Adds to what left or came back per line, in one statement. */
export async function addToLines(
  tx: Tx,
  p: {
    orderId: string;
    lines: readonly { line: number; fulfilled?: string; returned?: string; refundedMinor?: bigint }[];
  },
): Promise<void> {
  if (p.lines.length === 0) return;
  const rows = p.lines.map((l) => ({
    line: l.line,
    fulfilled: l.fulfilled ?? '0',
    returned: l.returned ?? '0',
    refunded: (l.refundedMinor ?? 0n).toString(),
  }));
  await tx.execute(sql`
    update ${orderLines} set
      fulfilled_quantity = ${orderLines.fulfilledQuantity} + more.fulfilled,
      returned_quantity = ${orderLines.returnedQuantity} + more.returned,
      refunded_minor = ${orderLines.refundedMinor} + more.refunded
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as more (line int, fulfilled numeric, returned numeric, refunded bigint)
    where ${orderLines.orderId} = ${p.orderId} and ${orderLines.line} = more.line`);
}

export type NewFulfilment = typeof fulfilments.$inferInsert;

export async function addFulfilment(tx: Tx, p: NewFulfilment): Promise<void> {
  await tx.insert(fulfilments).values(p);
}

/** One purchase after which the same person may be recognised: the order's owner is set once. */
export async function giveOrderTo(tx: Tx, p: { orderId: string; personId: string }): Promise<boolean> {
  const given = await tx
    .update(orders)
    .set({ personId: p.personId })
    .where(and(eq(orders.id, p.orderId), isNull(orders.personId)))
    .returning({ id: orders.id });
  return given.length > 0;
}

/** Orders that were placed, newest first, after the one a page ended with. */
export async function listOrders(
  db: DbOrTx,
  p: { scope: OrderScope; after: { placedAt: Date; id: string } | null; limit: number },
): Promise<Order[]> {
  return db
    .select()
    .from(orders)
    .where(
      and(
        isWithin(p.scope),
        isNotNull(orders.placedAt),
        p.after
          ? sql`(${orders.placedAt}, ${orders.id}) < (${p.after.placedAt.toISOString()}::timestamptz, ${p.after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(p.limit);
}

/** By order, in one statement; lines in their order. */
export async function readLinesOfOrders(
  db: DbOrTx,
  p: { orderIds: readonly string[] },
): Promise<Map<string, OrderLine[]>> {
  const byOrder = new Map<string, OrderLine[]>();
  if (p.orderIds.length === 0) return byOrder;
  const rows = await db
    .select()
    .from(orderLines)
    .where(inArray(orderLines.orderId, [...p.orderIds]))
    .orderBy(asc(orderLines.orderId), asc(orderLines.line));
  for (const row of rows) byOrder.set(row.orderId, [...(byOrder.get(row.orderId) ?? []), row]);
  return byOrder;
}

/** Those that were placed, of these numbers; oldest first. For the store's people. */
export async function findOrdersByNumber(db: DbOrTx, p: { numbers: readonly string[] }): Promise<Order[]> {
  if (p.numbers.length === 0) return [];
  return db
    .select()
    .from(orders)
    .where(and(inArray(orders.number, [...p.numbers]), isNotNull(orders.placedAt)))
    .orderBy(asc(orders.placedAt), asc(orders.id));
}
