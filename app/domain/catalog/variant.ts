import type { Exact } from '../money/exact';

export const variantStatuses = ['active', 'discontinued'] as const;
export type VariantStatus = (typeof variantStatuses)[number];

export const stockPolicies = ['deny', 'backorder'] as const;
export type StockPolicy = (typeof stockPolicies)[number];

export const taxClasses = ['standard', 'reduced', 'super_reduced', 'zero'] as const;
export type TaxClass = (typeof taxClasses)[number];

/** How a variant, plan or module is billed; a term multiplies what is monthly by its months. */
export const billings = ['once', 'monthly'] as const;
export type Billing = (typeof billings)[number];

/** The months a line may be bound for. */
export const termMonths = [1, 12, 24, 36] as const;
export type TermMonths = (typeof termMonths)[number];
export const isTermMonths = (months: number): months is TermMonths =>
  (termMonths as readonly number[]).includes(months);

/** One thing with a SKU. Its price is not here: prices live in price lists. */
export type Variant = {
  readonly sku: string;
  readonly product: string;
  /** UN/ECE Recommendation 20 code: C62 is one piece, MTR a metre, KGM a kilogram. */
  readonly unit: string;
  readonly packSize: Exact;
  readonly minimumQuantity: Exact;
  readonly quantityStep: Exact;
  readonly leadTimeDays: number | null;
  readonly stockPolicy: StockPolicy;
  readonly taxClass: TaxClass;
  readonly weightGrams: number | null;
  readonly billed: Billing;
  /** Variants that share a group add up their quantities under `mix_and_match`. */
  readonly mixGroup: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  readonly status: VariantStatus;
  readonly replacedBy: string | null;
};
