import type { pricing as english } from '../en/pricing';

export const pricing = {
  title: 'Preislisten',
} as const satisfies Record<keyof typeof english, string>;
