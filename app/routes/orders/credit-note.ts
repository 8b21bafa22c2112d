import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileResponse } from '#app/http/file-response.server.ts';
import { invoiceReader } from '#app/http/invoice-access.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { creditNoteFile } from '#app/use-cases/invoices/invoice-file.server.ts';
import { findFile, readFileContent } from '#db/queries/files.server.ts';
import { listCreditNotes } from '#db/queries/invoices.server.ts';

/** A credit note of an order, by its number, for whoever may read the order's invoice. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const order = await invoiceReader(request, context, params.number);
  const { deps } = context;
  const note = (await listCreditNotes(deps.db, { orderId: order.id })).find(({ number }) => number === params.note);
  const issued = note ? await creditNoteFile(deps, { id: note.id }) : null;
  const [file, content] = issued
    ? await Promise.all([findFile(deps.db, issued), readFileContent(deps.db, issued)])
    : [null, null];
  if (!file || !content) throw notFound();
  return fileResponse({ name: file.name, mediaType: file.mediaType, content });
}
