import type { Deps } from '#app/deps.server.ts';
import { compare, toExact, zero } from '#app/domain/money/exact.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { type ListReader, findShoppingList, readListLines } from '#db/queries/shopping-lists.server.ts';
import type { CartBuyer } from '../cart/cart-buyer';
import { orderQuickly } from '../quick-order/order-quickly.server';
import { forgetCounts } from './change-list.server';

export type OrderedFromList = {
  readonly added: number;
  /** The SKUs of what cannot be ordered as asked: they stay on the list, counted as they were. */
  readonly left: readonly string[];
};

/** Puts as much of each line into the cart as is said for its number, by the rules of quick order. What was counted of a
 *  line that went into the cart is used up by it. */
export async function orderFromList(
  deps: Pick<Deps, 'db' | 'now'>,
  p: { reader: ListReader; id: string; buyer: CartBuyer; quantities: ReadonlyMap<number, string> },
): Promise<
  Outcome<OrderedFromList, 'not_found' | 'stale_revision' | 'nothing_to_order' | 'too_many_rows' | 'cart_full'>
> {
  const { reader, id, buyer, quantities } = p;
  if (!(await findShoppingList(deps.db, { reader, id }))) return refused('not_found');
  const wanted = (await readListLines(deps.db, { listId: id })).flatMap(({ line, sku }) => {
    const quantity = quantities.get(line);
    return quantity && compare(toExact(quantity), zero) > 0 ? [{ line, sku, quantity }] : [];
  });
  if (wanted.length === 0) return refused('nothing_to_order');
  const text = wanted.map(({ sku, quantity }) => `${sku}\t${quantity}`).join('\n');
  const ordered = await orderQuickly(deps, { buyer, text });
  if (!ordered.ok) return ordered;
  const left = ordered.value.left.map(({ code }) => code);
  const lines = wanted.filter(({ sku }) => !left.includes(sku)).map(({ line }) => line);
  const forgotten = await forgetCounts(deps, { reader, id, lines });
  return forgotten.ok ? ok({ added: ordered.value.added, left }) : forgotten;
}
