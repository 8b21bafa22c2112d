import type { ActionFunctionArgs } from '@remix-run/node';
import { decideFromPage, toPurchaseOrder } from '#app/http/purchase-order-act.server.ts';

export const loader = toPurchaseOrder;
export const action = (args: ActionFunctionArgs) => decideFromPage(args, 'approved', 'approvedFlash');
