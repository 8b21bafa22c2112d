import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { StaffRole } from '#app/domain/access/roles.ts';
import type { StockPolicy } from '#app/domain/catalog/states.ts';
import type { Tx } from './client.server';
import { type Cart, type CartOwner, cartColumns, isCartOf } from './queries/carts.server';
import { type Contact, contactColumns } from './queries/contacts.server';
import { type Credentials, credentials, withEmail } from './queries/persons.server';
import { carts } from './schema/carts';
import { products, reviews, stockLevels, variants } from './schema/catalog';
import { companies, costCentres } from './schema/companies';
import { discountCodes } from './schema/discounts';
import { persons, staff } from './schema/identity';
import { orders, reviewRequests, stockReservations } from './schema/orders';
import { priceLists } from './schema/pricing';
import { invoices } from './schema/invoices';
import { purchaseOrders } from './schema/purchase-orders';
import { reorders } from './schema/reorders';
import { contacts } from './schema/reminders';
import { quotes } from './schema/quotes';
import { standingOrders } from './schema/standing-orders';

/** The only locks. Always in this order: contact, person, company, cart, quote, purchase order, order, review request,
 *  review, invoice, reorder, standing order, stock, cost centre; a parent before its children, rows of one kind by id. `no key update` leaves room for the references
 *  other transactions check. */

/** Who sends to an address, and who stops that, take turns here. Null when it was never seen. */
export async function lockContact(tx: Tx, p: { address: string } | { id: string }): Promise<Contact | null> {
  const [contact] = await tx
    .select(contactColumns)
    .from(contacts)
    .where('id' in p ? eq(contacts.id, p.id) : eq(contacts.address, p.address))
    .for('no key update');
  return contact ?? null;
}

/** Null when unknown or deleted. */
export async function lockPerson(tx: Tx, p: { id: string }): Promise<Credentials | null> {
  const [row] = await tx
    .select(credentials)
    .from(persons)
    .where(and(eq(persons.id, p.id), isNull(persons.deletedAt)))
    .for('update');
  return withEmail(row);
}

/** Who changes the store's people takes turns here. Answers who works here now, and as what; locked as persons are. */
export async function lockStaff(tx: Tx): Promise<{ personId: string; role: StaffRole; isActive: boolean }[]> {
  return tx
    .select({ personId: staff.personId, role: staff.role, isActive: staff.isActive })
    .from(staff)
    .orderBy(asc(staff.personId))
    .for('no key update');
}

/** Who administers a company takes turns here: members, units, roles, budgets, rules. False when there is none. */
export async function lockCompanies(tx: Tx, p: { ids: readonly string[] }): Promise<boolean> {
  const locked = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(inArray(companies.id, [...p.ids]))
    .orderBy(asc(companies.id))
    .for('no key update');
  return locked.length === new Set(p.ids).size;
}

/** Null when there is no such cart. */
export async function lockCart(tx: Tx, p: { cartId: string }): Promise<Cart | null> {
  const [cart] = await tx.select(cartColumns).from(carts).where(eq(carts.id, p.cartId)).for('no key update');
  return cart ?? null;
}

/** The open cart of this owner; null when there is none. */
export async function lockOpenCart(tx: Tx, p: { owner: CartOwner }): Promise<Cart | null> {
  const [cart] = await tx
    .select(cartColumns)
    .from(carts)
    .where(and(isCartOf(p.owner), eq(carts.status, 'open')))
    .for('no key update');
  return cart ?? null;
}

/** Two carts of one person, when they are merged. */
export async function lockCarts(tx: Tx, p: { cartIds: readonly string[] }): Promise<void> {
  await tx
    .select({ id: carts.id })
    .from(carts)
    .where(inArray(carts.id, [...p.cartIds]))
    .orderBy(asc(carts.id))
    .for('no key update');
}

export async function lockOrder(tx: Tx, p: { orderId: string }): Promise<boolean> {
  const [order] = await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, p.orderId)).for('no key update');
  return order !== undefined;
}

export type LockedStock = {
  variantId: string;
  sku: string;
  stockPolicy: StockPolicy;
  /** On the shelf and promised to nobody; below zero where more was sold on backorder. */
  available: string;
};

/** Locks the stock of these variants, by id. A variant nobody ever counted has none. */
export async function lockStock(tx: Tx, p: { variantIds: readonly string[] }): Promise<LockedStock[]> {
  return tx
    .select({
      variantId: variants.id,
      sku: variants.sku,
      stockPolicy: variants.stockPolicy,
      available: sql<string>`${stockLevels.onHand} - ${stockLevels.reserved}`,
    })
    .from(stockLevels)
    .innerJoin(variants, eq(variants.id, stockLevels.variantId))
    .where(inArray(stockLevels.variantId, [...p.variantIds]))
    .orderBy(asc(stockLevels.variantId))
    .for('no key update', { of: stockLevels });
}

