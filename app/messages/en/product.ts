export const product = { reviews: 'Reviews' } as const;
