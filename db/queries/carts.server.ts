import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { CartLine, LineConfiguration } from '#app/domain/cart/cart.ts';
import type { CartStatus } from '#app/domain/cart/states.ts';
import type { StockPolicy } from '#app/domain/catalog/states.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { firstLookAt } from '#app/domain/cart/reminder-series.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { cartLines, carts } from '#db/schema/carts.ts';
import { products, stockLevels, variants } from '#db/schema/catalog.ts';

export type Cart = {
  id: string;
  status: CartStatus;
  personId: string | null;
  companyId: string | null;
  unitId: string | null;
  market: string;
  currency: CurrencyCode;
  locale: string;
  email: string | null;
  country: string | null;
  postalCode: string | null;
  region: string | null;
  shippingMethod: string | null;
  /** As it was typed; whether it counts is asked each time. */
  discountCode: string | null;
  version: number;
  orderId: string | null;
};

export const cartColumns = {
  id: carts.id,
  status: carts.status,
  personId: carts.personId,
  companyId: carts.companyId,
  unitId: carts.unitId,
  market: carts.market,
  currency: carts.currency,
  locale: carts.locale,
  email: carts.email,
  country: carts.country,
  postalCode: carts.postalCode,
  region: carts.region,
  shippingMethod: carts.shippingMethod,
  discountCode: carts.discountCode,
  version: carts.version,
  orderId: carts.orderId,
};

/** Who owns a cart: whoever holds its signed id while it is a visitor's, else the person, buying for the unit or not.
 *  Every question about a cart carries it. */
export type CartOwner = { cartId: string | null; personId: string | null; unitId: string | null };

/** The owner as a condition. */
export const isCartOf = ({ cartId, personId, unitId }: CartOwner) =>
  personId === null
    ? and(eq(carts.id, cartId ?? '00000000-0000-0000-0000-000000000000'), isNull(carts.personId))
    : and(eq(carts.personId, personId), unitId === null ? isNull(carts.unitId) : eq(carts.unitId, unitId));

/** The open cart of this owner; null when there is none. */
export async function findOpenCart(db: DbOrTx, p: { owner: CartOwner }): Promise<Cart | null> {
  const [cart] = await db
    .select(cartColumns)
    .from(carts)
    .where(and(isCartOf(p.owner), eq(carts.status, 'open')));
  return cart ?? null;
}

/** One cart of this owner in any state, as a browser that paid and went back still names it; null when not theirs. */
export async function findCart(db: DbOrTx, p: { owner: CartOwner; cartId: string }): Promise<Cart | null> {
  const [cart] = await db
    .select(cartColumns)
    .from(carts)
    .where(and(isCartOf(p.owner), eq(carts.id, p.cartId)));
  return cart ?? null;
}

/** A line with what is needed to price, ship, reserve and show it. */
export type CartLineDetail = CartLine & {
  sku: string;
  productId: string;
  handle: string;
  title: Record<string, string>;
  options: Record<string, string>;
  unit: string;
  isOffered: boolean;
  taxClass: string;
  weightGrams: number;
  leadTimeDays: number;
  stockPolicy: StockPolicy;
  minQuantity: string;
  quantityStep: string;
  cost: Record<string, string>;
  /** On the shelf and promised to nobody. */
  available: string;
  seenUnitPrice: string | null;
  seenLineTotalMinor: bigint | null;
};

