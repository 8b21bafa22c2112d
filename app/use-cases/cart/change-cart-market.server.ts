import type { Deps } from '#app/deps.server.ts';
import type { Market } from '#app/domain/checkout/markets.ts';
import { lockOpenCart } from '#db/locks.server.ts';
import { type CartOwner, forgetSeenPrices, touchCart } from '#db/queries/carts.server.ts';

/** A consumer chose another market: the cart is priced in its currency from now on, for its countries. What was
 *  seen in the other currency is forgotten. A company's cart keeps the company's currency. */
export async function changeCartMarket(
  { db, now }: Deps,
  { owner, market }: { owner: CartOwner; market: Market },
): Promise<void> {
  await db.transaction(async (tx) => {
    const cart = await lockOpenCart(tx, { owner });
    if (!cart || cart.companyId !== null || cart.market === market.code) return;
    const { code, currency, countries } = market;
    const isServed = (countries as readonly string[]).includes(cart.country ?? '');
    await forgetSeenPrices(tx, { cartId: cart.id });
    await touchCart(tx, {
      cartId: cart.id,
      at: now(),
      set: {
        market: code,
        currency,
        shippingMethod: null,
        ...(isServed ? {} : { country: null, postalCode: null, region: null }),
      },
    });
  });
}
