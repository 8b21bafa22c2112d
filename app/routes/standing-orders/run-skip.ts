import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnStandingOrder, dayParam, toStandingOrder } from '#app/http/standing-orders.server.ts';
import { skipRun } from '#app/use-cases/standing-orders/change-run.server.ts';

export const loader = toStandingOrder;
export const action = (args: ActionFunctionArgs) =>
  actOnStandingOrder(
    args,
    {},
    ({ keeper, id }) => skipRun(args.context.deps, { ...keeper, id, plannedOn: dayParam(args.params.run) }),
    'skipped',
  );
