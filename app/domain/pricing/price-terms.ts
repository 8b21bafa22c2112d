import type { Choice, ConfigurationProblem } from '../catalog/choice-problems';
import type { QuantityProblem } from '../catalog/order-quantity';
import type { ConfigurableProduct } from '../catalog/product';
import type { Billing, Variant } from '../catalog/variant';
import type { CurrencyCode } from '../money/currencies';
import type { Exact } from '../money/exact';
import type { Money } from '../money/money';
import type { Band } from './graduated-bands';
import type { NextBreak } from './next-break';
import type { Buyer } from './price-chain';
import type { Rung } from './price-ladder';
import type { PriceReason, PriceStep } from './price-reasons';
import type { PriceRevision } from './price-revision';

/** What pricing needs to know of a variant; no cost, so a buyer's page may hold it. */
export type PriceableVariant = Pick<
  Variant,
  'sku' | 'product' | 'minimumQuantity' | 'quantityStep' | 'billed' | 'mixGroup'
> & {
  /** The product's category and those above it, nearest first. */
  readonly categories: readonly string[];
};

/** Everything a price depends on, apart from the lines and the moment. price-document.ts says how to fill it. */
export type PriceTerms = {
  readonly currency: CurrencyCode;
  readonly buyer: Buyer;
  /** Approved revisions that may concern the buyer; those of other buyers, currencies or moments are left aside. */
  readonly revisions: readonly PriceRevision[];
  /** By SKU; one that is missing is an `unknown_sku`. */
  readonly variants: ReadonlyMap<string, PriceableVariant>;
  /** By handle; needed only for products with plans or modules. */
  readonly products: ReadonlyMap<string, ConfigurableProduct>;
};

/** A price that was agreed or set for this very line and goes before every list. */
export type AgreedPrice = {
  readonly step: 'quote' | 'purchase_order' | 'override';
  /** The quote, purchase order or draft it stands in. */
  readonly document: string;
  /** Of one unit of the variant; plan, modules and term come on top. Null only beside a line total. */
  readonly unitPrice: Exact | null;
  /** When given the line costs exactly this, plan, modules and term included. */
  readonly lineTotal?: Money;
  readonly reason?: string;
  readonly approvedBy?: string;
  /** Off unless set: agreed prices are net. */
  readonly takesPromotions?: boolean;
};

export type LineToPrice = {
  /** 1-based and stable in its document. */
  readonly line: number;
  readonly sku: string;
  readonly quantity: Exact;
  readonly choice: Choice;
  /** Months bound, or null for none: monthly parts then count once. */
  readonly term: number | null;
  readonly agreed?: readonly AgreedPrice[];
};

export type PartName = { readonly kind: 'variant' | 'plan' | 'module'; readonly code: string };

/** One thing the line total consists of. Amounts exclude tax and promotions and are not rounded. */
export type PricedPart = PartName & {
  readonly billed: Billing;
  readonly quantity: Exact;
  /** Null when graduated. For a flat module the amount itself, for a percentage what falls on one unit. */
  readonly unitPrice: Exact | null;
  readonly isIncluded: boolean;
  /** Once, or for one month; the term is not in it. */
  readonly amount: Exact;
  readonly list: string | null;
  readonly revision: number | null;
};

export type LineProblem =
  | { readonly code: 'unknown_sku'; readonly sku: string }
  | QuantityProblem
  | {
      readonly code: 'configuration_invalid';
      readonly problems: readonly (ConfigurationProblem | { readonly code: 'unknown_term'; readonly term: number })[];
      readonly nearest: { readonly choice: Choice; readonly term: number | null };
    }
  /** No price for this buyer: the variant itself, or a chosen part. Never zero. */
  | { readonly code: 'not_sold'; readonly part: PartName };

export type LineWithProblem = {
  readonly ok: false;
  readonly line: number;
  readonly sku: string;
  readonly quantity: Exact;
  readonly problem: LineProblem;
  readonly reasons: readonly PriceReason[];
};

export type PricedLine = {
  readonly ok: true;
  readonly line: number;
  readonly sku: string;
  readonly quantity: Exact;
  /** Of one unit of the variant, exact; shown rounded to six decimals. Null when graduated, or agreed as a total. */
  readonly unitPrice: Exact | null;
  /** What the variant costs per unit on average when graduated; null otherwise. */
  readonly averagePrice: Exact | null;
  /** The whole line before rounding, tax and promotions: what a gross price is computed from. */
  readonly amount: Exact;
  /** `amount` rounded once. Excludes tax, freight and promotions. */
  readonly lineTotal: Money;
  readonly step: PriceStep;
  readonly list: string | null;
  readonly revision: number | null;
  readonly bands: readonly Band[] | null;
  /** What this buyer pays per unit of the variant from which quantity on; of graduated prices the bands. */
  readonly ladder: readonly Rung[];
  readonly parts: readonly PricedPart[];
  readonly term: { readonly months: number; readonly percentOff: Exact } | null;
  /** What everybody pays per unit of the variant at this quantity, to show the saving; null when not sold publicly. */
  readonly publicUnitPrice: Exact | null;
  readonly takesPromotions: boolean;
  readonly hint: NextBreak;
  readonly reasons: readonly PriceReason[];
};

export type LinePrice = PricedLine | LineWithProblem;
