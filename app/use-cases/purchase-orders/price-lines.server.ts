import type { TaxClass } from '#app/domain/catalog/variant.ts';
import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { type TotalledCart, totalCart } from '#app/domain/checkout/total-cart.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { type Money, majorUnits, money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { priceDocument } from '#app/domain/pricing/price-document.ts';
import { type OrderTotals, priceOrder } from '#app/domain/pricing/price-order.ts';
import type { AgreedPrice, LineProblem, LineToPrice, PricedLine } from '#app/domain/pricing/price-terms.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { loadPriceTerms } from '#db/queries/price-terms.server.ts';
import type { NewLine, PurchaseOrderLine } from '#db/queries/purchase-orders.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { findTaxTreatment } from '#db/queries/tax-certificates.server.ts';
import { type VariantToOrder, readVariantsToOrder } from '#db/queries/variants-to-order.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';
import { storedReasons, titleOf } from '../checkout/order-from-cart';

/** A line as a buyer writes it. */
export type LineWanted = {
  readonly line: number;
  readonly sku: string;
  readonly quantity: string;
  readonly configuration: LineConfiguration;
  /** What a quote agreed for this line. */
  readonly agreed?: readonly AgreedPrice[];
  /** The line as it was submitted or agreed before: it costs exactly that again. */
  readonly kept?: KeptPrice | null;
};

/** The price of a line that is not asked anew. */
export type KeptPrice = Pick<
  PurchaseOrderLine,
  'unitPrice' | 'lineTotalMinor' | 'priceStep' | 'priceListCode' | 'priceListRevision' | 'reasons'
> & { readonly document: string };

export type LinesToPrice = {
  readonly companyId: string;
  readonly unitId: string;
  readonly currency: CurrencyCode;
  readonly locale: string;
  readonly shipTo: PostalAddress | null;
  readonly lines: readonly LineWanted[];
  readonly at: Date;
  /** Agreed beforehand, as a quote does; else what shipping costs today. */
  readonly freightMinor?: bigint | null;
};

export type LineRefusal =
  'lines_needed' | 'line_twice' | 'unknown_sku' | 'not_sold' | 'configuration_invalid' | 'invalid_quantity';

export type PricedLines = {
  readonly rows: readonly Omit<NewLine, 'purchaseOrderId' | 'revision'>[];
  readonly totals: OrderTotals;
  readonly shippingMethod: string;
  readonly categories: readonly string[];
  readonly isOffContract: boolean;
};

/** Where the shop delivers to when a document names no address. */
export const shopCountry = 'DE';
const agreedApart = 'agreed';

/** What lines cost this unit today, with tax and freight to where they go. Every line must be sellable; the first that is
 *  not names the refusal, all of them are in its detail. Five statements for any number of lines. */
