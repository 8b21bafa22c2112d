import type { ActionFunctionArgs } from '@remix-run/node';
import { orderShownRun } from '#app/http/order-run.server.ts';
import { toStandingOrder } from '#app/http/standing-orders.server.ts';

export const loader = toStandingOrder;
export const action = (args: ActionFunctionArgs) => orderShownRun(args, { withAnotherCard: false });
