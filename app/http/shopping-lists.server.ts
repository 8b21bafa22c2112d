import type { AppLoadContext } from '@remix-run/node';
import * as z from 'zod';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay } from '#app/domain/access/permissions.ts';
import { isConfigured, thingKey } from '#app/domain/cart/cart.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { isZero, toExact } from '#app/domain/money/exact.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { addMoney, money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { toOrder } from '#app/domain/orders/par-level.ts';
import { titleOf } from '#app/use-cases/checkout/order-from-cart.ts';
import type { ListEntry, ListKeeper } from '#app/use-cases/shopping-lists/change-list.server.ts';
import { type ListProblem, priceListLines } from '#app/use-cases/shopping-lists/price-list-lines.server.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { type PartTitles, readPartTitles } from '#db/queries/part-titles.server.ts';
import { findOpenCart, readCartLines } from '#db/queries/carts.server.ts';
import { type OrderScope, findOrdersByNumber, findOrder, readOrderLines } from '#db/queries/orders.server.ts';
import { type ShoppingList, readLastQuantities, readListLines } from '#db/queries/shopping-lists.server.ts';
import { readVariantsToOrder } from '#db/queries/variants-to-order.server.ts';
import { cartBuyerOf } from './cart-buyer.server';
import { articleAsked } from './article-asked.server';
import { configurationWords } from './configuration-words.server';
import { problemText } from './storefront/line-problems';
import { buyerOf } from './storefront/shown-prices.server';
import type { Viewer } from './viewer.server';
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

/** Whether there are lists for whoever looks at a page. */
export const mayKeepLists = ({ person, buyingAs }: Viewer): boolean =>
  person !== null &&
  (buyingAs.kind === 'consumer' || memberMay(buyingAs.member, 'fill_carts', unitId(buyingAs.unit.id)));

const short = (stored: string | null): string => (stored === null ? '' : toDecimalString(toExact(stored), 6));

/** A list as its page shows it, each line with what to order of it now, at which price, or why it cannot be had. */
export async function listView(
  { deps: { db, now } }: AppLoadContext,
  p: { list: ShoppingList; orders: OrderScope; viewer: Viewer },
) {
  const { locale, currency } = p.viewer;
  const { formats } = locales[locale];
  const lines = await readListLines(db, { listId: p.list.id });
  const last = await readLastQuantities(db, { scope: p.orders, variantIds: lines.map(({ variantId }) => variantId) });
  const lastOf = new Map(last.toReversed().map((one) => [thingKey(one), one.quantity]));
  const asked = lines.map((line) => {
    const lastOrdered = lastOf.get(thingKey(line)) ?? null;
    const exactOf = (stored: string | null) => (stored === null ? null : toExact(stored));
    const now = toOrder({
      quantity: toExact(line.quantity),
      par: exactOf(line.parLevel),
      left: exactOf(line.leftOver),
      lastOrdered: exactOf(lastOrdered),
      minimum: toExact(line.minQuantity),
      step: toExact(line.quantityStep),
    });
    return { ...line, lastOrdered, now, wanted: isZero(now) ? toExact(line.minQuantity) : now };
  });
  const prices = await priceListLines(db, { lines: asked, buyer: buyerOf(p.viewer), currency, at: now() });
  const titles = await readPartTitles(db, {
    productIds: lines.flatMap(({ configuration, productId }) => (isConfigured(configuration) ? [productId] : [])),
  });
  const total = asked.reduce(
    (sum, { line, now: ordered }) => {
      const price = isZero(ordered) ? null : prices.get(line)?.price;
      return price ? addMoney(sum, price.lineTotal) : sum;
    },
    money(0n, currency),
  );
  return {
    id: p.list.id,
    name: p.list.name,
    version: p.list.version,
    isShared: p.list.ownerId === null,
    total: total.minor === 0n ? null : formatMoney(total, formats),
    lines: asked.map((line) => {
      const problem = prices.get(line.line)?.problem ?? null;
      return {
        line: line.line,
        sku: line.sku,
        handle: line.handle,
        title: titleOf(line, locale),
        choice: configurationWords(line.configuration, titles.get(line.productId), locale),
        quantity: short(line.quantity),
        parLevel: short(line.parLevel),
        leftOver: short(line.leftOver),
        lastOrdered: short(line.lastOrdered),
        toOrder: problem ? '0' : toDecimalString(line.now, 6),
        problem: problem && listProblem(problem, titles.get(line.productId), locale),
      };
    }),
  };
}

/** Why a line of a list cannot be ordered as it stands, in a sentence. */
export function listProblem(problem: ListProblem, titles: ReturnType<PartTitles['get']>, locale: Locale): string {
  const t = translator(locale, 'lists');
  switch (problem.code) {
    case 'gone':
    case 'unknown_sku':
      return t('problemGone');
    case 'not_sold':
      return t('problemNotSold');
    case 'below_minimum':
    case 'off_step':
      return t('problemQuantity', { nearest: formatQuantity(problem.nearest.more, locales[locale].formats) });
    case 'configuration_invalid': {
      const name = (code: string) => wordsIn(titles?.get(code), locale) || code;
      const reasons = problem.problems.map((each) => problemText(each, name, translator(locale, 'product')));
      return [t('problemConfiguration'), ...reasons].join(' ');
    }
  }
}

/** A list there is, or else the name of a new one. */
export const listChoice = {
  list: z.union([z.literal(''), z.guid()]).default(''),
  name: z.string().trim().max(100).optional(),
};
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
  from: z.enum(['cart', 'order']).optional().catch(undefined),
  order: z.string().max(40).optional().catch(undefined),
});

/** What is to be put on a list, as its address says: one article as it was configured on its page, the cart, or a past
 *  order. */
export async function entriesAsked(
  request: Request,
  context: AppLoadContext,
  p: { viewer: SignedIn; orders: OrderScope },
): Promise<ListEntry[]> {
  const { db } = context.deps;
  const search = new URL(request.url).searchParams;
  const { from, order } = asked.parse(Object.fromEntries(search));
  if (from === 'cart') {
    const cart = await findOpenCart(db, { owner: cartBuyerOf(p.viewer).owner });
    return cart ? await readCartLines(db, { cartId: cart.id }) : [];
  }
  if (from === 'order') {
    const [named] = order ? await findOrdersByNumber(db, { numbers: [order] }) : [];
    const found = named && (await findOrder(db, { scope: p.orders, id: named.id }));
    return found ? knownOf(db, await readOrderLines(db, { orderId: found.id })) : [];
  }
  const article = await articleAsked(db, search);
  return article ? knownOf(db, [{ ...article, quantity: article.quantity ?? '1' }]) : [];
}

async function knownOf(db: DbOrTx, entries: readonly ListEntry[]): Promise<ListEntry[]> {
  const known = await readVariantsToOrder(db, { skus: entries.map(({ sku }) => sku) });
  return entries
    .filter(({ sku }) => known.has(sku))
    .map(({ sku, quantity, configuration }) => ({ sku, quantity, configuration }));
}
