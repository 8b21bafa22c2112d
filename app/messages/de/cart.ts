import type { cart as english } from '../en/cart';

export const cart = {
  title: 'Ihr Warenkorb',
} as const satisfies Record<keyof typeof english, string>;
