import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnStandingOrder, openDayField, toStandingOrder } from '#app/http/standing-orders.server.ts';
import { pauseStandingOrder } from '#app/use-cases/standing-orders/change-standing-order.server.ts';

export const loader = toStandingOrder;
export const action = (args: ActionFunctionArgs) =>
  actOnStandingOrder(
    args,
    { until: openDayField },
    ({ keeper, id, form }) => pauseStandingOrder(args.context.deps, { ...keeper, id, until: form.until }),
    'paused',
  );
