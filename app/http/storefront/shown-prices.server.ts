import type { Deps } from '#app/deps.server.ts';
import { type TaxClass, taxClasses } from '#app/domain/catalog/variant.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { type Exact, multiply, one, zero } from '#app/domain/money/exact.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import { type Money, money } from '#app/domain/money/money.ts';
import { roundToMinorUnits, toDecimalString } from '#app/domain/money/rounding.ts';
import { basePrice, type NetContent } from '#app/domain/pricing/base-price.ts';
import { grossFactor, shownGrossPrice } from '#app/domain/pricing/tax.ts';
import { taxRate } from '#app/domain/pricing/tax-rates.ts';
import type { PriceBuyer } from '#db/queries/price-terms.server.ts';
import type { Viewer } from '../viewer.server';

/** How prices are shown to whoever looks: in which currency, and whether with the tax of the market's first country. */
export type PriceDisplay = {
  readonly buyer: PriceBuyer;
  readonly currency: CurrencyCode;
  readonly isInclusive: boolean;
  /** Per cent by tax class; none where prices are shown before tax. */
  readonly rates: ReadonlyMap<string, Exact>;
  readonly formats: string;
};

export type UnitPrice = { readonly unitPrice: Exact; readonly currency: CurrencyCode };

export function priceDisplay(viewer: Viewer, { now }: Deps, formats: string): PriceDisplay {
  const { buyingAs, market, currency, rules } = viewer;
  const isInclusive = buyingAs.kind === 'consumer' && market.showsTaxIncluded;
  const [country] = market.countries;
  const on = dayIn(now(), storeTimeZone);
  const rateOf = (taxClass: TaxClass) =>
    taxRate(rules.tax, { country, postalCode: '', taxClass, on, treatment: 'taxed' }).ratePercent;
  return {
    buyer: buyerOf(viewer),
    currency,
    isInclusive,
    rates: new Map(taxClasses.map((taxClass) => [taxClass, rateOf(taxClass)])),
    formats,
  };
}

export const buyerOf = ({ buyingAs }: Pick<Viewer, 'buyingAs'>): PriceBuyer =>
  buyingAs.kind === 'consumer' ? null : { companyId: buyingAs.company.id, unitId: buyingAs.unit.id };

/** What shown prices are the net ones times of, for the database to compare by. */
export const taxFactors = ({ isInclusive, rates }: PriceDisplay): Record<string, string> =>
  isInclusive
    ? Object.fromEntries([...rates].map(([name, rate]) => [name, toDecimalString(grossFactor(rate), 6)]))
    : {};

/** A net unit price as the buyer sees it: with tax in whole minor units, or before tax with the decimals it has. With
 *  tax a price that would round to nothing keeps its decimals too. */
export function shownPrice(display: PriceDisplay, unitPrice: Exact, taxClass: string): Money | UnitPrice {
  const { currency } = display;
  if (!display.isInclusive) return { unitPrice, currency };
  const rate = display.rates.get(taxClass) ?? zero;
  const gross = shownGrossPrice(unitPrice, rate, currency);
  return gross.minor === 0n && unitPrice.num > 0n
    ? { unitPrice: multiply(unitPrice, grossFactor(rate)), currency }
    : gross;
}

/** The same in the words of the page. */
export function priceText(display: PriceDisplay, unitPrice: Exact, taxClass: string): string {
  const shown = shownPrice(display, unitPrice, taxClass);
  return 'unitPrice' in shown
    ? formatUnitPrice(shown.unitPrice, shown.currency, display.formats)
    : formatMoney(shown, display.formats);
}

export function shownBase(display: PriceDisplay, unitPrice: Exact, taxClass: string, content: NetContent | null) {
  const { currency, isInclusive, rates } = display;
  const factor = isInclusive ? grossFactor(rates.get(taxClass) ?? zero) : one;
  const base = basePrice(multiply(unitPrice, factor), content);
  return base && { price: money(roundToMinorUnits(base.price, currency), currency), unit: base.unit };
}
