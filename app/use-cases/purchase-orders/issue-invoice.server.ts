import { money } from '#app/domain/money/money.ts';
import { dueParts, parseTerms } from '#app/domain/purchase-orders/terms.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { addInvoice, takeInvoiceNumber } from '#db/queries/invoices.server.ts';
import type { OrderingCompany } from '#db/queries/ordering-companies.server.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#db/queries/purchase-orders.server.ts';

/** The invoice of a placed purchase order: as printed, for ever, with the next number of its year's series and what is
 *  due when. Called inside the placement; the number is taken last, since its row is everybody's lock. */
export async function issueInvoice(
  tx: Tx,
  p: {
    order: PurchaseOrder;
    placed: { id: string; number: string };
    lines: readonly PurchaseOrderLine[];
    company: OrderingCompany;
    creditMinor: bigint;
    at: Date;
  },
): Promise<{ id: string; number: string }> {
  const { order, lines, company, at } = p;
  const terms = parseTerms(order.terms);
  if (!terms) throw new Error(`purchase order ${order.id} has terms nobody knows: ${order.terms}`);
  const parts = dueParts({
    terms,
    payable: money(order.payableMinor, order.currency),
    invoicedAt: at,
    fulfilledAt: null,
    timeZone: company.timeZone,
  });
  const id = newId(at.getTime());
  const number = await takeInvoiceNumber(tx, { at });
  const lastOverdue = parts.at(-1)?.overdueAt ?? null;
  await addInvoice(tx, {
    id,
    number,
    companyId: order.companyId,
    unitId: order.unitId,
    orderId: p.placed.id,
    purchaseOrderId: order.id,
    currency: order.currency,
    terms: order.terms,
    totalMinor: order.totalMinor,
    freightMinor: order.freightMinor,
    taxMinor: order.taxMinor,
    payableMinor: order.payableMinor,
    creditMinor: p.creditMinor,
    parts: parts.map(({ part, amount, dueOn, overdueAt }) => ({
      part,
      minor: amount.minor.toString(),
      dueOn,
      overdueAt: overdueAt?.toISOString() ?? null,
    })),
    snapshot: {
      buyer: { name: company.name, vatNumber: company.vatNumber, address: company.unitAddress ?? order.shipTo },
      reference: order.number,
      orderNumber: p.placed.number,
      lines: lines.map((line) => ({
        line: line.line,
        sku: line.sku,
        title: line.title,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        totalMinor: line.lineTotalMinor.toString(),
        ratePercent: line.taxRatePercent,
      })),
      taxes: taxesOf(order, lines),
    },
    locale: company.locale,
    issuedAt: at,
    overdueAt: lastOverdue,
  });
  return { id, number };
}

/** By rate, lines alone; freight and its tax are a line of their own on the invoice. */
function taxesOf({ freightTaxMinor, freightMinor }: PurchaseOrder, lines: readonly PurchaseOrderLine[]) {
  const rates = [...new Set(lines.map(({ taxRatePercent }) => taxRatePercent))];
  const ofLines = rates.map((ratePercent) => {
    const taxed = lines.filter((line) => line.taxRatePercent === ratePercent);
    return {
      ratePercent,
      taxableMinor: taxed.reduce((sum, line) => sum + line.lineTotalMinor, 0n).toString(),
      taxMinor: taxed.reduce((sum, line) => sum + line.taxMinor, 0n).toString(),
    };
  });
  return freightMinor === 0n
    ? ofLines
    : [
        ...ofLines,
        { ratePercent: 'freight', taxableMinor: freightMinor.toString(), taxMinor: freightTaxMinor.toString() },
      ];
}
