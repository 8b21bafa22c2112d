import type { Deps } from '#app/deps.server.ts';
import { creditNoteFile } from '#app/use-cases/invoices/invoice-file.server.ts';

export async function handle(deps: Deps, { creditNoteId }: { creditNoteId: string }): Promise<void> {
  await creditNoteFile(deps, { id: creditNoteId });
}
