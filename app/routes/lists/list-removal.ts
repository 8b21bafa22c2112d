import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnList, toList } from '#app/http/list-act.server.ts';
import { removeList } from '#app/use-cases/shopping-lists/change-list.server.ts';

export const loader = toList;
export const action = (args: ActionFunctionArgs) =>
  actOnList(
    args,
    {},
    ({ keeper, id }) => removeList(args.context.deps, { reader: keeper.reader, id }),
    'removed',
    '/lists',
  );
