import type { Deps } from '#app/deps.server.ts';
import { sweepPayments } from '#app/use-cases/checkout/sweep-payments.server.ts';

export async function handle(deps: Deps): Promise<void> {
  await sweepPayments(deps);
}
