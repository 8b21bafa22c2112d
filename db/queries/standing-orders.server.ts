import { type SQL, and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { StandingStatus } from '#app/domain/standing-orders/lifecycle.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { memberRoles, members } from '#db/schema/companies.ts';
import { orders } from '#db/schema/orders.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { standingOrderRuns, standingOrders } from '#db/schema/standing-orders.ts';

export type StandingOrder = typeof standingOrders.$inferSelect;
export type StandingRun = typeof standingOrderRuns.$inferSelect;

/** Whose standing orders somebody sees: their own as a consumer, or those of the units they buy for. */
export type StandingReader =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'member'; readonly companyId: string; readonly unitIds: readonly string[] };

const isTheirs = (reader: StandingReader): SQL | undefined =>
  reader.kind === 'person'
    ? and(eq(standingOrders.ownerId, reader.personId), isNull(standingOrders.companyId))
    : and(
        eq(standingOrders.companyId, reader.companyId),
        sql`${standingOrders.unitId} = any(${sql.param(`{${reader.unitIds.join(',')}}`)}::uuid[])`,
      );

/** Those still going first, the newest of them on top. */
export async function listStandingOrders(
  db: DbOrTx,
  p: { reader: StandingReader; limit: number },
): Promise<StandingOrder[]> {
  return db
    .select()
    .from(standingOrders)
    .where(isTheirs(p.reader))
    .orderBy(sql`${standingOrders.status} = 'ended'`, desc(standingOrders.createdAt), desc(standingOrders.id))
    .limit(p.limit);
}

/** Null when there is none they see. */
export async function findStandingOrder(
  db: DbOrTx,
  p: { reader: StandingReader; id: string },
): Promise<StandingOrder | null> {
  const [row] = await db
    .select()
    .from(standingOrders)
    .where(and(eq(standingOrders.id, p.id), isTheirs(p.reader)));
  return row ?? null;
}

/** For whatever happens by itself, whoever it belongs to. */
export async function readStandingOrder(db: DbOrTx, p: { id: string }): Promise<StandingOrder | null> {
  const [row] = await db.select().from(standingOrders).where(eq(standingOrders.id, p.id));
  return row ?? null;
}

/** False when it was made before. */
export async function addStandingOrder(tx: Tx, p: typeof standingOrders.$inferInsert): Promise<boolean> {
  const added = await tx.insert(standingOrders).values(p).onConflictDoNothing().returning({ id: standingOrders.id });
  return added.length > 0;
}

/** The caller holds its lock. Whoever had the page open before is told so. */
export async function changeStandingOrder(
  tx: Tx,
  p: { id: string; set: Partial<typeof standingOrders.$inferInsert>; at: Date },
): Promise<void> {
  await tx
    .update(standingOrders)
    .set({ ...p.set, changedAt: p.at, version: sql`${standingOrders.version} + 1` })
    .where(eq(standingOrders.id, p.id));
}

/** When the sweep looks next, and what it is done with: nothing a reader of the page would have to know. */
export async function moveStandingOrder(
  tx: Tx,
  p: { id: string; set: Partial<Pick<StandingOrder, 'nextAt' | 'handledThrough' | 'lines' | 'agreedAt' | 'ownerId'>> },
): Promise<void> {
  await tx.update(standingOrders).set(p.set).where(eq(standingOrders.id, p.id));
}

export async function listDueStandingOrders(db: DbOrTx, p: { at: Date; limit: number }): Promise<string[]> {
  const rows = await db
    .select({ id: standingOrders.id })
    .from(standingOrders)
    .where(and(isNotNull(standingOrders.nextAt), lte(standingOrders.nextAt, p.at)))
    .orderBy(asc(standingOrders.nextAt), asc(standingOrders.id))
    .limit(p.limit);
  return rows.map(({ id }) => id);
}

/** Of these people in that company, what has not ended. */
export async function listStandingOrdersOf(
  db: DbOrTx,
  p: { companyId: string | null; personIds: readonly string[] },
): Promise<StandingOrder[]> {
  if (p.personIds.length === 0) return [];
  const going: StandingStatus[] = ['active', 'paused'];
  return db
    .select()
    .from(standingOrders)
    .where(
      and(
        inArray(standingOrders.ownerId, [...p.personIds]),
        p.companyId === null ? isNull(standingOrders.companyId) : eq(standingOrders.companyId, p.companyId),
        inArray(standingOrders.status, going),
      ),
    )
    .orderBy(asc(standingOrders.id));
}

/** An admin of the unit: the one nearest above who has been there longest. Null when there is none but those named. */
export async function findUnitAdmin(
  db: DbOrTx,
  p: { unitsUpward: readonly string[]; except: readonly string[] },
): Promise<string | null> {
  if (p.unitsUpward.length === 0) return null;
  const rows = await db
    .select({ personId: members.personId, unitId: memberRoles.unitId })
    .from(memberRoles)
    .innerJoin(members, eq(members.id, memberRoles.memberId))
    .where(
      and(inArray(memberRoles.unitId, [...p.unitsUpward]), eq(memberRoles.role, 'admin'), eq(members.status, 'active')),
    )
    .orderBy(asc(members.createdAt), asc(members.id));
  const willing = rows.filter(({ personId }) => !p.except.includes(personId));
  for (const unit of p.unitsUpward) {
    const found = willing.find(({ unitId }) => unitId === unit);
    if (found) return found.personId;
  }
  return null;
}

/** Runs that are under way or differ from the rest: what the next step is decided by. */
export const readLiveRuns = async (db: DbOrTx, p: { standingOrderId: string }): Promise<StandingRun[]> =>
  (await listLiveRuns(db, { standingOrderIds: [p.standingOrderId] })).get(p.standingOrderId) ?? [];

