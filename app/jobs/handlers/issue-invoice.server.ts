import type { Deps } from '#app/deps.server.ts';
import { issueOrderInvoice } from '#app/use-cases/invoices/issue-order-invoice.server.ts';

export async function handle(deps: Deps, payload: { orderId: string }): Promise<void> {
  await issueOrderInvoice(deps, payload);
}
