import type { Deps } from '#app/deps.server.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { findOpenCart, rememberInCart, type CartOwner } from '#db/queries/carts.server.ts';
import { recordConsent } from '#db/queries/contacts.server.ts';

/** Known as soon as it is typed, so that a cart left behind can be reminded of; `consent` is how that was allowed. */
export async function rememberEmail(
  { db, now }: Deps,
  { owner, email, consent }: { owner: CartOwner; email: string; consent: 'notice' | 'opt_in' | 'none' },
): Promise<void> {
  await db.transaction(async (tx) => {
    const cart = await findOpenCart(tx, { owner });
    if (!cart) return;
    const at = now();
    await recordConsent(tx, { address: email, consent, market: cart.market, source: 'checkout', at });
    await rememberInCart(tx, { cartId: cart.id, at, set: { email: normalEmail(email), emailConsent: consent } });
  });
}
