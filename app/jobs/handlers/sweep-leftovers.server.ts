import type { Deps } from '#app/deps.server.ts';
import { sweepLeftovers } from '#app/use-cases/jobs/sweep-leftovers.server.ts';

export const handle = (deps: Deps): Promise<void> => sweepLeftovers(deps);
