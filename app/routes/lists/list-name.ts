import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { actOnList, toList } from '#app/http/list-act.server.ts';
import { listName } from '#app/http/shopping-lists.server.ts';
import { nameList } from '#app/use-cases/shopping-lists/change-list.server.ts';

export const loader = toList;
export const action = (args: ActionFunctionArgs) =>
  actOnList(
    args,
    { name: listName, shared: z.literal('on').optional() },
    ({ keeper, id, form }) =>
      nameList(args.context.deps, { ...keeper, id, name: form.name, isShared: form.shared === 'on' }),
    'saved',
  );
