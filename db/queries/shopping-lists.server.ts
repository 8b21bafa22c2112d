import { type SQL, and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { boughtStatuses } from '#app/domain/orders/lifecycle.ts';
import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { products, variants } from '#db/schema/catalog.ts';
import { orderLines, orders } from '#db/schema/orders.ts';
import { shoppingListLines, shoppingLists } from '#db/schema/shopping-lists.ts';
import { type OrderScope, isWithin } from './orders.server';

/** Whose lists somebody reaches: their own as a consumer; in a company their own there, and what their units share. */
export type ListReader =
  | { readonly kind: 'person'; readonly personId: string }
  | {
      readonly kind: 'member';
      readonly personId: string;
      readonly companyId: string;
      readonly unitIds: readonly string[];
    };

const isTheirs = (reader: ListReader): SQL | undefined =>
  reader.kind === 'person'
    ? and(eq(shoppingLists.ownerId, reader.personId), isNull(shoppingLists.companyId))
    : and(
        eq(shoppingLists.companyId, reader.companyId),
        or(
          eq(shoppingLists.ownerId, reader.personId),
          and(
            isNull(shoppingLists.ownerId),
            sql`${shoppingLists.unitId} = any(${sql.param(`{${reader.unitIds.join(',')}}`)}::uuid[])`,
          ),
        ),
      );

export type ShoppingList = typeof shoppingLists.$inferSelect;

export async function listShoppingLists(
  db: DbOrTx,
  p: { reader: ListReader; limit: number },
): Promise<(ShoppingList & { lines: number })[]> {
  const rows = await db
    .select({
      list: shoppingLists,
      lines: sql<number>`(select count(*)::int from ${shoppingListLines} where ${shoppingListLines.listId} = ${shoppingLists.id})`,
    })
    .from(shoppingLists)
    .where(isTheirs(p.reader))
    .orderBy(asc(sql`lower(${shoppingLists.name})`), asc(shoppingLists.id))
    .limit(p.limit);
  return rows.map(({ list, lines }) => ({ ...list, lines }));
}

/** Null when there is none they reach. */
export async function findShoppingList(
  db: DbOrTx,
  p: { reader: ListReader; id: string; lock?: boolean },
): Promise<ShoppingList | null> {
  const query = db
    .select()
    .from(shoppingLists)
    .where(and(eq(shoppingLists.id, p.id), isTheirs(p.reader)));
  const [row] = p.lock ? await query.for('no key update') : await query;
  return row ?? null;
}

export async function addShoppingList(tx: Tx, p: typeof shoppingLists.$inferInsert): Promise<void> {
  await tx.insert(shoppingLists).values(p);
}

/** The caller holds the list. */
export async function changeShoppingList(
  tx: Tx,
  p: { id: string; set: Partial<Pick<ShoppingList, 'name' | 'ownerId' | 'unitId'>>; at: Date },
): Promise<void> {
  await tx
    .update(shoppingLists)
    .set({ ...p.set, changedAt: p.at, version: sql`${shoppingLists.version} + 1` })
    .where(eq(shoppingLists.id, p.id));
}

export async function removeShoppingList(tx: Tx, p: { id: string }): Promise<void> {
  await tx.delete(shoppingLists).where(eq(shoppingLists.id, p.id));
}

export type ShoppingListLine = typeof shoppingListLines.$inferSelect;
export type ListedArticle = ShoppingListLine & {
  sku: string;
  productId: string;
  handle: string;
  title: Record<string, string>;
  options: Record<string, string>;
  minQuantity: string;
  quantityStep: string;
  isOffered: boolean;
};

/** By number. */
export async function readListLines(db: DbOrTx, p: { listId: string }): Promise<ListedArticle[]> {
  const rows = await db
    .select({
      line: shoppingListLines,
      sku: variants.sku,
      productId: products.id,
      handle: products.handle,
      title: products.title,
      options: variants.options,
      minQuantity: variants.minQuantity,
      quantityStep: variants.quantityStep,
      isOffered: sql<boolean>`${variants.status} = 'active' and ${products.status} = 'active'`,
    })
    .from(shoppingListLines)
    .innerJoin(variants, eq(variants.id, shoppingListLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(eq(shoppingListLines.listId, p.listId))
    .orderBy(asc(shoppingListLines.line));
  return rows.map(({ line, ...article }) => ({ ...line, ...article }));
}

/** Puts lines on a list; a number that is on it has what is said now. The caller holds the list. */
export async function putListLines(tx: Tx, p: { lines: readonly ShoppingListLine[] }): Promise<void> {
  if (p.lines.length === 0) return;
  await tx
    .insert(shoppingListLines)
    .values([...p.lines])
    .onConflictDoUpdate({
      target: [shoppingListLines.listId, shoppingListLines.line],
      set: {
        quantity: sql`excluded.quantity`,
        parLevel: sql`excluded.par_level`,
        leftOver: sql`excluded.left_over`,
      },
    });
}

export async function removeListLines(tx: Tx, p: { listId: string; lines: readonly number[] }): Promise<void> {
  await tx
    .delete(shoppingListLines)
    .where(and(eq(shoppingListLines.listId, p.listId), inArray(shoppingListLines.line, [...p.lines])));
}

/** How much the newest order in the scope had of each variant in each configuration; the newest first. */
export async function readLastQuantities(
  db: DbOrTx,
  p: { scope: OrderScope; variantIds: readonly string[] },
): Promise<{ variantId: string; configuration: LineConfiguration; quantity: string }[]> {
  if (p.variantIds.length === 0) return [];
  const newest = db
    .selectDistinctOn([orderLines.variantId, orderLines.configuration], {
      variantId: sql<string>`${orderLines.variantId}`.as('variant_id'),
      configuration: orderLines.configuration,
      quantity: orderLines.quantity,
      placedAt: orders.placedAt,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(
      and(
        inArray(orderLines.variantId, [...p.variantIds]),
        isWithin(p.scope),
        isNotNull(orders.placedAt),
        inArray(orders.status, [...boughtStatuses]),
      ),
    )
    .orderBy(orderLines.variantId, orderLines.configuration, desc(orders.placedAt))
    .as('newest');
  return db
    .select({ variantId: newest.variantId, configuration: newest.configuration, quantity: newest.quantity })
    .from(newest)
    .orderBy(desc(newest.placedAt));
}
