import type { Deps } from '#app/deps.server.ts';
import type { CodeProblem } from '#app/domain/pricing/discount-code.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { type RateLimit, countAttempt } from '#app/integrations/rate-limits.server.ts';
import { lockOpenCart } from '#db/locks.server.ts';
import { type CartOwner, touchCart } from '#db/queries/carts.server.ts';
import { priceCart } from './price-cart.server';

/** Codes are guessed by trying: so many tries from one place. */
const tries: RateLimit = { name: 'discount_code', points: 10, seconds: 600 };

/** The buyer typed a code: it stays with the cart when it takes something off, or would once they say who they are. An
 *  empty one takes the code away. */
export async function applyCode(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { owner, code, clientIp }: { owner: CartOwner; code: string; clientIp: string },
): Promise<Outcome<null, 'cart_empty' | 'rate_limited' | 'code_unknown' | CodeProblem['code']>> {
  if (code !== '' && !(await countAttempt(db, tries, clientIp)).allowed) return refused('rate_limited');
  return db.transaction(async (tx) => {
    const cart = await lockOpenCart(tx, { owner });
    if (!cart) return refused('cart_empty');
    if (code !== '') {
      const { discount } = await priceCart(tx, { cart: { ...cart, discountCode: code }, at: now() });
      const problem = discount?.problem?.code ?? null;
      if (problem && problem !== 'code_of_somebody') return refused(problem);
    }
    await touchCart(tx, { cartId: cart.id, at: now(), set: { discountCode: code || null } });
    return ok(null);
  });
}
