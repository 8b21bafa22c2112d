import type { Deps } from '#app/deps.server.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { isConfigured } from '#app/domain/cart/cart.ts';
import type { ShopRules } from '#app/domain/settings/shop-rules.ts';
import { type CartOwner, type SeenPrice, findOpenCart, rememberSeenPrices } from '#db/queries/carts.server.ts';
import { type PartTitles, readPartTitles } from '#db/queries/part-titles.server.ts';
import { type PricedCart, priceCart } from './price-cart.server';

export type ViewedCart = PricedCart & {
  /** What a line came to when it was last looked at, in minor units before tax, where that has changed since. */
  changedFrom: ReadonlyMap<number, bigint>;
  /** What chosen plans and modules are called. */
  partTitles: PartTitles;
};

/** The open cart of this owner at today's prices; null when there is none. What is shown is what was seen from now on,
 *  so that the next change is pointed out. */
export async function viewCart(
  { db, now }: Deps,
  p: { owner: CartOwner; rules: ShopRules; country?: string; postalCode?: string; shippingMethod?: string | null },
): Promise<ViewedCart | null> {
  const cart = await findOpenCart(db, { owner: p.owner });
  if (!cart) return null;
  const priced = await priceCart(db, { ...p, cart, at: now() });
  const changedFrom = new Map<number, bigint>();
  const seen: SeenPrice[] = [];
  for (const { line, price } of priced.lines) {
    if (!price.ok) continue;
    const before = priced.details.get(line)?.seenLineTotalMinor ?? null;
    if (before === price.lineTotal.minor) continue;
    if (before !== null) changedFrom.set(line, before);
    const unitPrice = price.unitPrice && toDecimalString(price.unitPrice, 6);
    seen.push({ line, unitPrice, lineTotalMinor: price.lineTotal.minor });
  }
  await rememberSeenPrices(db, { cartId: cart.id, seen });
  const configured = [...priced.details.values()].filter(({ configuration }) => isConfigured(configuration));
  const partTitles = await readPartTitles(db, { productIds: configured.map(({ productId }) => productId) });
  return { ...priced, changedFrom, partTitles };
}
