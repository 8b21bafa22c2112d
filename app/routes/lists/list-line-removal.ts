import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnList, toList } from '#app/http/list-act.server.ts';
import { takeOffList } from '#app/use-cases/shopping-lists/change-list.server.ts';

export const loader = toList;
export const action = (args: ActionFunctionArgs) =>
  actOnList(
    args,
    {},
    ({ keeper, id }) =>
      takeOffList(args.context.deps, { reader: keeper.reader, id, line: Number(args.params.line) || 0 }),
    'takenOff',
  );
