import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { money } from '#app/domain/money/money.ts';
import { taxSums, untaxedNote } from '#app/domain/orders/invoice.ts';
import { isEuTaxArea } from '#app/domain/pricing/tax-rates.ts';
import { dueParts, parseTerms } from '#app/domain/purchase-orders/terms.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { printInvoice } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import type { Tx } from '#db/client.server.ts';
import { addInvoice, addInvoicePayment, findInvoiceOfOrder, takeNumber } from '#db/queries/invoices.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { type Order, type OrderLine, findOrder, readOrderLines } from '#db/queries/orders.server.ts';
import { findPurchaseOrderNumber } from '#db/queries/purchase-orders.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { shopCountry } from '../purchase-orders/price-lines.server';
import { documentLocale, sellerLines } from './seller.server';

export const yearOf = (at: Date): string => dayIn(at, storeTimeZone).slice(0, 4);

/** The invoice of a placed order: as printed, for ever, with the next number of its year's series and what is due when.
 *  The caller holds the lock on the order; one that was issued before is answered again. The number is taken last, since
 *  its row is everybody's lock. */
export async function issueInvoice(
  tx: Tx,
  p: { orderId: string; creditMinor: bigint; at: Date },
): Promise<{ id: string; number: string }> {
  const { at } = p;
  const [issued, order, lines] = await Promise.all([
    findInvoiceOfOrder(tx, { orderId: p.orderId }),
    findOrder(tx, { scope: { kind: 'staff' }, id: p.orderId }),
    readOrderLines(tx, { orderId: p.orderId }),
  ]);
  if (issued) return issued;
  if (!order) throw new Error(`order ${p.orderId} has no row to invoice`);
  const terms = parseTerms(order.terms);
  if (!terms) throw new Error(`order ${order.id} has terms nobody knows: ${order.terms}`);
  const company =
    order.companyId && order.unitId
      ? await findOrderingCompany(tx, { id: order.companyId, unitId: order.unitId })
      : null;
  const parts = dueParts({
    terms,
    payable: money(order.payableMinor, order.currency),
    invoicedAt: at,
    fulfilledAt: null,
    timeZone: company?.timeZone ?? storeTimeZone,
  });
  const locale = documentLocale(company?.locale ?? order.locale);
  const snapshot = {
    seller: await sellerLines(tx, locale),
    ...(await snapshotOf(tx, order, lines, company)),
  };
  const id = newId(at.getTime());
  const paidMinor = order.paidMinor < order.payableMinor ? order.paidMinor : order.payableMinor;
  const number = await takeNumber(tx, { of: 'invoice', year: yearOf(at) });
  await addInvoice(tx, {
    id,
    number,
    companyId: order.companyId,
    unitId: order.unitId,
    orderId: order.id,
    purchaseOrderId: order.purchaseOrderId,
    currency: order.currency,
    terms: order.terms,
    totalMinor: order.totalMinor,
    freightMinor: order.freightMinor,
    taxMinor: order.taxMinor,
    payableMinor: order.payableMinor,
    creditMinor: p.creditMinor,
    paidMinor,
    parts: parts.map(({ part, amount, dueOn, overdueAt }) => ({
      part,
      minor: amount.minor.toString(),
      dueOn,
      overdueAt: overdueAt?.toISOString() ?? null,
    })),
    snapshot,
    locale,
    issuedAt: at,
    overdueAt: parts.at(-1)?.overdueAt ?? null,
  });
  if (paidMinor > 0n)
    await addInvoicePayment(tx, {
      id: newId(at.getTime()),
      invoiceId: id,
      kind: 'card',
      amountMinor: paidMinor,
      reference: `order:${order.id}`,
      via: 'placement',
      at,
    });
  await enqueue(tx, printInvoice, { invoiceId: id });
  return { id, number };
}

async function snapshotOf(
  tx: Tx,
  order: Order,
  lines: readonly OrderLine[],
  company: { name: string; vatNumber: string | null; unitAddress: Order['billTo'] } | null,
) {
  const { tax } = await readShopRules(tx);
  const { shipTo } = order;
  const netOf = (line: OrderLine) => line.lineTotalMinor - line.discountMinor;
  const reference = order.purchaseOrderId ? await findPurchaseOrderNumber(tx, { id: order.purchaseOrderId }) : null;
  return {
    buyer: {
      name: company?.name ?? shipTo.company ?? shipTo.name,
      vatNumber: company?.vatNumber ?? null,
      address: company?.unitAddress ?? order.billTo ?? shipTo,
    },
    deliveredTo: shipTo,
    reference: reference ?? '',
    orderNumber: order.number,
    lines: lines.map((line) => ({
      line: line.line,
      sku: line.sku,
      title: line.title,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      totalMinor: netOf(line).toString(),
      ratePercent: line.taxRatePercent,
    })),
    taxes: taxSums(
      lines.map((line) => ({ ratePercent: line.taxRatePercent, netMinor: netOf(line), taxMinor: line.taxMinor })),
      { netMinor: order.freightMinor, taxMinor: order.freightTaxMinor },
    ),
    note: untaxedNote({
      taxMinor: order.taxMinor,
      totalMinor: order.totalMinor,
      vatNumber: company?.vatNumber ?? null,
      country: shipTo.country,
      shopCountry,
      isInTaxArea: isEuTaxArea(tax, shipTo.country, shipTo.postalCode),
    }),
  };
}
