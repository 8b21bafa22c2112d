import { amountString, money } from '#app/domain/money/money.ts';
import { currencyDecimals } from '#app/domain/money/currencies.ts';
import type { Fulfilment, Order, OrderLine } from '#db/queries/orders.server.ts';
import { decimalBody } from './shapes';

/** An order as every answer of the API tells it; nothing that only sellers may see. */
export function orderBody(order: Order, lines: readonly OrderLine[], fulfilments: readonly Fulfilment[] = []) {
  const amount = (minor: bigint) => ({ amount: amountString(money(minor, order.currency)), currency: order.currency });
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    currency: order.currency,
    placed_at: order.placedAt?.toISOString() ?? null,
    email: order.email,
    terms: order.terms,
    purchase_order: order.purchaseOrderId,
    quote: order.quoteId,
    ship_to: shipToBody(order.shipTo),
    shipping_method: order.shippingMethod,
    total: amount(order.totalMinor),
    discount: amount(order.discountMinor),
    freight: amount(order.freightMinor),
    tax: amount(order.taxMinor),
    payable: amount(order.payableMinor),
    paid: amount(order.paidMinor),
    refunded: amount(order.refundedMinor),
    lines: lines.map((line) => ({
      line: line.line,
      sku: line.sku,
      title: line.title,
      quantity: decimalBody(line.quantity),
      ...configurationBody(line.configuration),
      unit_price: line.unitPrice === null ? null : decimalBody(line.unitPrice, currencyDecimals[order.currency]),
      line_total: amount(line.lineTotalMinor),
      discount: amount(line.discountMinor),
      tax: amount(line.taxMinor),
      tax_rate_percent: decimalBody(line.taxRatePercent),
      list: line.priceListCode,
      revision: line.priceListRevision,
      fulfilled: decimalBody(line.fulfilledQuantity),
      returned: decimalBody(line.returnedQuantity),
    })),
    fulfilments: fulfilments.map((fulfilment) => ({
      id: fulfilment.id,
      at: fulfilment.at.toISOString(),
      carrier: fulfilment.carrier,
      tracking_number: fulfilment.trackingNumber,
      tracking_url: fulfilment.trackingUrl,
      lines: fulfilment.lines,
    })),
  };
}

const shipToBody = ({ postalCode, ...rest }: Order['shipTo']) => ({ ...rest, postal_code: postalCode });

const configurationBody = ({ plan, modules, term }: OrderLine['configuration']) => ({
  ...(plan ? { plan } : {}),
  ...(modules?.length ? { modules } : {}),
  ...(term ? { term } : {}),
});
