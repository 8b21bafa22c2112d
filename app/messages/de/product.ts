import type { product as english } from '../en/product';

export const product = { reviews: 'Bewertungen' } as const satisfies Record<keyof typeof english, string>;
