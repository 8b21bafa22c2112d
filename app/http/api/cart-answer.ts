import { currencyDecimals } from '#app/domain/money/currencies.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { PricedCart } from '#app/use-cases/cart/price-cart.server.ts';
import { amountBody } from './shapes';

/** A cart at today's prices. A line that cannot be bought as it stands says why and is not counted when it has no price. */
export function cartBody({ cart, lines, totals, offers, shipping, isBuyable }: PricedCart) {
  const decimals = currencyDecimals[cart.currency];
  return {
    id: cart.id,
    status: cart.status,
    market: cart.market,
    currency: cart.currency,
    order: cart.orderId,
    buyable: isBuyable,
    lines: lines.map(({ line, price, problem }) => ({
      line,
      sku: price.sku,
      quantity: toDecimalString(price.quantity, 6),
      unit_price: price.ok && price.unitPrice ? toDecimalString(price.unitPrice, 6, decimals) : null,
      line_total: price.ok ? amountBody(price.lineTotal) : null,
      problem: problem ? { code: problem.code } : null,
    })),
    shipping_methods: offers.map(({ method }) => method.code),
    shipping_method: shipping?.method.code ?? null,
    total: amountBody(totals.total),
    freight: amountBody(totals.freight),
    tax: amountBody(totals.tax),
    payable: amountBody(totals.payable),
  };
}
