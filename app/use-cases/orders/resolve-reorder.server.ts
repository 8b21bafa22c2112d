import { type LineConfiguration, choiceOf } from '#app/domain/cart/cart.ts';
import type { TaxClass } from '#app/domain/catalog/variant.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { type TotalledCart, totalCart } from '#app/domain/checkout/total-cart.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { type Exact, toExact } from '#app/domain/money/exact.ts';
import { type Money, majorUnits, money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { Choices } from '#app/domain/orders/reorder-commit.ts';
import {
  type LineToReorder,
  type ReorderOffer,
  type ReorderedLine,
  plannedOffer,
} from '#app/domain/orders/reorder-line.ts';
import { reorder } from '#app/domain/orders/reorder.ts';
import { taxRate } from '#app/domain/pricing/tax-rates.ts';
import { taxOfLine } from '#app/domain/pricing/tax.ts';
import type { DbOrTx } from '#db/client.server.ts';
import type { OrderingCompany } from '#db/queries/ordering-companies.server.ts';
import type { Order, OrderLine } from '#db/queries/orders.server.ts';
import { loadPriceTerms } from '#db/queries/price-terms.server.ts';
import { readStandIns } from '#db/queries/reorder-catalog.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { findTaxTreatment } from '#db/queries/tax-certificates.server.ts';
import { type VariantToOrder, readVariantsToOrder } from '#db/queries/variants-to-order.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';
import type { StoredReorderLine } from '#db/schema/reorders.ts';
import { shopCountry } from '../purchase-orders/price-lines.server';

/** What was ordered before, as far as ordering it again asks. */
export type OrderedBefore = Pick<Order, 'currency' | 'shipTo' | 'showsTaxIncluded' | 'shippingMethod'>;
export type LineBefore = Pick<
  OrderLine,
  'line' | 'sku' | 'title' | 'quantity' | 'configuration' | 'unitPrice' | 'lineTotalMinor'
>;

/** Who orders again: the company's unit the order was for, or the consumer who placed it. */
export type ReorderToResolve = {
  readonly order: OrderedBefore;
  readonly lines: readonly LineBefore[];
  readonly company: OrderingCompany | null;
  readonly choices: Choices;
  readonly at: Date;
};

export type ResolvedReorder = {
  readonly lines: readonly ReorderedLine[];
  /** What would be ordered, added up with tax and freight to where the past order went. */
  readonly planned: TotalledCart;
  readonly variants: ReadonlyMap<string, VariantToOrder>;
  readonly configurations: ReadonlyMap<number, LineConfiguration>;
  /** What an offer's tax is reckoned at, for a buyer who is shown prices with it; null for one who is not. */
  readonly taxPercentOf: ((sku: string) => Exact) | null;
};

/** Where the past order went; null where it names no address. */
export const addressOf = ({ shipTo }: Pick<Order, 'shipTo'>): PostalAddress | null =>
  shipTo.address === '' ? null : shipTo;

/** What becomes of a past order at this moment: the one resolver that preview and commit both ask. Five statements for
 *  any number of lines. */
export async function resolveReorder(db: DbOrTx, p: ReorderToResolve): Promise<ResolvedReorder> {
  const { order, company, at } = p;
  const standIns = await readStandIns(db, { skus: p.lines.map(({ sku }) => sku) });
  const skus = [
    ...new Set([
      ...p.lines.map(({ sku }) => sku),
      ...[...standIns.values()].flatMap(({ successors, equivalents }) => [...successors, ...equivalents]),
    ]),
  ];
  const shipTo = addressOf(order) ?? company?.unitAddress ?? null;
  const country = shipTo?.country ?? shopCountry;
  const variants = await readVariantsToOrder(db, { skus });
  const terms = await loadPriceTerms(db, {
    buyer: company && { companyId: company.id, unitId: company.unitId },
    currency: order.currency,
    at,
    skus,
  });
  const treatment = company ? await findTaxTreatment(db, { companyId: company.id, country, at }) : 'taxed';
  const lines = reorder({
    lines: p.lines.map((line) => ({
      line: line.line,
      sku: line.sku,
      quantity: toExact(line.quantity),
      ...choiceOf(line.configuration),
      unitPrice: line.unitPrice === null ? null : toExact(line.unitPrice),
      lineTotal: money(line.lineTotalMinor, order.currency),
    })),
    terms,
    variants: new Map(
      [...variants.values()].map((variant) => [
        variant.sku,
        {
          sku: variant.sku,
          isOffered: variant.isOffered,
          mayBeBackordered: variant.stockPolicy === 'backorder',
          available: toExact(variant.available),
          leadTimeDays: variant.leadTimeDays,
          successors: standIns.get(variant.sku)?.successors ?? [],
          equivalents: standIns.get(variant.sku)?.equivalents ?? [],
        },
      ]),
    ),
    choices: p.choices,
    at,
    timeZone: storeTimeZone,
  });
  const rules = await readShopRules(db);
  const isTaxShown = company === null && order.showsTaxIncluded;
  const where = { country, postalCode: shipTo?.postalCode ?? '', on: dayIn(at, storeTimeZone), treatment };
  const planned = totalCart({
    rules,
    currency: order.currency,
    display: isTaxShown ? 'inclusive' : 'exclusive',
    ...where,
    promotions: [],
    shippingMethod: company ? null : order.shippingMethod,
    lines: lines.flatMap((line) => {
      const price = plannedOffer(line)?.price;
      const variant = price && variants.get(price.sku);
      if (!price || !variant) return [];
      return [
        {
          line: line.then.line,
          price,
          taxClass: variant.taxClass as TaxClass,
          weightGrams: variant.weightGrams,
          leadTimeDays: variant.leadTimeDays,
          variantId: variant.id,
          available: toExact(variant.available),
          mayBeBackordered: variant.stockPolicy === 'backorder',
          isOffered: variant.isOffered,
        },
      ];
    }),
  });
  return {
    lines,
    planned,
    variants,
    configurations: new Map(p.lines.map(({ line, configuration }) => [line, configuration])),
    taxPercentOf: isTaxShown
      ? (sku) =>
          taxRate(rules.tax, { ...where, taxClass: (variants.get(sku)?.taxClass ?? 'standard') as TaxClass })
            .ratePercent
      : null,
  };
}

/** What a line comes to for whoever is shown prices with tax: minor units as text. */
export type WithTax = { readonly totalMinor: string; readonly ratePercent: string };
type LineShownBefore = Pick<LineBefore, 'line' | 'title'> & { readonly withTax?: WithTax | undefined };

/** The lines of an order with what was paid for each, promotions taken off. */
export const asCharged = (lines: readonly OrderLine[]): LineShownBefore[] =>
  lines.map(({ line, title, lineTotalMinor, discountMinor, taxMinor, taxRatePercent: ratePercent }) => ({
    ...{ line, title },
    withTax: { totalMinor: (lineTotalMinor - discountMinor + taxMinor).toString(), ratePercent },
  }));

/** An amount of a SKU at today's rate; nothing where prices are shown without tax. */
export function withTaxNow(
  { taxPercentOf }: ResolvedReorder,
  p: { sku: string; lineTotal: Money; amount: Exact },
): { withTax?: WithTax } {
  if (!taxPercentOf) return {};
  const ratePercent = taxPercentOf(p.sku);
  const { gross } = taxOfLine({ amount: p.amount, lineTotal: p.lineTotal, ratePercent, display: 'inclusive' });
  return { withTax: { totalMinor: gross.minor.toString(), ratePercent: toDecimalString(ratePercent, 6) } };
}

/** As a preview keeps them. */
export function storedLines(resolved: ResolvedReorder, past: readonly LineShownBefore[]): StoredReorderLine[] {
  const before = new Map(past.map((line) => [line.line, line]));
  // What was taxed nowhere yet is shown at today's rate.
  const pastWithTax = ({ line, sku, lineTotal }: LineToReorder) => {
    const withTax = before.get(line)?.withTax;
    return withTax && resolved.taxPercentOf
      ? { withTax }
      : withTaxNow(resolved, { sku, lineTotal, amount: majorUnits(lineTotal) });
  };
  return resolved.lines.map(({ then, status, also, offers, take, choice }) => ({
    line: then.line,
    sku: then.sku,
    title: before.get(then.line)?.title ?? then.sku,
    quantity: toDecimalString(then.quantity, 6),
    configuration: resolved.configurations.get(then.line) ?? {},
    unitPrice: then.unitPrice && toDecimalString(then.unitPrice, 6),
    lineTotalMinor: then.lineTotal.minor.toString(),
    ...pastWithTax(then),
    status,
    also: [...also],
    offers: offers.map((offer) => ({
      take: offer.take,
      sku: offer.sku,
      quantity: toDecimalString(offer.quantity, 6),
      unitPrice: offer.unitPrice && toDecimalString(offer.unitPrice, 6),
      lineTotalMinor: offer.lineTotal.minor.toString(),
      ...withTaxNow(resolved, { ...offer, amount: offer.price.amount }),
      availableOn: offer.availableOn,
    })),
    take,
    choice: choice && { take: choice.take, quantity: choice.quantity && toDecimalString(choice.quantity, 6) },
  }));
}

/** And as the rules read them again. */
export const shownLines = (
  lines: readonly StoredReorderLine[],
  currency: Order['currency'],
): ReorderedLine<ReorderOffer>[] =>
  lines.map((line) => ({
    then: {
      line: line.line,
      sku: line.sku,
      quantity: toExact(line.quantity),
      ...choiceOf(line.configuration),
      unitPrice: line.unitPrice === null ? null : toExact(line.unitPrice),
      lineTotal: money(BigInt(line.lineTotalMinor), currency),
    },
    status: line.status,
    also: line.also,
    offers: line.offers.map((offer) => ({
      take: offer.take,
      sku: offer.sku,
      quantity: toExact(offer.quantity),
      unitPrice: offer.unitPrice === null ? null : toExact(offer.unitPrice),
      lineTotal: money(BigInt(offer.lineTotalMinor), currency),
      availableOn: offer.availableOn,
    })),
    take: line.take,
    choice: line.choice && {
      take: line.choice.take,
      quantity: line.choice.quantity === null ? null : toExact(line.choice.quantity),
    },
  }));
