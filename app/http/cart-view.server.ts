import type { Deps } from '#app/deps.server.ts';
import { countryName } from '#app/domain/i18n/names.ts';
import { deliveryPromise } from '#app/domain/checkout/delivery-promise.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { missingForAnyFree } from '#app/domain/checkout/shipping.ts';
import { shippingAsShown, type TotalledCartLine } from '#app/domain/checkout/total-cart.ts';
import { formatNearDay } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, localePath, locales } from '#app/domain/i18n/locales.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import { type Money, addMoney, money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { shownGrossPrice } from '#app/domain/pricing/tax.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { PricedCart } from '#app/use-cases/cart/price-cart.server.ts';
import type { ViewedCart } from '#app/use-cases/cart/view-cart.server.ts';
import type { CartLineDetail } from '#db/queries/carts.server.ts';
import { configurationWords } from './configuration-words.server';
import { type Attributes, attributeValue } from './storefront/attribute-words';
import { picturesOfVariants } from './storefront/pictures.server';

/** The sums under a cart, as its buyer sees them. */
export type CartSums = {
  /** The discount is taken off already, of each line and of their sum. */
  goods: Money;
  discount: { code: string; amount: Money } | null;
  shipping: Money | null;
  tax: Money;
  isTaxIncluded: boolean;
  payable: Money;
  place: string;
  toFree: { amount: Money; percent: number } | null;
  delivery: string;
  returnDays: number;
};

export type ShippingChoice = { code: string; title: string; price: Money; days: string };

const regionName = (country: string, locale: Locale): string => countryName(country, locales[locale].formats);

export const countryOptions = (cart: PricedCart, locale: Locale) =>
  cart.market.countries.map((code) => ({ value: code, label: regionName(code, locale) }));

/** "Tue 24 Nov – Thu 26 Nov" */
export function daysText(cart: PricedCart, workingDays: readonly [number, number], now: Date, locale: Locale): string {
  const promise = deliveryPromise({ now, timeZone: storeTimeZone, leadTimeDays: cart.leadTimeDays, workingDays });
  const day = (name: string) => formatNearDay(new Date(`${name}T12:00:00Z`), locales[locale].formats, 'UTC');
  return promise.from === promise.until ? day(promise.from) : `${day(promise.from)} – ${day(promise.until)}`;
}

export function cartSums(cart: PricedCart, now: Date, locale: Locale): CartSums {
  const { totals, shipping, toTotal, goods, discount } = cart;
  const isTaxIncluded = toTotal.display === 'inclusive';
  const missing = missingForAnyFree(cart.offers);
  const wanted = missing ? missing.minor + goods.minor : 0n;
  return {
    goods,
    discount: discount?.codeId ? { code: discount.code, amount: discount.shown } : null,
    shipping: shipping && (isTaxIncluded ? addMoney(totals.freight, totals.freightTax) : totals.freight),
    tax: totals.tax,
    isTaxIncluded,
    payable: totals.payable,
    place: [regionName(toTotal.country, locale), toTotal.postalCode].filter(Boolean).join(' '),
    toFree: missing && { amount: missing, percent: Number((goods.minor * 100n) / wanted) },
    delivery: shipping ? daysText(cart, shipping.method.workingDays, now, locale) : '',
    returnDays: cart.market.returnDays,
  };
}

/** The code of a cart in the words of the page: whether it counts, or why not. */
export const discountView = ({ discount }: PricedCart, locale: Locale) =>
  discount && {
    code: discount.code,
    problem: discount.problem && translator(locale, 'refusals')(discount.problem.code),
  };

export const shippingChoices = (cart: PricedCart, now: Date, locale: Locale): ShippingChoice[] =>
  cart.offers.map((offer) => ({
    code: offer.method.code,
    title: wordsIn(offer.method.title, locale),
    price: shippingAsShown(cart.toTotal, offer),
    days: daysText(cart, offer.method.workingDays, now, locale),
  }));

export type LineWords = { readonly locale: Locale; readonly attributes: Attributes };

/** A line as cart, checkout and review show it. */
export function cartLineView(cart: ViewedCart, line: TotalledCartLine, { locale, attributes }: LineWords) {
  const detail = cart.details.get(line.line);
  if (!detail) throw new Error(`line ${line.line} has no details`);
  const { formats } = locales[locale];
  const { price, totals, ratePercent } = line;
  const isInclusive = cart.toTotal.display === 'inclusive';
  const { currency } = cart.cart;
  const unit = price.ok ? price.unitPrice : null;
  const before = cart.changedFrom.get(line.line);
  return {
    id: String(line.line),
    to: localePath(`/products/${detail.handle}`, locale),
    title: wordsIn(detail.title, locale) || detail.sku,
    choice: [
      ...Object.entries(detail.options).map(([name, value]) => attributeValue(attributes, name, value, locale)),
      configurationWords(detail.configuration, cart.partTitles.get(detail.productId), locale),
    ]
      .filter(Boolean)
      .join(' · '),
    quantity: toDecimalString(toExact(detail.quantity), 6),
    quantityText: formatQuantity(toExact(detail.quantity), formats),
    least: toDecimalString(toExact(detail.minQuantity), 6),
    step: toDecimalString(toExact(detail.quantityStep), 6),
    unitPriceText:
      unit &&
      (isInclusive
        ? formatMoney(shownGrossPrice(unit, ratePercent, currency), formats)
        : formatUnitPrice(unit, currency, formats)),
    lineTotal: totals && (isInclusive ? totals.gross : totals.net),
    notice: noticeOf(line, before === undefined ? null : money(before, currency), locale),
  };
}

/** What a product page would have sent for this line. */
const lineFields = ({ sku, configuration: { plan, modules = [], term } }: CartLineDetail): [string, string][] => [
  ['sku', sku],
  ...(plan ? [['plan', plan] satisfies [string, string]] : []),
  ...modules.flatMap(({ code, quantity }): [string, string][] => [
    ['modules', code],
    ...(quantity ? [[`module_quantity.${code}`, quantity] satisfies [string, string]] : []),
  ]),
  ...(term ? [['term', String(term)] satisfies [string, string]] : []),
];

/** The lines of a cart with their pictures; the title stands beside each, so that they say nothing themselves. */
export async function cartLinesWithPictures(deps: Pick<Deps, 'db' | 'pictures'>, cart: ViewedCart, words: LineWords) {
  const picture = await picturesOfVariants(
    deps,
    cart.lines.map(({ variantId }) => variantId),
    words.locale,
  );
  return cart.lines.map((line) => {
    const detail = cart.details.get(line.line);
    return {
      ...cartLineView(cart, line, words),
      fields: detail ? lineFields(detail) : [],
      picture: picture(line.variantId),
    };
  });
}

/** What stands in the way of a line, else what changed since it was last seen. */
function noticeOf({ problem }: TotalledCartLine, before: Money | null, locale: Locale): string | undefined {
  const t = translator(locale, 'cart');
  const { formats } = locales[locale];
  switch (problem?.code) {
    case undefined:
      return before ? t('priceRose', { was: formatMoney(before, formats) }) : undefined;
    case 'gone':
    case 'unknown_sku':
      return t('problemGone');
    case 'short':
      return t('problemShort', { available: Math.max(0, Number(toDecimalString(problem.available, 0))) });
    case 'not_sold':
      return t('problemNotSold');
    case 'below_minimum':
    case 'off_step':
      return t('problemQuantity', { nearest: formatQuantity(problem.nearest.more, formats) });
    case 'configuration_invalid':
      return t('problemConfiguration');
  }
}
