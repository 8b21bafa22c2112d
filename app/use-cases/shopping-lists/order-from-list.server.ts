import type { Deps } from '#app/deps.server.ts';
import { addSeveralToCart } from '#app/domain/cart/cart.ts';
import { compare, toExact, zero } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { lockOpenCart } from '#db/locks.server.ts';
import { readPlainLines, touchCart, writeCartLines } from '#db/queries/carts.server.ts';
import { type ListReader, type ListedArticle, putListLines, readListLines } from '#db/queries/shopping-lists.server.ts';
import type { CartBuyer } from '../cart/cart-buyer';
import { openCartOf } from '../cart/open-cart.server';
import { changingList } from './change-list.server';
import { type ListProblem, priceListLines } from './price-list-lines.server';

export type OrderedFromList = {
  readonly added: number;
  /** What cannot be ordered as asked: it stays on the list, counted as it was. */
  readonly left: readonly { readonly sku: string; readonly problem: ListProblem }[];
};

export type ListOrder = {
  reader: ListReader;
  id: string;
  /** The list as it was seen: what somebody ordered from it since is not ordered a second time. */
  version: number;
  buyer: CartBuyer;
  quantities: ReadonlyMap<number, string>;
};

/** Puts as much of each line into the cart as is said for its number, configured as it stands on the list. What was
 *  counted of a line that went into the cart is used up by it. */
export const orderFromList = (
  deps: Pick<Deps, 'db' | 'now'>,
  p: ListOrder,
): Promise<Outcome<OrderedFromList, 'not_found' | 'stale_revision' | 'nothing_to_order' | 'cart_full'>> =>
  changingList(deps, p, async (tx, list, at) => {
    const { buyer } = p;
    const wanted = (await readListLines(tx, { listId: list.id })).flatMap((line) => {
      const said = toExact(p.quantities.get(line.line) ?? '0');
      return compare(said, zero) > 0 ? [{ ...line, wanted: said }] : [];
    });
    if (wanted.length === 0) return refused('nothing_to_order');
    const prices = await priceListLines(tx, {
      lines: wanted,
      buyer: buyer.companyId && buyer.owner.unitId ? { companyId: buyer.companyId, unitId: buyer.owner.unitId } : null,
      currency: buyer.currency,
      at,
    });
    const good = wanted.filter(({ line }) => prices.get(line)?.price);
    const left = wanted.flatMap(({ line, sku }) => {
      const problem = prices.get(line)?.problem;
      return problem ? [{ sku, problem }] : [];
    });
    if (good.length === 0) return ok({ added: 0, left });
    const cart = await lockOpenCart(tx, buyer);
    const change = addSeveralToCart(
      cart ? await readPlainLines(tx, { cartId: cart.id }) : [],
      good.map(({ variantId, configuration, wanted: many }) => ({
        variantId,
        configuration,
        quantity: toDecimalString(many, 6),
      })),
    );
    if (change.left > 0) return refused('cart_full');
    const { id: cartId } = cart ?? (await openCartOf(tx, buyer, at));
    await writeCartLines(tx, { cartId, lines: change.write.map((line) => ({ ...line, id: newId() })), at });
    await touchCart(tx, { cartId, at });
    await putListLines(tx, { lines: good.map(uncounted) });
    return ok({ added: good.length, left });
  });

const uncounted = ({ listId, line, variantId, configuration, quantity, parLevel }: ListedArticle) => ({
  ...{ listId, line, variantId, configuration, quantity, parLevel },
  leftOver: null,
});
