import type { TaxClass } from '#app/domain/catalog/variant.ts';
import { type Market, marketOf, storeTimeZone } from '#app/domain/checkout/markets.ts';
import { type CartToTotal, type TotalledCart, totalCart } from '#app/domain/checkout/total-cart.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { priceDocument } from '#app/domain/pricing/price-document.ts';
import type { LineToPrice } from '#app/domain/pricing/price-terms.ts';
import type { TaxTreatment } from '#app/domain/pricing/tax-rates.ts';
import type { ShopRules } from '#app/domain/settings/shop-rules.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { type Cart, type CartLineDetail, readCartLines } from '#db/queries/carts.server.ts';
import { loadPriceTerms } from '#db/queries/price-terms.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { findTaxTreatment } from '#db/queries/tax-certificates.server.ts';

export type CartToPrice = {
  cart: Cart;
  at: Date;
  /** Where to, when it is known better than the cart remembers. */
  country?: string;
  postalCode?: string;
  shippingMethod?: string | null;
  /** When they were read already. */
  lines?: readonly CartLineDetail[];
  rules?: ShopRules;
};

export type PricedCart = TotalledCart & {
  cart: Cart;
  market: Market;
  details: ReadonlyMap<number, CartLineDetail>;
  /** What it was added up from: asked again with another way to ship. */
  toTotal: CartToTotal;
};

/** A cart as it would be ordered at this moment: today's prices, tax and shipping to where it goes. Four statements
 *  for any number of lines. */
export async function priceCart(db: DbOrTx, p: CartToPrice): Promise<PricedCart> {
  const { cart, at } = p;
  const rules = p.rules ?? (await readShopRules(db));
  const market = marketOf(rules.markets, cart.market);
  const country = p.country ?? cart.country ?? market.countries[0];
  const postalCode = p.postalCode ?? cart.postalCode ?? '';
  const details = p.lines ?? (await readCartLines(db, { cartId: cart.id }));
  const terms = await loadPriceTerms(db, {
    buyer: cart.companyId && cart.unitId ? { companyId: cart.companyId, unitId: cart.unitId } : null,
    currency: cart.currency,
    at,
    skus: details.map(({ sku }) => sku),
  });
  const prices = priceDocument(details.map(lineToPrice), terms, at);
  const treatment: TaxTreatment = cart.companyId
    ? await findTaxTreatment(db, { companyId: cart.companyId, country, at })
    : 'taxed';
  const toTotal: CartToTotal = {
    rules,
    currency: cart.currency,
    display: cart.companyId === null && market.showsTaxIncluded ? 'inclusive' : 'exclusive',
    treatment,
    promotions: [],
    country,
    postalCode,
    shippingMethod: p.shippingMethod === undefined ? cart.shippingMethod : p.shippingMethod,
    on: dayIn(at, storeTimeZone),
    lines: details.map((detail, index) => ({
      line: detail.line,
      price: prices[index] as (typeof prices)[number],
      taxClass: detail.taxClass as TaxClass,
      weightGrams: detail.weightGrams,
      leadTimeDays: detail.leadTimeDays,
      variantId: detail.variantId,
      available: toExact(detail.available),
      mayBeBackordered: detail.stockPolicy === 'backorder',
      isOffered: detail.isOffered,
    })),
  };
  return { ...totalCart(toTotal), cart, market, details: new Map(details.map((d) => [d.line, d])), toTotal };
}

const lineToPrice = ({ line, sku, quantity, configuration }: CartLineDetail): LineToPrice => ({
  line,
  sku,
  quantity: toExact(quantity),
  choice: {
    plan: configuration.plan ?? null,
    modules: (configuration.modules ?? []).map(({ code, quantity: own }) => ({
      code,
      quantity: own === undefined ? null : toExact(own),
    })),
  },
  term: configuration.term ?? null,
});
