export const productStatuses = ['active', 'draft', 'archived'] as const;
export type ProductStatus = (typeof productStatuses)[number];

export const variantStatuses = ['active', 'discontinued'] as const;
export type VariantStatus = (typeof variantStatuses)[number];

/** deny: never sold beyond what there is; backorder: sold on, delivered later. */
export const stockPolicies = ['deny', 'backorder'] as const;
export type StockPolicy = (typeof stockPolicies)[number];

export const billings = ['once', 'monthly'] as const;
export type Billing = (typeof billings)[number];

export const modulePricings = ['per_unit', 'flat', 'percent'] as const;
export type ModulePricing = (typeof modulePricings)[number];
