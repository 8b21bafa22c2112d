import type { LoaderFunctionArgs } from '@remix-run/node';
import { printDocument } from '#app/documents/print-document.server.ts';
import { statementDocument } from '#app/documents/statement.server.ts';
import { fileResponse } from '#app/http/file-response.server.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import { financeScope, openStatement, statementRow } from '#app/http/statement.server.ts';
import { documentLocale, sellerLines } from '#app/use-cases/invoices/seller.server.ts';

/** What is open today and how old, on paper. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { buyingAs } = await requireMember(request, context, 'see_invoices');
  const { company, member } = buyingAs;
  const { db, now } = context.deps;
  const at = now();
  const locale = documentLocale(localeOf(request));
  const of = { scope: financeScope(member), companyId: company.id, currency: company.currency, at };
  const [open, seller] = await Promise.all([openStatement(db, of), sellerLines(db, locale)]);
  const rows = open.rows.map((invoice) => statementRow(invoice, at));
  const document = statementDocument({ locale, at, seller, company, bands: open.bands, total: open.total, rows });
  return fileResponse({
    name: `${document.title.replace(/[^\p{L}\p{N}-]+/gu, '-')}.pdf`,
    mediaType: 'application/pdf',
    content: await printDocument(document),
  });
}
