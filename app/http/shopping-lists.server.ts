import type { AppLoadContext } from '@remix-run/node';
import * as z from 'zod';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay } from '#app/domain/access/permissions.ts';
import type { Locale } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { toOrder } from '#app/domain/orders/par-level.ts';
import { titleOf } from '#app/use-cases/checkout/order-from-cart.ts';
import type { ListEntry, ListKeeper } from '#app/use-cases/shopping-lists/change-list.server.ts';
import { findOpenCart, readCartLines } from '#db/queries/carts.server.ts';
import { type OrderScope, findOrdersByNumber, findOrder, readOrderLines } from '#db/queries/orders.server.ts';
import { type ShoppingList, readLastQuantities, readListLines } from '#db/queries/shopping-lists.server.ts';
import { readVariantsToOrder } from '#db/queries/variants-to-order.server.ts';
import { cartBuyerOf } from './cart-buyer.server';
import { notFound, requirePerson } from './require-actor.server';
import type { SignedIn } from './require-actor.server';

/** Whoever keeps lists: a consumer, or a member who may fill carts in the unit they buy for. */
export async function requireListKeeper(
  request: Request,
  context: AppLoadContext,
): Promise<ListKeeper & { viewer: SignedIn; orders: OrderScope }> {
  const viewer = await requirePerson(request, context);
  const { buyingAs, person } = viewer;
  if (buyingAs.kind === 'consumer')
    return {
      viewer,
      reader: { kind: 'person', personId: person.id },
      unitId: null,
      orders: { kind: 'person', personId: person.id },
    };
  const { member, company, unit } = buyingAs;
  if (!memberMay(member, 'fill_carts', unitId(unit.id))) throw notFound();
  return {
    viewer,
    reader: { kind: 'member', personId: member.person, companyId: company.id, unitIds: [unit.id] },
    unitId: unit.id,
    orders: { kind: 'company', companyId: company.id, unitIds: [unit.id] },
  };
}

const short = (stored: string | null): string => (stored === null ? '' : toDecimalString(toExact(stored), 6));

/** A list as its page shows it, each line with what to order of it now. */
export async function listView(
  { deps: { db } }: AppLoadContext,
  p: { list: ShoppingList; orders: OrderScope; locale: Locale },
) {
  const lines = await readListLines(db, { listId: p.list.id });
  const last = await readLastQuantities(db, { scope: p.orders, variantIds: lines.map(({ variantId }) => variantId) });
  return {
    id: p.list.id,
    name: p.list.name,
    version: p.list.version,
    isShared: p.list.ownerId === null,
    lines: lines.map((line) => {
      const before = last.get(line.variantId) ?? null;
      const now = toOrder({
        quantity: toExact(line.quantity),
        par: line.parLevel === null ? null : toExact(line.parLevel),
        left: line.leftOver === null ? null : toExact(line.leftOver),
        lastOrdered: before === null ? null : toExact(before),
        minimum: toExact(line.minQuantity),
        step: toExact(line.quantityStep),
      });
      return {
        line: line.line,
        sku: line.sku,
        handle: line.handle,
        title: titleOf(line, p.locale),
        isOffered: line.isOffered,
        quantity: short(line.quantity),
        parLevel: short(line.parLevel),
        leftOver: short(line.leftOver),
        lastOrdered: short(before),
        toOrder: line.isOffered ? toDecimalString(now, 6) : '0',
      };
    }),
  };
}

export const listName = z.string().trim().min(1).max(100);
const amount = z.string().regex(/^\d{1,9}([.,]\d{1,6})?$/, 'not_a_number');
/** Rows of a list's form by their numbers: `order.l3`, `par.l3`, `left.l3`, `quantity.l3`. */
const byLine = z
  .record(
    z.string().regex(/^l[1-9]\d{0,5}$/),
    amount.transform((text) => text.replace(',', '.')),
  )
  .default({});
/** The same by the number of the line. */
export const byNumber = (rows: Readonly<Record<string, string>>): Map<number, string> =>
  new Map(Object.entries(rows).map(([name, said]) => [Number(name.slice(1)), said]));
export const levelFields = { quantity: byLine, par: byLine, left: byLine, order: byLine };

const asked = z.object({
  sku: z.string().max(100).optional().catch(undefined),
  quantity: amount.optional().catch(undefined),
  from: z.enum(['cart', 'order']).optional().catch(undefined),
  order: z.string().max(40).optional().catch(undefined),
  plan: z.string().max(100).min(1).optional().catch(undefined),
  modules: z.string().max(100).min(1).optional().catch(undefined),
});

type Entry = ListEntry & { readonly isConfigured: boolean };
const isConfigured = (configuration: object) => Object.keys(configuration).length > 0;

/** What is to be put on a list, as its address says: one article, the cart, or a past order. A list keeps the articles
 *  alone; where there were plans or modules, `isConfigured` says so. */
export async function entriesAsked(
  request: Request,
  context: AppLoadContext,
  p: { viewer: SignedIn; orders: OrderScope },
): Promise<Entry[]> {
  const { db } = context.deps;
  const { sku, quantity, from, order, plan, modules } = asked.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  if (from === 'cart') {
    const cart = await findOpenCart(db, { owner: cartBuyerOf(p.viewer).owner });
    const lines = cart ? await readCartLines(db, { cartId: cart.id }) : [];
    return lines.map(({ sku: own, quantity: many, configuration }) => ({
      ...{ sku: own, quantity: many },
      isConfigured: isConfigured(configuration),
    }));
  }
  if (from === 'order') {
    const [named] = order ? await findOrdersByNumber(db, { numbers: [order] }) : [];
    const found = named && (await findOrder(db, { scope: p.orders, id: named.id }));
    if (!found) return [];
    const lines = await readOrderLines(db, { orderId: found.id });
    const known = await readVariantsToOrder(db, { skus: lines.map((line) => line.sku) });
    return lines
      .filter((line) => known.has(line.sku))
      .map(({ sku: own, quantity: many, configuration }) => ({
        ...{ sku: own, quantity: many },
        isConfigured: isConfigured(configuration),
      }));
  }
  if (!sku) return [];
  const known = await readVariantsToOrder(db, { skus: [sku] });
  const wanted = { sku, quantity: quantity?.replace(',', '.') ?? '1', isConfigured: Boolean(plan ?? modules) };
  return known.has(sku) ? [wanted] : [];
}
