import type { Deps } from '#app/deps.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockOpenCart } from '#db/locks.server.ts';
import { type Cart, addCart } from '#db/queries/carts.server.ts';
import type { CartBuyer } from './cart-buyer';

/** A second tab may have opened one in the meantime: then that is the cart. */
export async function openCartOf(tx: Tx, buyer: CartBuyer, at: Date): Promise<Pick<Cart, 'id'>> {
  const { owner, ...rest } = buyer;
  const cart = { ...rest, id: newId(), personId: owner.personId, unitId: owner.unitId, at };
  if (await addCart(tx, cart)) return cart;
  const other = await lockOpenCart(tx, { owner });
  if (!other) throw new Error('a cart could neither be opened nor found');
  return other;
}

/** The open cart of this buyer, empty when there was none. */
export async function openCart({ db, now }: Deps, buyer: CartBuyer): Promise<{ cartId: string }> {
  const { id } = await db.transaction((tx) => openCartOf(tx, buyer, now()));
  return { cartId: id };
}
