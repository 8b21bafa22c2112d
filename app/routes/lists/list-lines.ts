import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { actOnList, toList } from '#app/http/list-act.server.ts';
import { quantityField } from '#app/http/product-form.ts';
import { addToList } from '#app/use-cases/shopping-lists/change-list.server.ts';

export const loader = toList;
export const action = (args: ActionFunctionArgs) =>
  actOnList(
    args,
    { sku: z.string().trim().min(1).max(100), quantity: quantityField },
    ({ keeper, id, form }) =>
      addToList(args.context.deps, {
        reader: keeper.reader,
        id,
        entries: [{ sku: form.sku.toUpperCase(), quantity: form.quantity }],
      }),
    'added',
  );
