import type { Deps } from '#app/deps.server.ts';
import { sweepQuotes } from '#app/use-cases/quotes/sweep-quotes.server.ts';

export const handle = (deps: Deps): Promise<void> => sweepQuotes(deps);
