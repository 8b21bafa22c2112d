import { and, asc, desc, eq, inArray, isNull, lte, notInArray, sql } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import { type PurchaseOrderStatus, endedUnplaced, openAtCustomer } from '#app/domain/purchase-orders/lifecycle.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { companies, costCentres, units } from '#db/schema/companies.ts';
import { purchaseOrderLines, purchaseOrderRevisions, purchaseOrders } from '#db/schema/purchase-orders.ts';
import { isInScope } from './in-scope';
import { inBatches } from './in-batches';

type OrderRow = typeof purchaseOrders.$inferSelect;
type RevisionRow = typeof purchaseOrderRevisions.$inferSelect;
export type PurchaseOrderLine = typeof purchaseOrderLines.$inferSelect;

/** A purchase order with its newest revision and where it belongs. */
export type PurchaseOrder = OrderRow &
  Omit<RevisionRow, 'purchaseOrderId' | 'revision' | 'createdAt' | 'submittedAt'> & {
    company: {
      slug: string;
      name: string;
      currency: OrderingCurrency;
      timeZone: string;
      /** Deciding above this total asks for a code; null = never. */
      secondFactorAboveMinor: bigint | null;
    };
    unit: { slug: string; name: string };
    costCentre: string | null;
  };
type OrderingCurrency = RevisionRow['currency'];

const columns = {
  order: purchaseOrders,
  revision: purchaseOrderRevisions,
  company: {
    slug: companies.slug,
    name: companies.name,
    currency: companies.currency,
    timeZone: companies.timeZone,
    secondFactorAboveMinor: companies.totpAboveMinor,
  },
  unit: { slug: units.slug, name: units.name },
  costCentre: costCentres.code,
};

const selected = (db: DbOrTx) =>
  db
    .select(columns)
    .from(purchaseOrders)
    .innerJoin(
      purchaseOrderRevisions,
      and(
        eq(purchaseOrderRevisions.purchaseOrderId, purchaseOrders.id),
        eq(purchaseOrderRevisions.revision, purchaseOrders.revision),
      ),
    )
    .innerJoin(companies, eq(companies.id, purchaseOrders.companyId))
    .innerJoin(units, eq(units.id, purchaseOrders.unitId))
    .leftJoin(costCentres, eq(costCentres.id, purchaseOrderRevisions.costCentreId));

type Selected = Awaited<ReturnType<typeof selected>>[number];
const purchaseOrderOf = ({ order, revision, company, unit, costCentre }: Selected): PurchaseOrder => ({
  ...revision,
  ...order,
  company,
  unit,
  costCentre,
});

const isWithin = (scope: CompanyScope) =>
  isInScope(scope, { companyId: purchaseOrders.companyId, unitId: purchaseOrders.unitId });

/** Null when missing or outside the scope. */
export async function findPurchaseOrder(
  db: DbOrTx,
  p: { scope: CompanyScope; id: string },
): Promise<PurchaseOrder | null> {
  const [row] = await selected(db).where(and(eq(purchaseOrders.id, p.id), isWithin(p.scope)));
  return row ? purchaseOrderOf(row) : null;
}

/** The one a turn of an accepted quote became and that still stands. */
export async function findPurchaseOrderOfQuote(
  db: DbOrTx,
  p: { scope: CompanyScope; quoteId: string; turn: number },
): Promise<PurchaseOrder | null> {
  const [row] = await selected(db).where(
    and(
      eq(purchaseOrders.quoteId, p.quoteId),
      eq(purchaseOrders.quoteTurn, p.turn),
      notInArray(purchaseOrders.status, [...endedUnplaced]),
      isWithin(p.scope),
    ),
  );
  return row ? purchaseOrderOf(row) : null;
}

/** What a cart became, directly or by its quote; the newest where a cancelled one was ordered again. */
export async function findPurchaseOrderOfCart(
  db: DbOrTx,
  p: { scope: CompanyScope; cartId: string },
): Promise<PurchaseOrder | null> {
  const [row] = await selected(db)
    .where(and(eq(purchaseOrders.cartId, p.cartId), isWithin(p.scope)))
    .orderBy(desc(purchaseOrders.createdAt))
    .limit(1);
  return row ? purchaseOrderOf(row) : null;
}

export async function listLines(
  db: DbOrTx,
  p: { purchaseOrderId: string; revision: number },
): Promise<PurchaseOrderLine[]> {
  return db
    .select()
    .from(purchaseOrderLines)
    .where(and(eq(purchaseOrderLines.purchaseOrderId, p.purchaseOrderId), eq(purchaseOrderLines.revision, p.revision)))
    .orderBy(asc(purchaseOrderLines.line));
}

export type PurchaseOrderFilter = {
  scope: CompanyScope;
  statuses?: readonly PurchaseOrderStatus[];
  companyId?: string;
  /** Of what comes after this one, newest first. */
  after?: { createdAt: Date; id: string } | null;
  limit: number;
};

