import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { money } from '#app/domain/money/money.ts';
import { dueParts, parseTerms } from '#app/domain/purchase-orders/terms.ts';
import type { Tx } from '#db/client.server.ts';
import { findInvoiceOfOrder, setDueParts } from '#db/queries/invoices.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import type { Order } from '#db/queries/orders.server.ts';

/** The last of an order has left: what was to be paid then has a day now. The paper stays as issued; what is due when is
 *  on the statement. The caller holds the lock on the order. */
export async function dueOnFulfilment(tx: Tx, { order, at }: { order: Order; at: Date }): Promise<void> {
  const terms = parseTerms(order.terms);
  const waits = terms?.kind === 'on_fulfilment' || (terms?.kind === 'deposit' && terms.rest.kind === 'on_fulfilment');
  if (!terms || !waits) return;
  const invoice = await findInvoiceOfOrder(tx, { orderId: order.id });
  if (!invoice) return;
  const company =
    order.companyId && order.unitId
      ? await findOrderingCompany(tx, { id: order.companyId, unitId: order.unitId })
      : null;
  const parts = dueParts({
    terms,
    payable: money(invoice.payableMinor, invoice.currency),
    invoicedAt: invoice.issuedAt,
    fulfilledAt: at,
    timeZone: company?.timeZone ?? storeTimeZone,
  });
  await setDueParts(tx, {
    id: invoice.id,
    parts: parts.map(({ part, amount, dueOn, overdueAt }) => ({
      part,
      minor: amount.minor.toString(),
      dueOn,
      overdueAt: overdueAt?.toISOString() ?? null,
    })),
    overdueAt: parts.at(-1)?.overdueAt ?? null,
  });
}
