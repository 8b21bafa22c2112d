import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnStandingOrder, toStandingOrder } from '#app/http/standing-orders.server.ts';
import { resumeStandingOrder } from '#app/use-cases/standing-orders/change-standing-order.server.ts';

export const loader = toStandingOrder;
export const action = (args: ActionFunctionArgs) =>
  actOnStandingOrder(
    args,
    {},
    ({ keeper, id }) => resumeStandingOrder(args.context.deps, { ...keeper, id }),
    'resumed',
  );
