import type { Deps } from '#app/deps.server.ts';
import { invoiceFile } from '#app/use-cases/invoices/invoice-file.server.ts';

export async function handle(deps: Deps, { invoiceId }: { invoiceId: string }): Promise<void> {
  await invoiceFile(deps, { id: invoiceId });
}
