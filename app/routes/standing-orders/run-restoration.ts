import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnStandingOrder, dayParam, toStandingOrder } from '#app/http/standing-orders.server.ts';
import { restoreRun } from '#app/use-cases/standing-orders/change-run.server.ts';

export const loader = toStandingOrder;
export const action = (args: ActionFunctionArgs) =>
  actOnStandingOrder(
    args,
    {},
    ({ keeper, id }) => restoreRun(args.context.deps, { ...keeper, id, plannedOn: dayParam(args.params.run) }),
    'restored',
  );
