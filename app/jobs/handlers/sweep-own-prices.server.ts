import type { Deps } from '#app/deps.server.ts';
import { dropUnusedOwnPrices } from '#app/use-cases/pricing/drop-unused-own-prices.server.ts';

export async function handle(deps: Deps): Promise<void> {
  await dropUnusedOwnPrices(deps);
}
