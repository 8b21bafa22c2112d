import { choiceOf } from '#app/domain/cart/cart.ts';
import type { TaxClass } from '#app/domain/catalog/variant.ts';
import { type Market, marketOf, storeTimeZone } from '#app/domain/checkout/markets.ts';
import { type CartToTotal, type TotalledCart, totalCart } from '#app/domain/checkout/total-cart.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { type Money, subtractMoney } from '#app/domain/money/money.ts';
import { type CodeProblem, codeProblem, promotionOf } from '#app/domain/pricing/discount-code.ts';
import type { Promotion } from '#app/domain/pricing/price-order.ts';
import { priceDocument } from '#app/domain/pricing/price-document.ts';
import type { LineToPrice } from '#app/domain/pricing/price-terms.ts';
import type { TaxTreatment } from '#app/domain/pricing/tax-rates.ts';
import type { ShopRules } from '#app/domain/settings/shop-rules.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { type Cart, type CartLineDetail, readCartLines } from '#db/queries/carts.server.ts';
import { findCodeStanding } from '#db/queries/discount-codes.server.ts';
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
  /** Who buys, when it is known better than the cart knows. */
  email?: string;
  /** When they were read already. */
  lines?: readonly CartLineDetail[];
  rules?: ShopRules;
};

export type PricedCart = TotalledCart & {
  cart: Cart;
  market: Market;
  details: ReadonlyMap<number, CartLineDetail>;
  /** The code the buyer typed, with what it takes off as they see it, or why it takes nothing. Null without one. */
  discount: CartDiscount | null;
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
  const discount = cart.discountCode ? await discountOf(db, p, toTotal, details) : null;
  const discounted = discount?.promotion ? { ...toTotal, promotions: [discount.promotion] } : toTotal;
  const totalled = totalCart(discounted);
  const shown = discount && discountShown(discount, totalCart(toTotal).goods, totalled.goods);
  return {
    ...totalled,
    cart,
    market,
    discount: shown,
    toTotal: discounted,
    details: new Map(details.map((d) => [d.line, d])),
  };
}

const lineToPrice = ({ line, sku, quantity, configuration }: CartLineDetail): LineToPrice => ({
  line,
  sku,
  quantity: toExact(quantity),
  ...choiceOf(configuration),
});

export type CartDiscount = {
  readonly code: string;
  /** Null where it takes nothing off. */
  readonly codeId: string | null;
  readonly problem: CodeProblem | { readonly code: 'code_unknown' } | null;
  /** What it takes off the goods as this buyer sees them: with tax where the display says so. */
  readonly shown: Money;
};

type FoundDiscount = Omit<CartDiscount, 'shown'> & { readonly promotion: Promotion | null };

async function discountOf(
  db: DbOrTx,
  { cart, at, email }: CartToPrice,
  toTotal: CartToTotal,
  details: readonly CartLineDetail[],
): Promise<FoundDiscount> {
  const typed = cart.discountCode ?? '';
  const buyer = (email ?? cart.email)?.trim().toLowerCase() || null;
  const found = await findCodeStanding(db, { code: typed, cartId: cart.id, email: buyer });
  if (!found) return { code: typed, codeId: null, problem: { code: 'code_unknown' }, promotion: null };
  const handles = new Map(details.map(({ line, handle }) => [line, handle]));
  const lines = toTotal.lines.flatMap(({ line, price }) =>
    price.ok
      ? [{ line, product: handles.get(line) ?? '', takesPromotions: price.takesPromotions, lineTotal: price.lineTotal }]
      : [],
  );
  const { currency } = cart;
  const { uses, hasOrderedBefore, rules } = found;
  const isCompany = cart.companyId !== null;
  const question = { at, currency, isCompany, lines, uses, email: buyer, hasOrderedBefore };
  const problem = codeProblem(rules, question);
  return {
    code: rules.code,
    codeId: problem ? null : found.id,
    problem,
    promotion: problem ? null : promotionOf(rules, question),
  };
}

const discountShown = ({ promotion: _one, ...discount }: FoundDiscount, before: Money, after: Money): CartDiscount => ({
  ...discount,
  shown: subtractMoney(before, after),
});