/** Who writes a price list or one of its revisions takes turns here. Null when there is no such list. */
/** Whoever takes a code for an order. */
export async function lockDiscountCode(tx: Tx, p: { id: string }): Promise<void> {
  await tx.select({ id: discountCodes.id }).from(discountCodes).where(eq(discountCodes.id, p.id)).for('no key update');
}

/** Whoever changes a product by hand. Null when there is none of that handle. */
export async function lockProduct(tx: Tx, p: { handle: string }): Promise<{ id: string; version: number } | null> {
  const [row] = await tx
    .select({ id: products.id, version: products.version })
    .from(products)
    .where(eq(products.handle, p.handle))
    .for('no key update');
  return row ?? null;
}

/** Whoever changes the tree of categories takes turns here; imports that make a category wait too. */
export async function lockCategories(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table categories in share row exclusive mode`);
}

export async function lockPriceList(tx: Tx, p: { code: string }): Promise<typeof priceLists.$inferSelect | null> {
  const [list] = await tx.select().from(priceLists).where(eq(priceLists.code, p.code)).for('no key update');
  return list ?? null;
}

/** Every change of a purchase order takes turns here. False when there is none. */
export async function lockPurchaseOrder(tx: Tx, p: { id: string }): Promise<boolean> {
  const [row] = await tx
    .select({ id: purchaseOrders.id })
    .from(purchaseOrders)
    .where(eq(purchaseOrders.id, p.id))
    .for('no key update');
  return row !== undefined;
}

/** Who takes from a budget takes turns here. */
export async function lockCostCentre(tx: Tx, p: { id: string }): Promise<void> {
  await tx.select({ id: costCentres.id }).from(costCentres).where(eq(costCentres.id, p.id)).for('no key update');
}

/** Locks the stock an order holds, by id, before it is committed, released or put back. */
export async function lockStockOfOrder(tx: Tx, p: { orderId: string }): Promise<void> {
  const held = tx
    .select({ variantId: stockReservations.variantId })
    .from(stockReservations)
    .where(eq(stockReservations.orderId, p.orderId));
  await tx
    .select({ variantId: stockLevels.variantId })
    .from(stockLevels)
    .where(inArray(stockLevels.variantId, held))
    .orderBy(asc(stockLevels.variantId))
    .for('no key update');
}

/** Whoever commits or undoes a preview takes turns here. Null when there is none, or it is another person's. */
export async function lockReorder(
  tx: Tx,
  p: { id: string; personId: string },
): Promise<typeof reorders.$inferSelect | null> {
  const [row] = await tx
    .select()
    .from(reorders)
    .where(and(eq(reorders.id, p.id), eq(reorders.personId, p.personId)))
    .for('no key update');
  return row ?? null;
}

/** Every act on a quote takes turns here. False when there is none. */
export async function lockQuote(tx: Tx, p: { id: string }): Promise<boolean> {
  const [row] = await tx.select({ id: quotes.id }).from(quotes).where(eq(quotes.id, p.id)).for('no key update');
  return row !== undefined;
}

/** Who settles an invoice takes turns here. In id order; those that are not there are left out. */
export async function lockInvoices(tx: Tx, p: { ids: readonly string[] }): Promise<(typeof invoices.$inferSelect)[]> {
  return tx
    .select()
    .from(invoices)
    .where(inArray(invoices.id, [...p.ids]))
    .orderBy(asc(invoices.id))
    .for('no key update');
}

/** Who asks the buyer of an order for a review takes turns here. Null when nothing of the order has left yet. */
export async function lockReviewRequest(
  tx: Tx,
  p: { orderId: string },
): Promise<typeof reviewRequests.$inferSelect | null> {
  const [row] = await tx
    .select()
    .from(reviewRequests)
    .where(eq(reviewRequests.orderId, p.orderId))
    .for('no key update');
  return row ?? null;
}

/** Who decides on a review or answers it takes turns here. Null when there is none. */
export async function lockReview(tx: Tx, p: { id: string }): Promise<typeof reviews.$inferSelect | null> {
  const [row] = await tx.select().from(reviews).where(eq(reviews.id, p.id)).for('no key update');
  return row ?? null;
}

/** Whatever changes a standing order or one of its runs takes turns here. Null when there is none. */
export async function lockStandingOrder(tx: Tx, p: { id: string }): Promise<typeof standingOrders.$inferSelect | null> {
  const [row] = await tx.select().from(standingOrders).where(eq(standingOrders.id, p.id)).for('no key update');
  return row ?? null;
}
