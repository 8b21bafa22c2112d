import type { Deps } from '#app/deps.server.ts';
import { makeRefund } from '#app/use-cases/orders/make-refund.server.ts';

export const handle = (deps: Deps, payload: { refundId: string }): Promise<void> => makeRefund(deps, payload);
