import type { Deps } from '#app/deps.server.ts';
import { sweepStandingOrders } from '#app/use-cases/standing-orders/sweep-standing-orders.server.ts';

export const handle = (deps: Deps): Promise<void> => sweepStandingOrders(deps);
