import type { ActionFunctionArgs } from '@remix-run/node';
import { refused } from '#app/domain/outcome.ts';
import { compare, toExact, zero } from '#app/domain/money/exact.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { actOnList, toList } from '#app/http/list-act.server.ts';
import { levelFields } from '#app/http/shopping-lists.server.ts';
import { orderQuickly } from '#app/use-cases/quick-order/order-quickly.server.ts';
import { forgetCounts } from '#app/use-cases/shopping-lists/change-list.server.ts';
import { findShoppingList, readListLines } from '#db/queries/shopping-lists.server.ts';

export const loader = toList;

/** POST: what the form says goes into the cart, each line as much as it says there; what was counted is used up by it. */
export const action = (args: ActionFunctionArgs) =>
  actOnList(
    args,
    levelFields,
    async ({ keeper, id, form }) => {
      const { deps } = args.context;
      const { reader } = keeper;
      if (!(await findShoppingList(deps.db, { reader, id }))) return refused('not_found');
      const wanted = (await readListLines(deps.db, { listId: id })).flatMap(({ line, sku }) => {
        const quantity = form.order[`l${line}`];
        return quantity && compare(toExact(quantity), zero) > 0 ? [{ line, text: `${sku}\t${quantity}` }] : [];
      });
      if (wanted.length === 0) return refused('nothing_to_order');
      const text = wanted.map((row) => row.text).join('\n');
      const ordered = await orderQuickly(deps, { buyer: cartBuyerOf(keeper.viewer), text });
      if (!ordered.ok) return ordered;
      return forgetCounts(deps, { reader, id, lines: wanted.map(({ line }) => line) });
    },
    'inCart',
    '/cart',
  );
