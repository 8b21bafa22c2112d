import type { Deps } from '#app/deps.server.ts';
import { addToCart } from '#app/use-cases/cart/add-to-cart.server.ts';
import { rememberEmail } from '#app/use-cases/cart/remember-email.server.ts';

const fiftyMinutes = 50 * 60_000;

/** A guest who put beans into a cart, typed an address at checkout and left fifty minutes ago: move the clock by an hour
 *  and the first reminder is in the outbox. */
export async function seedLeftCart(deps: Deps): Promise<void> {
  const then: Deps = { ...deps, now: () => new Date(deps.now().getTime() - fiftyMinutes) };
  const visitor = { cartId: null, personId: null, unitId: null };
  const buyer = { owner: visitor, companyId: null, market: 'DE', currency: 'EUR', locale: 'de', email: null } as const;
  const added = await addToCart(then, { buyer, sku: 'ESP-1K', quantity: '2', configuration: {} });
  if (!added.ok) throw new Error(`the demo cart was refused: ${added.code}`);
  const owner = { ...visitor, cartId: added.value.cartId };
  await rememberEmail(then, { owner, email: 'jonas@home.example', consent: 'notice' });
}
