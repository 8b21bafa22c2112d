import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { refused } from '#app/domain/outcome.ts';
import { actOnList, toList } from '#app/http/list-act.server.ts';
import { quantityField } from '#app/http/product-form.ts';
import { addToList } from '#app/use-cases/shopping-lists/change-list.server.ts';
import { findArticles } from '#db/queries/part-numbers.server.ts';

export const loader = toList;
export const action = (args: ActionFunctionArgs) =>
  actOnList(
    args,
    { sku: z.string().trim().min(1).max(100), quantity: quantityField },
    async ({ keeper, id, form }) => {
      const { deps } = args.context;
      const { reader } = keeper;
      const companyId = reader.kind === 'member' ? reader.companyId : null;
      const article = (await findArticles(deps.db, { codes: [form.sku], companyId })).get(form.sku);
      if (!article) return refused('unknown_sku');
      return addToList(deps, {
        reader,
        id,
        entries: [{ sku: article.sku, quantity: form.quantity, configuration: {} }],
      });
    },
    'added',
  );
