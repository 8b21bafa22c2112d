import type { Deps } from '#app/deps.server.ts';
import { sweepPayments } from '#app/use-cases/checkout/sweep-payments.server.ts';
import { sweepAccountPayments } from '#app/use-cases/invoices/pay-invoice-by-card.server.ts';

export async function handle(deps: Deps): Promise<void> {
  await sweepPayments(deps);
  await sweepAccountPayments(deps);
}
