import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnStandingOrder, toStandingOrder } from '#app/http/standing-orders.server.ts';
import { endStandingOrder } from '#app/use-cases/standing-orders/change-standing-order.server.ts';

export const loader = toStandingOrder;
export const action = (args: ActionFunctionArgs) =>
  actOnStandingOrder(args, {}, ({ keeper, id }) => endStandingOrder(args.context.deps, { ...keeper, id }), 'ended');
