import type { Deps } from '#app/deps.server.ts';
import { isPostalCode } from '#app/domain/checkout/address-fields.ts';
import { marketOf } from '#app/domain/checkout/markets.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { lockOpenCart } from '#db/locks.server.ts';
import { type CartOwner, touchCart } from '#db/queries/carts.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';

export type RememberDestination = {
  owner: CartOwner;
  country: string;
  postalCode: string;
  /** A way to ship, chosen already; null leaves the cheapest. */
  shippingMethod: string | null;
};

/** Shipping and tax are estimated in the cart for where it would go. */
export async function rememberDestination(
  { db, now }: Deps,
  { owner, country, postalCode, shippingMethod }: RememberDestination,
): Promise<Outcome<null, 'cart_empty' | 'country_not_served' | 'postal_code_unknown'>> {
  return db.transaction(async (tx) => {
    const cart = await lockOpenCart(tx, { owner });
    if (!cart) return refused('cart_empty');
    const { markets } = await readShopRules(tx);
    if (!(marketOf(markets, cart.market).countries as readonly string[]).includes(country))
      return refused('country_not_served');
    if (postalCode !== '' && !isPostalCode(country, postalCode)) return refused('postal_code_unknown');
    await touchCart(tx, {
      cartId: cart.id,
      at: now(),
      set: { country, postalCode: postalCode.trim().toUpperCase(), shippingMethod },
    });
    return ok(null);
  });
}
