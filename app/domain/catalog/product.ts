import type { CurrencyCode } from '../money/currencies';
import type { Exact } from '../money/exact';
import type { Billing } from './variant';

/** Unit prices before tax by currency; a currency that is missing has no price, which is not the same as zero. */
export type PricesByCurrency = Readonly<Partial<Record<CurrencyCode, Exact>>>;

/** Good, better, best: a line takes at most one. Its price counts per unit of the line. */
export type Plan = {
  readonly code: string;
  readonly title: string;
  readonly billed: Billing;
  readonly price: PricesByCurrency;
  /** Codes of modules that come with the plan at no extra price. */
  readonly includes: readonly string[];
};

export type ModulePricing =
  | { readonly kind: 'per_unit' }
  /** One amount for the line, whatever its quantity. */
  | { readonly kind: 'flat' }
  /** A percentage (10 is 10 %) of the base: variant plus plan, before any module. */
  | { readonly kind: 'percent'; readonly percent: Exact };

export type ModuleQuantity =
  /** As many as the line has units. */
  | { readonly kind: 'line' }
  /** One for every `per` units begun: ceil(quantity / per). */
  | { readonly kind: 'per'; readonly per: Exact }
  /** As many as the buyer says, one when they do not. */
  | { readonly kind: 'free' };

export type ModuleBreak = { readonly minQuantity: Exact; readonly price: PricesByCurrency };

/** An add-on. `requires` and `excludes` name modules or plans of the same product. */
export type Module = {
  readonly code: string;
  readonly title: string;
  readonly pricing: ModulePricing;
  readonly quantity: ModuleQuantity;
  readonly billed: Billing;
  readonly price: PricesByCurrency;
  readonly breaks: readonly ModuleBreak[];
  /** Every code in `all`, and, where `any` names some, at least one of them. */
  readonly requires: { readonly all: readonly string[]; readonly any: readonly string[] };
  readonly excludes: readonly string[];
};

/** The part of a product that a buyer configures; empty lists for one that cannot be configured. */
export type ConfigurableProduct = {
  readonly handle: string;
  readonly plans: readonly Plan[];
  readonly modules: readonly Module[];
};

/** "coffee/beans/espresso" -> itself, "coffee/beans", "coffee": nearest first. */
export function categoriesFromNearest(path: string | null): string[] {
  if (!path) return [];
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, names.length - index).join('/'));
}