/** The same of many standing orders, by their ids. One statement. */
export async function listLiveRuns(
  db: DbOrTx,
  p: { standingOrderIds: readonly string[] },
): Promise<Map<string, StandingRun[]>> {
  const found = new Map<string, StandingRun[]>(p.standingOrderIds.map((id) => [id, []]));
  if (found.size === 0) return found;
  const rows = await db
    .select()
    .from(standingOrderRuns)
    .where(
      and(
        inArray(standingOrderRuns.standingOrderId, [...found.keys()]),
        or(
          inArray(standingOrderRuns.status, ['planned', 'skipped', 'noticed', 'waiting', 'ordering']),
          and(eq(standingOrderRuns.status, 'retrying'), isNull(standingOrderRuns.purchaseOrderId)),
        ),
      ),
    )
    .orderBy(asc(standingOrderRuns.plannedOn));
  for (const run of rows) found.get(run.standingOrderId)?.push(run);
  return found;
}

export type PastRun = StandingRun & { orderNumber: string | null; purchaseOrderState: string | null };

/** The newest first, with what they became. */
export async function readRuns(db: DbOrTx, p: { standingOrderId: string; limit: number }): Promise<PastRun[]> {
  const rows = await db
    .select({ run: standingOrderRuns, orderNumber: orders.number, purchaseOrderState: purchaseOrders.status })
    .from(standingOrderRuns)
    .leftJoin(purchaseOrders, eq(purchaseOrders.id, standingOrderRuns.purchaseOrderId))
    .leftJoin(orders, eq(orders.id, sql`coalesce(${standingOrderRuns.orderId}, ${purchaseOrders.orderId})`))
    .where(eq(standingOrderRuns.standingOrderId, p.standingOrderId))
    .orderBy(desc(standingOrderRuns.plannedOn))
    .limit(p.limit);
  return rows.map(({ run, ...more }) => ({ ...run, ...more }));
}

/** Null when that day has no row of its own. */
export async function findRun(
  db: DbOrTx,
  p: { standingOrderId: string } & ({ plannedOn: string } | { id: string }),
): Promise<StandingRun | null> {
  const [row] = await db
    .select()
    .from(standingOrderRuns)
    .where(
      and(
        eq(standingOrderRuns.standingOrderId, p.standingOrderId),
        'id' in p ? eq(standingOrderRuns.id, p.id) : eq(standingOrderRuns.plannedOn, p.plannedOn),
      ),
    );
  return row ?? null;
}

/** The run an order or a purchase order was made by. Null when it was not made so. */
export async function findRunBehind(
  db: DbOrTx,
  p: { orderId: string } | { purchaseOrderId: string },
): Promise<StandingRun | null> {
  const [row] = await db
    .select()
    .from(standingOrderRuns)
    .where(
      'orderId' in p
        ? eq(standingOrderRuns.orderId, p.orderId)
        : eq(standingOrderRuns.purchaseOrderId, p.purchaseOrderId),
    )
    .limit(1);
  return row ?? null;
}

/** The latest that became an order since a moment. Null when none did. */
export async function findLastPlacedRun(
  db: DbOrTx,
  p: { standingOrderId: string; since: Date },
): Promise<StandingRun | null> {
  const [row] = await db
    .select({ run: standingOrderRuns })
    .from(standingOrderRuns)
    .leftJoin(purchaseOrders, eq(purchaseOrders.id, standingOrderRuns.purchaseOrderId))
    .where(
      and(
        eq(standingOrderRuns.standingOrderId, p.standingOrderId),
        eq(standingOrderRuns.status, 'ordered'),
        gt(standingOrderRuns.settledAt, p.since),
        or(isNull(standingOrderRuns.purchaseOrderId), eq(purchaseOrders.status, 'placed')),
      ),
    )
    .orderBy(desc(standingOrderRuns.plannedOn))
    .limit(1);
  return row?.run ?? null;
}

/** The row of that day, made or changed. The caller holds the standing order. */
export async function putRun(
  tx: Tx,
  p: { run: typeof standingOrderRuns.$inferInsert; set: Partial<typeof standingOrderRuns.$inferInsert> },
): Promise<StandingRun> {
  const [row] = await tx
    .insert(standingOrderRuns)
    .values({ ...p.run, ...p.set })
    .onConflictDoUpdate({ target: [standingOrderRuns.standingOrderId, standingOrderRuns.plannedOn], set: p.set })
    .returning();
  if (!row) throw new Error('a run was neither made nor changed');
  return row;
}

export async function changeRun(
  tx: Tx,
  p: { id: string; set: Partial<typeof standingOrderRuns.$inferInsert> },
): Promise<void> {
  await tx.update(standingOrderRuns).set(p.set).where(eq(standingOrderRuns.id, p.id));
}

/** Days that have not come and are not to come so any more. */
export async function dropRuns(tx: Tx, p: { ids: readonly string[] }): Promise<void> {
  if (p.ids.length > 0) await tx.delete(standingOrderRuns).where(inArray(standingOrderRuns.id, [...p.ids]));
}

/** Runs whose purchase order could not be paid by the company's card, and is to be tried again or given up. */
export async function listUnpaidRuns(db: DbOrTx, p: { at: Date; limit: number }): Promise<StandingRun[]> {
  return db
    .select()
    .from(standingOrderRuns)
    .where(and(isNotNull(standingOrderRuns.purchaseOrderId), lte(standingOrderRuns.nextTryAt, p.at)))
    .orderBy(asc(standingOrderRuns.nextTryAt), asc(standingOrderRuns.id))
    .limit(p.limit);
}
