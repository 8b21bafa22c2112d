import { companyPermissions } from '#app/domain/access/permissions.ts';
import { type CompanyScope, type Member, companyScopeAs } from '#app/domain/access/company-scope.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { money } from '#app/domain/money/money.ts';
import { openOf } from '#app/domain/orders/invoice.ts';
import { ageing, ageingBand, ageingBands, openParts } from '#app/domain/purchase-orders/ageing.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { type StatementRow, listInvoices } from '#db/queries/invoices.server.ts';

/** Of open invoices; a company with more is asked to look at its file. */
const mostOpen = 2_000;

/** What a member may see of the company's invoices: the units where they look after its money. */
export const financeScope = (member: Member): CompanyScope => companyScopeAs(member, companyPermissions.see_invoices);

const partsOf = (invoice: StatementRow) =>
  openParts({ ...invoice, settledMinor: invoice.paidMinor + invoice.creditedMinor });

/** What is open and how old, in the company's currency, and by row; invoices in other currencies stand in the rows alone. */
export async function openStatement(
  db: DbOrTx,
  p: { scope: CompanyScope; companyId: string; currency: CurrencyCode; at: Date },
) {
  const { scope, companyId, currency, at } = p;
  const open = await listInvoices(db, { scope, companyId, onlyOpen: true, after: null, limit: mostOpen });
  const parts = open.filter((invoice) => invoice.currency === currency).flatMap(partsOf);
  const bands = ageing(parts, currency, at);
  return {
    rows: open,
    bands: ageingBands.map((band) => ({ band, amount: bands[band] })),
    total: money(
      parts.reduce((sum, part) => sum + part.open.minor, 0n),
      currency,
    ),
  };
}

/** One invoice as a statement tells it. */
export function statementRow(invoice: StatementRow, at: Date) {
  const amount = (minor: bigint) => money(minor, invoice.currency);
  const next = partsOf(invoice)[0];
  return {
    id: invoice.id,
    number: invoice.number,
    orderNumber: invoice.snapshot.orderNumber,
    reference: invoice.snapshot.reference,
    unitName: invoice.unitName,
    issuedAt: invoice.issuedAt,
    dueOn: invoice.parts.at(-1)?.dueOn ?? null,
    payable: amount(invoice.payableMinor),
    paid: amount(invoice.paidMinor),
    credited: amount(invoice.creditedMinor),
    open: amount(openOf(invoice)),
    band: next ? ageingBand(next.overdueAt, at) : null,
  };
}
