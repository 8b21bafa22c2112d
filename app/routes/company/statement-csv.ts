import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvLine } from '#app/integrations/csv.server.ts';
import { amountString } from '#app/domain/money/money.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import { financeScope, statementRow } from '#app/http/statement.server.ts';
import { listInvoices } from '#db/queries/invoices.server.ts';

const perRead = 500;

/** Every invoice of the company's, for a spreadsheet: read a few hundred at a time, sent as they come. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { buyingAs } = await requireMember(request, context, 'see_invoices');
  const { db, now } = context.deps;
  const of = { scope: financeScope(buyingAs.member), companyId: buyingAs.company.id, onlyOpen: false, limit: perRead };
  const at = now();
  const head = [
    'number',
    'order',
    'reference',
    'unit',
    'issued_at',
    'due_on',
    'currency',
    'payable',
    'paid',
    'credited',
    'open',
  ];
  let after: { issuedAt: Date; id: string } | null = null;
  let isBegun = false;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!isBegun) {
        isBegun = true;
        controller.enqueue(encoder.encode(csvLine(head)));
        return;
      }
      const rows = await listInvoices(db, { ...of, after });
      const lines = rows.map((invoice) => {
        const row = statementRow(invoice, at);
        return csvLine([
          row.number,
          row.orderNumber,
          row.reference,
          row.unitName,
          row.issuedAt.toISOString(),
          row.dueOn ?? '',
          row.payable.currency,
          ...[row.payable, row.paid, row.credited, row.open].map(amountString),
        ]);
      });
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')));
      after = rows.at(-1) ?? null;
      if (rows.length < perRead) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="statement-${buyingAs.company.slug}.csv"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
