import type { TaxClass } from '../catalog/variant';
import { type Exact, compare, toExact } from '../money/exact';
import type { CurrencyCode } from '../money/currencies';
import { type Money, addMoney, money } from '../money/money';
import { type OrderTotals, type Promotion, type TotalledLine, priceOrder } from '../pricing/price-order';
import type { LinePrice, LineProblem, PricedLine } from '../pricing/price-terms';
import type { TaxDisplay } from '../pricing/tax';
import { type TaxRules, type TaxTreatment, taxRate } from '../pricing/tax-rates';
import type { ShippingOffer } from './shipping';
import { chosenOffer, parcelWeight, shippingOffers } from './shipping';
import type { ShippingMethod } from './shipping-methods';

/** A line of a cart with its price, as far as totals, shipping and stock ask. */
export type CartLineToTotal = {
  readonly line: number;
  readonly price: LinePrice;
  readonly taxClass: TaxClass;
  readonly weightGrams: number;
  readonly leadTimeDays: number;
  readonly variantId: string;
  /** On the shelf and promised to nobody. */
  readonly available: Exact;
  readonly mayBeBackordered: boolean;
  readonly isOffered: boolean;
};

export type CartToTotal = {
  /** What shipping and tax cost at this shop. */
  readonly rules: { readonly shipping: readonly ShippingMethod[]; readonly tax: TaxRules };
  readonly currency: CurrencyCode;
  readonly display: TaxDisplay;
  readonly treatment: TaxTreatment;
  readonly lines: readonly CartLineToTotal[];
  readonly promotions: readonly Promotion[];
  /** Where the parcel goes, or would go as far as is known. */
  readonly country: string;
  readonly postalCode: string;
  /** Null: the cheapest. */
  readonly shippingMethod: string | null;
  /** The day in the store's time zone. */
  readonly on: string;
};

export type CartLineProblem =
  LineProblem | { readonly code: 'gone' } | { readonly code: 'short'; readonly available: Exact };

export type TotalledCartLine = CartLineToTotal & {
  readonly totals: TotalledLine | null;
  readonly ratePercent: Exact;
  /** Null when it can be bought as it stands. */
  readonly problem: CartLineProblem | null;
};

export type TotalledCart = {
  readonly lines: readonly TotalledCartLine[];
  /** Of the lines that have a price; freight and its tax are those of `shipping`. */
  readonly totals: OrderTotals;
  /** What a buyer sees the goods add up to: with tax where the display says so. */
  readonly goods: Money;
  readonly weightGrams: number;
  readonly leadTimeDays: number;
  readonly offers: readonly ShippingOffer[];
  readonly shipping: ShippingOffer | null;
  /** Nothing stands between this cart and its payment but an address. */
  readonly isBuyable: boolean;
};

/** Adds a cart up: tax by destination, ways to ship it and what the chosen one costs, and what keeps a line from being
 *  bought. Lines without a price are shown and not counted. */
export function totalCart(cart: CartToTotal): TotalledCart {
  const shortages = shortVariants(cart.lines);
  const lines = cart.lines.map((line) => ({
    ...line,
    problem: problemOf(line, shortages),
    ratePercent: rateOf(cart, line),
  }));
  const priced = lines.filter(isPriced);
  const goodsTotals = totalOf(cart, priced, toExact('0'));
  const goods = goodsAsShown(cart, goodsTotals);
  const weightGrams = parcelWeight(
    priced.map(({ price, weightGrams: grams }) => ({ quantity: price.quantity, weightGrams: grams })),
  );
  const offers =
    priced.length === 0
      ? []
      : shippingOffers(cart.rules.shipping, { country: cart.country, currency: cart.currency, weightGrams, goods });
  const shipping = chosenOffer(offers, cart.shippingMethod);
  const totals = shipping ? totalOf(cart, priced, shipping.netPrice) : goodsTotals;
  return {
    lines: lines.map((line) => ({ ...line, totals: totals.lines.find((t) => t.line === line.line) ?? null })),
    totals,
    goods,
    weightGrams,
    leadTimeDays: Math.max(0, ...priced.map((line) => line.leadTimeDays)),
    offers,
    shipping,
    isBuyable: lines.length > 0 && lines.every(({ problem }) => problem === null) && shipping !== null,
  };
}

/** What one way to ship would add, as this buyer sees it. */
export function shippingAsShown(cart: CartToTotal, offer: ShippingOffer): Money {
  const { totals } = totalCart({ ...cart, shippingMethod: offer.method.code });
  return cart.display === 'inclusive' ? addMoney(totals.freight, totals.freightTax) : totals.freight;
}

type Priced = CartLineToTotal & { readonly price: PricedLine; readonly ratePercent: Exact };
const isPriced = <L extends CartLineToTotal>(line: L): line is L & { readonly price: PricedLine } =>
  line.price.ok && line.isOffered;

const totalOf = (cart: CartToTotal, lines: readonly Priced[], freight: Exact): OrderTotals =>
  priceOrder({
    currency: cart.currency,
    display: cart.display,
    promotions: cart.promotions,
    freight,
    lines: lines.map(({ line, price, ratePercent }) => ({
      line,
      amount: price.amount,
      lineTotal: price.lineTotal,
      taxRatePercent: ratePercent,
      takesPromotions: price.takesPromotions,
    })),
  });

const goodsAsShown = ({ display, currency }: CartToTotal, totals: OrderTotals): Money =>
  display === 'exclusive'
    ? totals.total
    : money(
        totals.lines.reduce((sum, { gross }) => sum + gross.minor, 0n),
        currency,
      );

const rateOf = (cart: CartToTotal, { taxClass }: CartLineToTotal): Exact =>
  taxRate(cart.rules.tax, {
    country: cart.country,
    postalCode: cart.postalCode,
    taxClass,
    on: cart.on,
    treatment: cart.treatment,
  }).ratePercent;

/** Two lines may be of one variant: what counts is all of them together. */
function shortVariants(lines: readonly CartLineToTotal[]): Set<string> {
  const wanted = new Map<string, Exact>();
  for (const { variantId, price } of lines) {
    const before = wanted.get(variantId) ?? toExact('0');
    wanted.set(variantId, {
      num: before.num * price.quantity.den + price.quantity.num * before.den,
      den: before.den * price.quantity.den,
    });
  }
  return new Set(
    lines
      .filter(
        ({ variantId, available, mayBeBackordered }) =>
          !mayBeBackordered && compare(wanted.get(variantId) ?? available, available) > 0,
      )
      .map(({ variantId }) => variantId),
  );
}

function problemOf(line: CartLineToTotal, shortages: ReadonlySet<string>): CartLineProblem | null {
  if (!line.isOffered) return { code: 'gone' };
  if (!line.price.ok) return line.price.problem;
  return shortages.has(line.variantId) ? { code: 'short', available: line.available } : null;
}
