import type { ShippingAddress } from '#app/domain/checkout/address-fields.ts';
import { type Exact, toExact } from '#app/domain/money/exact.ts';
import { roundingMode, toDecimalString } from '#app/domain/money/rounding.ts';
import type { PriceReason } from '#app/domain/pricing/price-reasons.ts';
import type { NewOrder, NewOrderLine } from '#db/queries/orders.server.ts';
import type { PricedCart } from '../cart/price-cart.server';

export type OrderDetails = {
  orderId: string;
  number: string;
  email: string;
  shipTo: ShippingAddress;
  locale: string;
  at: Date;
  newId: () => string;
};

/** The rows of an order as the cart stands priced: what was paid for each line, why, its tax and share of promotions,
 *  and what it cost the shop, fixed for ever. */
export function orderFromCart(
  { cart, totals, shipping, lines, details, toTotal, discount }: PricedCart,
  p: OrderDetails,
): { order: NewOrder; lines: NewOrderLine[] } {
  if (!shipping) throw new Error('an order is delivered somehow');
  const order: NewOrder = {
    id: p.orderId,
    number: p.number,
    status: 'awaiting_payment',
    channel: 'storefront',
    cartId: cart.id,
    personId: cart.personId,
    companyId: cart.companyId,
    unitId: cart.unitId,
    email: p.email,
    locale: p.locale,
    market: cart.market,
    currency: cart.currency,
    roundingMode,
    showsTaxIncluded: toTotal.display === 'inclusive',
    totalMinor: totals.total.minor,
    discountMinor: totals.discount.minor,
    discountCode: discount?.codeId ? discount.code : null,
    discountShownMinor: discount?.codeId ? discount.shown.minor : 0n,
    freightMinor: totals.freight.minor,
    freightTaxMinor: totals.freightTax.minor,
    taxMinor: totals.tax.minor,
    payableMinor: totals.payable.minor,
    shipTo: p.shipTo,
    shippingMethod: shipping.method.code,
    createdAt: p.at,
  };
  const orderLines = lines.map(({ line, price, totals: own, ratePercent, taxClass }): NewOrderLine => {
    const detail = details.get(line);
    if (!detail || !price.ok || !own) throw new Error(`line ${line} has no price`);
    const cost = detail.cost[cart.currency];
    return {
      id: p.newId(),
      orderId: p.orderId,
      line,
      variantId: detail.variantId,
      sku: detail.sku,
      title: titleOf(detail, p.locale),
      quantity: detail.quantity,
      configuration: detail.configuration,
      unitPrice: price.unitPrice && toDecimalString(price.unitPrice, 6),
      lineTotalMinor: own.lineTotal.minor,
      discountMinor: own.discount.minor,
      taxMinor: own.tax.minor,
      taxRatePercent: toDecimalString(ratePercent, 4),
      taxClass,
      unitCost: cost === undefined ? null : toDecimalString(toExact(cost), 6),
      priceListCode: price.list,
      priceListRevision: price.revision,
      reasons: storedReasons(price.reasons),
    };
  });
  return { order, lines: orderLines };
}

/** As it is called in the order's language, with what tells its variants apart. */
export function titleOf(
  detail: { title: Record<string, string>; options: Record<string, string>; sku: string },
  locale: string,
): string {
  const title = detail.title[locale] ?? detail.title.en ?? detail.sku;
  const options = Object.values(detail.options).filter((value) => value !== '');
  return options.length > 0 ? `${title}, ${options.join(', ')}` : title;
}

/** Reasons as JSON: exact numbers as decimal strings of up to twelve places, or as a fraction where that is not exact. */
export const storedReasons = (reasons: readonly PriceReason[]): unknown =>
  JSON.parse(JSON.stringify(reasons, (_key, value: unknown) => (isExact(value) ? exactText(value) : value)));

function isExact(value: unknown): value is Exact {
  return typeof value === 'object' && value !== null && 'num' in value && typeof value.num === 'bigint';
}

function exactText(value: Exact): string {
  const text = toDecimalString(value, 12);
  const again = toExact(text);
  return again.num === value.num && again.den === value.den ? text : `${value.num}/${value.den}`;
}