/** Newest first. */
export async function listPurchaseOrders(db: DbOrTx, p: PurchaseOrderFilter): Promise<PurchaseOrder[]> {
  const rows = await selected(db)
    .where(
      and(
        isWithin(p.scope),
        p.companyId ? eq(purchaseOrders.companyId, p.companyId) : undefined,
        p.statuses ? inArray(purchaseOrders.status, [...p.statuses]) : undefined,
        p.after
          ? sql`(${purchaseOrders.createdAt}, ${purchaseOrders.id}) < (${p.after.createdAt.toISOString()}::timestamptz, ${p.after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(sql`${purchaseOrders.createdAt} desc`, sql`${purchaseOrders.id} desc`)
    .limit(p.limit);
  return rows.map(purchaseOrderOf);
}

/** What rests with customers in the scope, the longest unchanged first. */
export async function listOpenAtCustomers(
  db: DbOrTx,
  p: { scope: CompanyScope; after: { changedAt: Date; id: string } | null; limit: number },
): Promise<PurchaseOrder[]> {
  const rows = await selected(db)
    .where(
      and(
        isWithin(p.scope),
        inArray(purchaseOrders.status, [...openAtCustomer]),
        p.after
          ? sql`(${purchaseOrders.changedAt}, ${purchaseOrders.id}) > (${p.after.changedAt.toISOString()}::timestamptz, ${p.after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(purchaseOrders.changedAt), asc(purchaseOrders.id))
    .limit(p.limit);
  return rows.map(purchaseOrderOf);
}

export type NewPurchaseOrder = typeof purchaseOrders.$inferInsert;
export type NewRevision = typeof purchaseOrderRevisions.$inferInsert;
export type NewLine = typeof purchaseOrderLines.$inferInsert;

/** False when the company has used the number: nothing is written then. */
export async function addPurchaseOrder(tx: Tx, p: { order: NewPurchaseOrder }): Promise<boolean> {
  const added = await tx
    .insert(purchaseOrders)
    .values(p.order)
    .onConflictDoNothing({ target: [purchaseOrders.companyId, purchaseOrders.number] })
    .returning({ id: purchaseOrders.id });
  return added.length > 0;
}

/** Writes a revision with its lines; one that is not submitted yet is written over. */
export async function saveRevision(
  tx: Tx,
  p: { revision: NewRevision; lines: readonly Omit<NewLine, 'purchaseOrderId' | 'revision'>[] },
): Promise<void> {
  const { purchaseOrderId, revision } = p.revision;
  await tx
    .insert(purchaseOrderRevisions)
    .values(p.revision)
    .onConflictDoUpdate({
      target: [purchaseOrderRevisions.purchaseOrderId, purchaseOrderRevisions.revision],
      set: p.revision,
      setWhere: isNull(purchaseOrderRevisions.submittedAt),
    });
  await tx
    .delete(purchaseOrderLines)
    .where(and(eq(purchaseOrderLines.purchaseOrderId, purchaseOrderId), eq(purchaseOrderLines.revision, revision)));
  await inBatches(p.lines, 1_000, (part) =>
    tx.insert(purchaseOrderLines).values(part.map((line) => ({ ...line, purchaseOrderId, revision }))),
  );
}

/** Changes nothing and returns false unless the order is still in one of `from`. */
export async function movePurchaseOrder(
  tx: Tx,
  p: {
    id: string;
    from: readonly PurchaseOrderStatus[];
    to: PurchaseOrderStatus;
    at: Date;
    set?: Partial<
      Pick<
        OrderRow,
        'revision' | 'orderId' | 'failureCode' | 'submittedAt' | 'dueAt' | 'notes' | 'number' | 'deliveryOn'
      >
    >;
  },
): Promise<boolean> {
  const moved = await tx
    .update(purchaseOrders)
    .set({ ...p.set, status: p.to, changedAt: p.at, version: sql`${purchaseOrders.version} + 1` })
    .where(and(eq(purchaseOrders.id, p.id), inArray(purchaseOrders.status, [...p.from])))
    .returning({ id: purchaseOrders.id });
  return moved.length > 0;
}

export async function isNumberTaken(
  db: DbOrTx,
  p: { companyId: string; number: string; except: string },
): Promise<boolean> {
  const [row] = await db
    .select({ id: purchaseOrders.id })
    .from(purchaseOrders)
    .where(and(eq(purchaseOrders.companyId, p.companyId), eq(purchaseOrders.number, p.number)));
  return row !== undefined && row.id !== p.except;
}

/** Approved or begun to be placed and not finished: by now somebody else should have. */
export async function listUnderWay(db: DbOrTx, p: { at: Date; limit: number }): Promise<string[]> {
  const rows = await db
    .select({ id: purchaseOrders.id })
    .from(purchaseOrders)
    .where(and(inArray(purchaseOrders.status, ['approved', 'placing']), lte(purchaseOrders.dueAt, p.at)))
    .orderBy(asc(purchaseOrders.dueAt), asc(purchaseOrders.id))
    .limit(p.limit);
  return rows.map(({ id }) => id);
}

/** The company's own number of it, as it stands on the documents that follow. Null when there is none. */
export async function findPurchaseOrderNumber(db: DbOrTx, p: { id: string }): Promise<string | null> {
  const [row] = await db
    .select({ number: purchaseOrders.number })
    .from(purchaseOrders)
    .where(eq(purchaseOrders.id, p.id));
  return row?.number ?? null;
}
