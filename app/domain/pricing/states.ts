export const priceListKinds = ['standard', 'segment', 'contract'] as const;
export type PriceListKind = (typeof priceListKinds)[number];

/** Scheduled, active, superseded and ended are derived from the moment (price-list-lifecycle.ts), never stored. */
export const priceListRevisionStatuses = [
  'draft',
  'submitted',
  'in_review',
  'returned',
  'withdrawn',
  'approved',
] as const;
export type PriceListRevisionStatus = (typeof priceListRevisionStatuses)[number];

export const priceTargetKinds = ['variant', 'product', 'category', 'everything'] as const;
export type PriceTargetKind = (typeof priceTargetKinds)[number];