export async function priceLines(
  db: DbOrTx,
  p: LinesToPrice,
): Promise<Outcome<PricedLines, LineRefusal, { lines: readonly { line: number; sku: string; code: string }[] }>> {
  if (p.lines.length === 0) return refused('lines_needed');
  if (new Set(p.lines.map(({ line }) => line)).size < p.lines.length) return refused('line_twice');
  const skus = p.lines.map(({ sku }) => sku);
  const country = p.shipTo?.country ?? shopCountry;
  const [rules, terms, variants, treatment] = await Promise.all([
    readShopRules(db),
    loadPriceTerms(db, {
      buyer: { companyId: p.companyId, unitId: p.unitId },
      currency: p.currency,
      at: p.at,
      skus,
    }),
    readVariantsToOrder(db, { skus }),
    findTaxTreatment(db, { companyId: p.companyId, country, at: p.at }),
  ]);
  const prices = priceDocument(
    p.lines.map((line) => lineToPrice(line, p.currency)),
    terms,
    p.at,
  );
  const problems = prices.flatMap((price) => {
    if (!price.ok) return [{ line: price.line, sku: price.sku, code: refusalOf(price.problem) }];
    const isOffered = variants.get(price.sku)?.isOffered ?? false;
    return isOffered ? [] : [{ line: price.line, sku: price.sku, code: 'not_sold' as const }];
  });
  const [first] = problems;
  if (first) return refused(first.code, { lines: problems });

  const priced = totalCart({
    rules,
    currency: p.currency,
    display: 'exclusive',
    treatment,
    promotions: [],
    country,
    postalCode: p.shipTo?.postalCode ?? '',
    shippingMethod: null,
    on: dayIn(p.at, storeTimeZone),
    lines: prices.map((price) => {
      const variant = variants.get(price.sku) as VariantToOrder;
      return {
        line: price.line,
        price,
        taxClass: variant.taxClass as TaxClass,
        weightGrams: variant.weightGrams,
        leadTimeDays: variant.leadTimeDays,
        variantId: variant.id,
        available: toExact(variant.available),
        mayBeBackordered: variant.stockPolicy === 'backorder',
        isOffered: true,
      };
    }),
  });
  const totals =
    (p.freightMinor ?? null) === null ? priced.totals : withFreight(priced, money(p.freightMinor ?? 0n, p.currency));
  const rows = priced.lines.map(({ line, price, ratePercent, taxClass }) => {
    const variant = variants.get(price.sku) as VariantToOrder;
    const own = totals.lines.find((total) => total.line === line);
    if (!price.ok || !own) throw new Error(`line ${line} has no price`);
    const cost = variant.cost[p.currency];
    const wanted = p.lines.find((each) => each.line === line);
    return {
      line,
      variantId: variant.id,
      sku: variant.sku,
      title: titleOf(variant, p.locale),
      category: variant.category,
      quantity: toDecimalString(price.quantity, 6),
      configuration: wanted?.configuration ?? {},
      unitPrice: price.unitPrice && toDecimalString(price.unitPrice, 6),
      lineTotalMinor: own.lineTotal.minor,
      taxMinor: own.tax.minor,
      taxRatePercent: toDecimalString(ratePercent, 4),
      taxClass,
      unitCost: cost === undefined ? null : toDecimalString(toExact(cost), 6),
      ...whyOf(price, wanted?.kept ?? null),
    };
  });
  return ok({
    rows,
    totals,
    // Where no tariff reaches, freight is agreed apart and nothing is charged for it here.
    shippingMethod: ((p.freightMinor ?? null) === null && priced.shipping?.method.code) || agreedApart,
    categories: [...new Set(rows.flatMap(({ category }) => category ?? []))],
    isOffContract: rows.some(({ priceStep }) => priceStep !== 'contract' && priceStep !== 'quote'),
  });
}

/** Where the price comes from: of a line that keeps its price, where it came from first. */
const whyOf = (price: PricedLine, kept: KeptPrice | null) =>
  kept
    ? {
        priceStep: kept.priceStep,
        priceListCode: kept.priceListCode,
        priceListRevision: kept.priceListRevision,
        reasons: kept.reasons,
      }
    : {
        priceStep: price.step,
        priceListCode: price.list,
        priceListRevision: price.revision,
        reasons: storedReasons(price.reasons),
      };

const withFreight = ({ lines, totals }: TotalledCart, freight: Money): OrderTotals =>
  priceOrder({
    currency: freight.currency,
    display: 'exclusive',
    promotions: [],
    freight: majorUnits(freight),
    lines: lines.flatMap(({ line, price, ratePercent }) =>
      price.ok && totals.lines.some((total) => total.line === line)
        ? [
            {
              line,
              amount: price.amount,
              lineTotal: price.lineTotal,
              taxRatePercent: ratePercent,
              takesPromotions: false,
            },
          ]
        : [],
    ),
  });

const keptPrice = (kept: KeptPrice, currency: CurrencyCode): AgreedPrice => ({
  step: 'purchase_order',
  document: kept.document,
  unitPrice: kept.unitPrice === null ? null : toExact(kept.unitPrice),
  lineTotal: money(kept.lineTotalMinor, currency),
});

const lineToPrice = (
  { line, sku, quantity, configuration, agreed, kept }: LineWanted,
  currency: CurrencyCode,
): LineToPrice => ({
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
  ...(kept ? { agreed: [keptPrice(kept, currency)] } : agreed && { agreed }),
});

const refusalOf = ({ code }: LineProblem): LineRefusal =>
  code === 'below_minimum' || code === 'off_step' ? 'invalid_quantity' : code;
