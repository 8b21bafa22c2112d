import { inArray, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { stockLevels, stockMovements } from '#db/schema/catalog.ts';
import { stockReservations } from '#db/schema/orders.ts';

export type VariantQuantity = { variantId: string; quantity: string };

const asRows = (quantities: readonly VariantQuantity[]) => sql`
  jsonb_to_recordset(${JSON.stringify(quantities)}::jsonb) as wanted ("variantId" uuid, quantity numeric)`;

/** Promises these quantities to an order. The caller holds the locks and has seen that they are there. */
export async function reserveStock(
  tx: Tx,
  p: { orderId: string; quantities: readonly VariantQuantity[]; at: Date },
): Promise<void> {
  if (p.quantities.length === 0) return;
  await tx.execute(sql`
    with kept as (
      insert into ${stockReservations} (order_id, variant_id, quantity, status, at)
      select ${p.orderId}::uuid, wanted."variantId", wanted.quantity, 'reserved', ${p.at.toISOString()}::timestamptz
      from ${asRows(p.quantities)}
      on conflict (order_id, variant_id) do update set status = 'reserved', quantity = excluded.quantity, at = excluded.at
      returning variant_id, quantity
    )
    update ${stockLevels} set reserved = ${stockLevels.reserved} + kept.quantity, updated_at = ${p.at.toISOString()}::timestamptz
    from kept where ${stockLevels.variantId} = kept.variant_id`);
}

/** What was reserved for the order leaves the shelf. The caller holds the locks (lockStockOfOrder). Does nothing for reservations that are not (or no longer) open. */
export async function commitStock(tx: Tx, p: { orderId: string; at: Date }): Promise<void> {
  await tx.execute(sql`
    with taken as (
      update ${stockReservations} set status = 'committed', at = ${p.at.toISOString()}::timestamptz
      where ${stockReservations.orderId} = ${p.orderId} and ${stockReservations.status} = 'reserved'
      returning variant_id, quantity
    ), moved as (
      insert into ${stockMovements} (id, variant_id, change, reason, order_id, at)
      select gen_random_uuid(), taken.variant_id, -taken.quantity, 'ordered', ${p.orderId}::uuid, ${p.at.toISOString()}::timestamptz
      from taken
    )
    update ${stockLevels}
    set on_hand = ${stockLevels.onHand} - taken.quantity, reserved = ${stockLevels.reserved} - taken.quantity,
        updated_at = ${p.at.toISOString()}::timestamptz
    from taken where ${stockLevels.variantId} = taken.variant_id`);
}

/** What was reserved for the order is free again. The caller holds the locks. */
export async function releaseStock(tx: Tx, p: { orderId: string; at: Date }): Promise<void> {
  await tx.execute(sql`
    with freed as (
      update ${stockReservations} set status = 'released', at = ${p.at.toISOString()}::timestamptz
      where ${stockReservations.orderId} = ${p.orderId} and ${stockReservations.status} = 'reserved'
      returning variant_id, quantity
    )
    update ${stockLevels} set reserved = ${stockLevels.reserved} - freed.quantity, updated_at = ${p.at.toISOString()}::timestamptz
    from freed where ${stockLevels.variantId} = freed.variant_id`);
}

/** Goods that were sold and never left come back on the shelf: a cancelled order. */
export async function returnStock(tx: Tx, p: { orderId: string; reason: string; at: Date }): Promise<void> {
  await tx.execute(sql`
    with back as (
      update ${stockReservations} set status = 'released', at = ${p.at.toISOString()}::timestamptz
      where ${stockReservations.orderId} = ${p.orderId} and ${stockReservations.status} = 'committed'
      returning variant_id, quantity
    ), moved as (
      insert into ${stockMovements} (id, variant_id, change, reason, order_id, at)
      select gen_random_uuid(), back.variant_id, back.quantity, ${p.reason}, ${p.orderId}::uuid, ${p.at.toISOString()}::timestamptz
      from back
    )
    update ${stockLevels} set on_hand = ${stockLevels.onHand} + back.quantity, updated_at = ${p.at.toISOString()}::timestamptz
    from back where ${stockLevels.variantId} = back.variant_id`);
}

/** What a buyer sent back and can be sold again. The caller holds the locks. */
export async function putBackOnShelf(
  tx: Tx,
  p: { orderId: string; quantities: readonly VariantQuantity[]; reason: string; at: Date },
): Promise<void> {
  if (p.quantities.length === 0) return;
  await tx.execute(sql`
    with back as (
      select variant_id, sum(quantity) as quantity
      from jsonb_to_recordset(${JSON.stringify(p.quantities.map(({ variantId, quantity }) => ({ variant_id: variantId, quantity })))}::jsonb)
        as more (variant_id uuid, quantity numeric) group by variant_id
    ), moved as (
      insert into ${stockMovements} (id, variant_id, change, reason, order_id, at)
      select gen_random_uuid(), back.variant_id, back.quantity, ${p.reason}, ${p.orderId}::uuid, ${p.at.toISOString()}::timestamptz
      from back
    )
    update ${stockLevels} set on_hand = ${stockLevels.onHand} + back.quantity, updated_at = ${p.at.toISOString()}::timestamptz
    from back where ${stockLevels.variantId} = back.variant_id`);
}

/** Makes sure there is a row to lock for variants nobody ever counted. */
export async function ensureStockRows(tx: Tx, p: { variantIds: readonly string[]; at: Date }): Promise<void> {
  if (p.variantIds.length === 0) return;
  await tx
    .insert(stockLevels)
    .values([...p.variantIds].sort().map((variantId) => ({ variantId, updatedAt: p.at })))
    .onConflictDoNothing();
}

export type StockLevel = { variantId: string; onHand: string; reserved: string };

export async function readStock(db: DbOrTx, p: { variantIds: readonly string[] }): Promise<StockLevel[]> {
  return db
    .select({ variantId: stockLevels.variantId, onHand: stockLevels.onHand, reserved: stockLevels.reserved })
    .from(stockLevels)
    .where(inArray(stockLevels.variantId, [...p.variantIds]));
}
