export const priceListKinds = ['standard', 'segment', 'contract'] as const;

/** Scheduled, active, superseded and ended are derived from the moment (price-list-lifecycle.ts), never stored. */
export const priceListRevisionStatuses = [
  'draft',
  'submitted',
  'in_review',
  'returned',
  'withdrawn',
  'approved',
] as const;

export const priceTargetKinds = ['variant', 'product', 'category', 'everything'] as const;
