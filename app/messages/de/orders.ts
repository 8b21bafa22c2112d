import type { orders as english } from '../en/orders';

export const orders = {
  title: 'Bestellung {number}',
} as const satisfies Record<keyof typeof english, string>;