export async function readCartLines(db: DbOrTx, p: { cartId: string }): Promise<CartLineDetail[]> {
  return db
    .select({
      line: cartLines.line,
      variantId: cartLines.variantId,
      quantity: cartLines.quantity,
      configuration: cartLines.configuration,
      sku: variants.sku,
      productId: products.id,
      handle: products.handle,
      title: products.title,
      options: variants.options,
      unit: variants.unit,
      isOffered: sql<boolean>`${variants.status} = 'active' and ${products.status} = 'active'`,
      taxClass: variants.taxClass,
      weightGrams: variants.weightGrams,
      leadTimeDays: variants.leadTimeDays,
      stockPolicy: variants.stockPolicy,
      minQuantity: variants.minQuantity,
      quantityStep: variants.quantityStep,
      cost: variants.cost,
      available: sql<string>`coalesce(${stockLevels.onHand} - ${stockLevels.reserved}, 0)`,
      seenUnitPrice: cartLines.seenUnitPrice,
      seenLineTotalMinor: cartLines.seenLineTotalMinor,
    })
    .from(cartLines)
    .innerJoin(variants, eq(variants.id, cartLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(stockLevels, eq(stockLevels.variantId, cartLines.variantId))
    .where(eq(cartLines.cartId, p.cartId))
    .orderBy(asc(cartLines.line));
}

/** Only the lines themselves, to decide what a change does. */
export async function readPlainLines(db: DbOrTx, p: { cartId: string }): Promise<CartLine[]> {
  return db
    .select({
      line: cartLines.line,
      variantId: cartLines.variantId,
      quantity: cartLines.quantity,
      configuration: cartLines.configuration,
    })
    .from(cartLines)
    .where(eq(cartLines.cartId, p.cartId))
    .orderBy(asc(cartLines.line));
}

/** Whoever was given no cart yet: most who look. */
const hasNone = ({ cartId, personId }: CartOwner): boolean => cartId === null && personId === null;

/** How many lines the header counts. */
export async function countCartLines(db: DbOrTx, p: { owner: CartOwner }): Promise<number> {
  if (hasNone(p.owner)) return 0;
  const [row] = await db
    .select({ lines: sql<number>`count(*)::int` })
    .from(cartLines)
    .innerJoin(carts, eq(carts.id, cartLines.cartId))
    .where(and(isCartOf(p.owner), eq(carts.status, 'open')));
  return row?.lines ?? 0;
}

/** Which variants of a product the open cart has, in whatever configuration. */
export async function skusInCart(db: DbOrTx, p: { owner: CartOwner; productId: string }): Promise<string[]> {
  if (hasNone(p.owner)) return [];
  const rows = await db
    .selectDistinct({ sku: variants.sku })
    .from(cartLines)
    .innerJoin(carts, eq(carts.id, cartLines.cartId))
    .innerJoin(variants, eq(variants.id, cartLines.variantId))
    .where(and(isCartOf(p.owner), eq(carts.status, 'open'), eq(variants.productId, p.productId)));
  return rows.map(({ sku }) => sku);
}

export type NewCart = Pick<
  Cart,
  'id' | 'personId' | 'companyId' | 'unitId' | 'market' | 'currency' | 'locale' | 'email'
> & { at: Date };

/** False when the owner has an open one already: a second tab was faster. */
export async function addCart(tx: Tx, { at, ...cart }: NewCart): Promise<boolean> {
  const added = await tx
    .insert(carts)
    .values({ ...cart, status: 'open', lastActivityAt: at, reminderDueAt: firstLookAt(at), createdAt: at })
    .onConflictDoNothing()
    .returning({ id: carts.id });
  return added.length > 0;
}

/** Writes new lines and new quantities in one statement; what the buyer saw of a line is forgotten with its quantity. */
export async function writeCartLines(
  tx: Tx,
  p: { cartId: string; lines: readonly (CartLine & { id: string })[]; at: Date },
): Promise<void> {
  if (p.lines.length === 0) return;
  await tx
    .insert(cartLines)
    .values(
      p.lines.map(({ id, line, variantId, quantity, configuration }) => ({
        id,
        cartId: p.cartId,
        line,
        variantId,
        quantity,
        configuration: configuration as LineConfiguration,
        addedAt: p.at,
      })),
    )
    .onConflictDoUpdate({
      target: [cartLines.cartId, cartLines.line],
      set: { quantity: sql`excluded.quantity`, seenLineTotalMinor: null },
    });
}

export async function removeCartLines(tx: Tx, p: { cartId: string; lines: readonly number[] }): Promise<void> {
  if (p.lines.length === 0) return;
  await tx.delete(cartLines).where(and(eq(cartLines.cartId, p.cartId), inArray(cartLines.line, [...p.lines])));
}

export type CartDetails = Partial<
  Pick<
    Cart,
    | 'market'
    | 'currency'
    | 'locale'
    | 'email'
    | 'country'
    | 'postalCode'
    | 'region'
    | 'shippingMethod'
    | 'discountCode'
    | 'personId'
  > & { emailConsent: string }
>;

/** Every change of a cart is activity and raises its version; false unless it is still open. */
export async function touchCart(tx: Tx, p: { cartId: string; at: Date; set?: CartDetails }): Promise<boolean> {
  const touched = await tx
    .update(carts)
    .set({ ...p.set, version: sql`${carts.version} + 1`, lastActivityAt: p.at, reminderDueAt: firstLookAt(p.at) })
    .where(and(eq(carts.id, p.cartId), eq(carts.status, 'open')))
    .returning({ id: carts.id });
  return touched.length > 0;
}

/** What changes nothing a buyer pays: who they are. The version stays, so that a payment under way stays theirs. */
export async function rememberInCart(
  db: DbOrTx,
  p: { cartId: string; at: Date; set: Pick<CartDetails, 'email' | 'emailConsent'> },
): Promise<void> {
  await db
    .update(carts)
    .set({ ...p.set, lastActivityAt: p.at, reminderDueAt: firstLookAt(p.at) })
    .where(and(eq(carts.id, p.cartId), eq(carts.status, 'open')));
}

export type SeenPrice = { line: number; unitPrice: string | null; lineTotalMinor: bigint };

/** One statement for all lines. Looking is not a change: neither version nor activity move. */
export async function rememberSeenPrices(db: DbOrTx, p: { cartId: string; seen: readonly SeenPrice[] }): Promise<void> {
  if (p.seen.length === 0) return;
  const rows = p.seen.map((s) => ({ line: s.line, price: s.unitPrice, total: s.lineTotalMinor.toString() }));
  await db.execute(sql`
    update ${cartLines} set seen_unit_price = seen.price, seen_line_total_minor = seen.total
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as seen (line int, price numeric, total bigint)
    where ${cartLines.cartId} = ${p.cartId} and ${cartLines.line} = seen.line`);
}

/** What was seen in another currency compares with nothing. */
export async function forgetSeenPrices(tx: Tx, p: { cartId: string }): Promise<void> {
  await tx
    .update(cartLines)
    .set({ seenUnitPrice: null, seenLineTotalMinor: null })
    .where(eq(cartLines.cartId, p.cartId));
}

/** Closes a cart: it became an order, or its lines went into another cart. False unless it was open. */
export async function closeCart(
  tx: Tx,
  p: { cartId: string; as: Exclude<CartStatus, 'open'>; orderId?: string; at: Date },
): Promise<boolean> {
  const closed = await tx
    .update(carts)
    .set({ status: p.as, orderId: p.orderId ?? null, lastActivityAt: p.at, reminderDueAt: null })
    .where(and(eq(carts.id, p.cartId), eq(carts.status, 'open')))
    .returning({ id: carts.id });
  return closed.length > 0;
}

/** A visitor's cart becomes a person's, lines and all; for a unit they buy for, in the company's currency. False when
 *  they have an open one there already. */
export async function giveCartTo(
  tx: Tx,
  p: { cartId: string; personId: string; unitId: string | null; at: Date },
): Promise<boolean> {
  const given = await tx.execute<{ id: string }>(sql`
    update ${carts} set
      person_id = ${p.personId}::uuid,
      unit_id = ${p.unitId}::uuid,
      company_id = (select company_id from units where id = ${p.unitId}::uuid),
      currency = coalesce(
        (select c.currency from companies c join units u on u.company_id = c.id where u.id = ${p.unitId}::uuid),
        ${carts.currency}),
      email = (select email from persons where id = ${p.personId}::uuid),
      version = ${carts.version} + 1,
      last_activity_at = ${p.at.toISOString()}::timestamptz,
      reminder_due_at = ${firstLookAt(p.at).toISOString()}::timestamptz
    where ${carts.id} = ${p.cartId} and ${carts.status} = 'open' and not exists (
      select from ${carts} other
      where other.person_id = ${p.personId}::uuid and other.unit_id is not distinct from ${p.unitId}::uuid
        and other.status = 'open')
    returning ${carts.id}`);
  return given.length > 0;
}

/** One cart by its id, for keys: a company's sees its own people's carts, a store's (companyId null) all. */
export async function findCartForKey(db: DbOrTx, p: { id: string; companyId: string | null }): Promise<Cart | null> {
  const [cart] = await db
    .select(cartColumns)
    .from(carts)
    .where(and(eq(carts.id, p.id), p.companyId ? eq(carts.companyId, p.companyId) : undefined));
  return cart ?? null;
}
