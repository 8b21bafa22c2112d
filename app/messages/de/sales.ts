import type { sales as english } from '../en/sales';

export const sales = {
  title: 'Vertrieb',
} as const satisfies Record<keyof typeof english, string>;
