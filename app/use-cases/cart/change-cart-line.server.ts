import type { Deps } from '#app/deps.server.ts';
import { type CartRefusal, changeQuantity } from '#app/domain/cart/cart.ts';
import { orderQuantityProblem } from '#app/domain/catalog/order-quantity.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { lockOpenCart } from '#db/locks.server.ts';
import { type CartOwner, readCartLines, removeCartLines, touchCart, writeCartLines } from '#db/queries/carts.server.ts';

export type ChangeCartLine = {
  owner: CartOwner;
  line: number;
  /** A decimal string; zero takes the line out. */
  quantity: string;
};

/** Another quantity for a line, or none. */
export async function changeCartLine(
  { db, now }: Deps,
  { owner, line, quantity }: ChangeCartLine,
): Promise<Outcome<{ cartId: string }, CartRefusal | 'cart_empty' | 'invalid_quantity'>> {
  return db.transaction(async (tx) => {
    const cart = await lockOpenCart(tx, { owner });
    if (!cart) return refused('cart_empty');
    const lines = await readCartLines(tx, { cartId: cart.id });
    const change = changeQuantity(lines, { line, quantity });
    if (!change.ok) return change;
    for (const written of change.value.write) {
      const detail = lines.find((other) => other.line === written.line);
      if (!detail) throw new Error('a changed line is one of the cart');
      const rule = { minimumQuantity: toExact(detail.minQuantity), quantityStep: toExact(detail.quantityStep) };
      if (orderQuantityProblem(rule, toExact(written.quantity))) return refused('invalid_quantity');
    }
    await Promise.all([
      writeCartLines(tx, {
        cartId: cart.id,
        lines: change.value.write.map((written) => ({ ...written, id: newId() })),
        at: now(),
      }),
      removeCartLines(tx, { cartId: cart.id, lines: change.value.remove }),
      touchCart(tx, { cartId: cart.id, at: now() }),
    ]);
    return ok({ cartId: cart.id });
  });
}
