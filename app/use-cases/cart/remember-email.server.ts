import type { Deps } from '#app/deps.server.ts';
import { findOpenCart, rememberInCart, type CartOwner } from '#db/queries/carts.server.ts';

/** Known as soon as it is typed, so that a cart left behind can be reminded of; `consent` is how that was allowed. */
export async function rememberEmail(
  { db, now }: Deps,
  { owner, email, consent }: { owner: CartOwner; email: string; consent: 'notice' | 'opt_in' | 'none' },
): Promise<void> {
  const cart = await findOpenCart(db, { owner });
  if (!cart) return;
  await rememberInCart(db, { cartId: cart.id, at: now(), set: { email, emailConsent: consent } });
}
