import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { type Exact, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type Outcome, ok } from '#app/domain/outcome.ts';
import { priceDocument } from '#app/domain/pricing/price-document.ts';
import type { LimitsVerdict, SellerLimits } from '#app/domain/pricing/price-list-limits.ts';
import type { PricedLine } from '#app/domain/pricing/price-terms.ts';
import { offerVerdict } from '#app/domain/quotes/offer-limits.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { loadPriceTerms } from '#db/queries/price-terms.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';
import { type LineRefusal, type PricedLines, priceLines } from '../purchase-orders/price-lines.server';

export type LineToOffer = {
  readonly line: number;
  readonly sku: string;
  readonly quantity: string;
  readonly configuration: LineConfiguration;
  /** Of one unit of the variant, before tax. */
  readonly unitPrice: string;
};

export type OfferToPrice = {
  readonly quote: { readonly number: string; readonly companyId: string; readonly unitId: string };
  readonly currency: CurrencyCode;
  readonly locale: string;
  readonly shipTo: PostalAddress | null;
  readonly lines: readonly LineToOffer[];
  /** Null = what shipping costs today. */
  readonly freightMinor: bigint | null;
  readonly limits: SellerLimits;
  readonly at: Date;
};

/** Sellers only. All prices of one unit of the variant. */
export type OfferFact = {
  readonly line: number;
  readonly unitCost: string | null;
  readonly todayPrice: string | null;
  readonly publicPrice: string | null;
  readonly discountPercent: string | null;
  readonly marginPercent: string | null;
  readonly isBeyondLimit: boolean;
};

export type PricedOffer = {
  readonly priced: PricedLines;
  readonly verdict: LimitsVerdict;
  readonly facts: readonly OfferFact[];
};

/** What an offer comes to for the buyer, and how far it goes for the seller: the same function answers the editor while
 *  the rep types and the act of offering. */
export async function priceOffer(db: DbOrTx, p: OfferToPrice): Promise<Outcome<PricedOffer, LineRefusal>> {
  const { quote, currency, at } = p;
  const priced = await priceLines(db, {
    companyId: quote.companyId,
    unitId: quote.unitId,
    currency,
    locale: p.locale,
    shipTo: p.shipTo,
    at,
    freightMinor: p.freightMinor,
    lines: p.lines.map(({ unitPrice, ...line }) => ({
      ...line,
      agreed: [{ step: 'quote', document: quote.number, unitPrice: toExact(unitPrice) }],
    })),
  });
  if (!priced.ok) return priced;
  const today = await pricesToday(db, p);
  const lines = p.lines.map((line) => {
    const cost = priced.value.rows.find((row) => row.line === line.line)?.unitCost ?? null;
    const own = today.get(line.line);
    return {
      line: line.line,
      today: own ? (own.unitPrice ?? own.averagePrice) : null,
      publicPrice: own?.publicUnitPrice ?? null,
      offered: toExact(line.unitPrice),
      cost: cost === null ? null : toExact(cost),
    };
  });
  const verdict = offerVerdict(lines, p.limits);
  return ok({
    priced: priced.value,
    verdict,
    facts: lines.map(({ line, today: now, publicPrice, cost }) => {
      const reviewed = verdict.lines.find(({ key }) => key === String(line));
      return {
        line,
        unitCost: shown(cost),
        todayPrice: shown(now),
        publicPrice: shown(publicPrice),
        discountPercent: shown(reviewed?.discountPercent ?? null),
        marginPercent: shown(reviewed?.marginPercent ?? null),
        isBeyondLimit: (reviewed?.beyond.length ?? 0) > 0,
      };
    }),
  });
}

const shown = (value: Exact | null): string | null => value && toDecimalString(value, 6);

/** What this buyer would pay today without the quote, by line; what is not sold to them is not there. */
export async function pricesToday(
  db: DbOrTx,
  p: Pick<OfferToPrice, 'quote' | 'currency' | 'lines' | 'at'>,
): Promise<Map<number, PricedLine>> {
  const { quote, currency, lines, at } = p;
  const terms = await loadPriceTerms(db, { buyer: quote, currency, at, skus: lines.map(({ sku }) => sku) });
  const prices = priceDocument(
    lines.map(({ line, sku, quantity, configuration }) => ({
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
    })),
    terms,
    at,
  );
  return new Map(prices.flatMap((price) => (price.ok ? [[price.line, price] as const] : [])));
}
