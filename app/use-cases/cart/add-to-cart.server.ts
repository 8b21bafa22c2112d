import type { Deps } from '#app/deps.server.ts';
import {
  type CartRefusal,
  type LineConfiguration,
  addToCart as lineAdded,
  putBack,
  putInCart,
} from '#app/domain/cart/cart.ts';
import { orderQuantityProblem } from '#app/domain/catalog/order-quantity.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { lockOpenCart } from '#db/locks.server.ts';
import { readPlainLines, touchCart, writeCartLines } from '#db/queries/carts.server.ts';
import { findVariantToBuy } from '#db/queries/variants-to-buy.server.ts';
import type { CartBuyer } from './cart-buyer';
import { openCartOf } from './open-cart.server';

export type AddToCart = {
  buyer: CartBuyer;
  sku: string;
  /** A decimal string above zero; null: the smallest that may be ordered. */
  quantity: string | null;
  configuration: LineConfiguration;
  /** Add to what is there of the same thing, have exactly this many (Buy now), or put a line back where it was. */
  as?: 'more' | 'exactly' | { line: number };
};

export type AddRefusal = CartRefusal | 'unknown_sku' | 'invalid_quantity';

/** Puts something into the open cart of this buyer, which it opens if need be. */
export async function addToCart(
  { db, now }: Deps,
  { buyer, sku, quantity, configuration, as = 'more' }: AddToCart,
): Promise<Outcome<{ cartId: string; line: number }, AddRefusal>> {
  return db.transaction(async (tx) => {
    const [variant, cart] = await Promise.all([findVariantToBuy(tx, { sku }), lockOpenCart(tx, buyer)]);
    if (!variant) return refused('unknown_sku');
    const lines = cart ? await readPlainLines(tx, { cartId: cart.id }) : [];
    const wanted = { variantId: variant.id, quantity: quantity ?? variant.minQuantity, configuration };
    const change =
      typeof as === 'object'
        ? putBack(lines, { ...wanted, line: as.line })
        : (as === 'exactly' ? putInCart : lineAdded)(lines, wanted);
    if (!change.ok) return change;
    const [written] = change.value.write;
    if (!written || orderQuantityProblem(variant.rule, toExact(written.quantity))) return refused('invalid_quantity');
    const { id: cartId } = cart ?? (await openCartOf(tx, buyer, now()));
    await Promise.all([
      writeCartLines(tx, { cartId, lines: [{ ...written, id: newId() }], at: now() }),
      touchCart(tx, { cartId, at: now() }),
    ]);
    return ok({ cartId, line: written.line });
  });
}
