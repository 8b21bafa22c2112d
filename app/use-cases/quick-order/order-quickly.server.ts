import type { Deps } from '#app/deps.server.ts';
import { addSeveralToCart } from '#app/domain/cart/cart.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { lockOpenCart } from '#db/locks.server.ts';
import { readPlainLines, touchCart, writeCartLines } from '#db/queries/carts.server.ts';
import type { CartBuyer } from '../cart/cart-buyer';
import { openCartOf } from '../cart/open-cart.server';
import { type CheckedRow, checkQuickOrder } from './check-quick-order.server';

export type QuicklyOrdered = {
  readonly cartId: string;
  /** How many rows went into the cart. */
  readonly added: number;
  /** Rows that stay behind, as they were written. */
  readonly left: readonly CheckedRow[];
};

/** Puts every row that can be ordered into the cart, in one go; the others are answered, none is lost. */
export async function orderQuickly(
  deps: Pick<Deps, 'db' | 'now'>,
  { buyer, text }: { buyer: CartBuyer; text: string },
): Promise<Outcome<QuicklyOrdered, 'too_many_rows' | 'nothing_to_order' | 'cart_full'>> {
  const unit =
    buyer.companyId && buyer.owner.unitId ? { companyId: buyer.companyId, unitId: buyer.owner.unitId } : null;
  const checked = await checkQuickOrder(deps, { text, buyer: unit, currency: buyer.currency });
  if (!checked.ok) return checked;
  const good = checked.value.filter(({ problem }) => problem === null);
  if (good.length === 0) return refused('nothing_to_order');
  return deps.db.transaction(async (tx) => {
    const at = deps.now();
    const cart = await lockOpenCart(tx, buyer);
    const lines = cart ? await readPlainLines(tx, { cartId: cart.id }) : [];
    const wanted = good.flatMap(({ variant, quantity }) =>
      variant && quantity
        ? [{ variantId: variant.id, quantity: toDecimalString(quantity.quantity, 6), configuration: {} }]
        : [],
    );
    const change = addSeveralToCart(lines, wanted);
    if (change.left > 0) return refused('cart_full');
    const { id: cartId } = cart ?? (await openCartOf(tx, buyer, at));
    await writeCartLines(tx, { cartId, lines: change.write.map((line) => ({ ...line, id: newId() })), at });
    await touchCart(tx, { cartId, at });
    return ok({ cartId, added: good.length, left: checked.value.filter(({ problem }) => problem !== null) });
  });
}
