import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileResponse } from '#app/http/file-response.server.ts';
import { invoiceReader } from '#app/http/invoice-access.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { invoiceFile } from '#app/use-cases/invoices/invoice-file.server.ts';
import { issueOrderInvoice } from '#app/use-cases/invoices/issue-order-invoice.server.ts';
import { findFile, readFileContent } from '#db/queries/files.server.ts';

/** The invoice of an order as it was issued, for whoever may read it; issued now where nobody asked before. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const order = await invoiceReader(request, context, params.number);
  const { deps } = context;
  const invoice = await issueOrderInvoice(deps, { orderId: order.id });
  const issued = invoice.ok ? await invoiceFile(deps, { id: invoice.value.id }) : null;
  const [file, content] = issued
    ? await Promise.all([findFile(deps.db, issued), readFileContent(deps.db, issued)])
    : [null, null];
  if (!file || !content) throw notFound();
  return fileResponse({ name: file.name, mediaType: file.mediaType, content });
}
