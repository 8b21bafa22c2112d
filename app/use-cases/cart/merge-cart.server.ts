import type { Deps } from '#app/deps.server.ts';
import { mergeCarts } from '#app/domain/cart/merge-carts.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { lockCarts } from '#db/locks.server.ts';
import {
  closeCart,
  findOpenCart,
  giveCartTo,
  readPlainLines,
  touchCart,
  writeCartLines,
} from '#db/queries/carts.server.ts';

/** `unitId`: they buy for that unit from now on, and its cart is the one. */
export type MergeCart = { visitorCartId: string; personId: string; unitId: string | null };

/** Signing in: the visitor's cart becomes the person's, or its lines join those of the cart they have. Answers the
 *  cart that is theirs now; null when the visitor had none. Doing it twice changes nothing. */
export async function mergeCart(
  { db, now }: Deps,
  { visitorCartId, personId, unitId }: MergeCart,
): Promise<{ cartId: string } | null> {
  return db.transaction(async (tx) => {
    const at = now();
    const own = await findOpenCart(tx, { owner: { cartId: null, personId, unitId } });
    await lockCarts(tx, { cartIds: own ? [own.id, visitorCartId] : [visitorCartId] });
    const brought = await findOpenCart(tx, { owner: { cartId: visitorCartId, personId: null, unitId: null } });
    if (!brought) return own && { cartId: own.id };
    if (!own) {
      const isGiven = await giveCartTo(tx, { cartId: brought.id, personId, unitId, at });
      return isGiven ? { cartId: brought.id } : null;
    }
    const [kept, lines] = await Promise.all([
      readPlainLines(tx, { cartId: own.id }),
      readPlainLines(tx, { cartId: brought.id }),
    ]);
    const change = mergeCarts(kept, lines);
    await Promise.all([
      writeCartLines(tx, {
        cartId: own.id,
        lines: change.write.map((line) => ({ ...line, id: newId() })),
        at,
      }),
      touchCart(tx, { cartId: own.id, at }),
      closeCart(tx, { cartId: brought.id, as: 'merged', at }),
    ]);
    return { cartId: own.id };
  });
}
