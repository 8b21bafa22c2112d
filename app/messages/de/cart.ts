import type { cart as english } from '../en/cart';

export const cart = {
  title: 'Ihr Warenkorb',
  each: '{price} je Stück',
  update: 'Aktualisieren',
  remove: 'Entfernen',
  removeLine: '{title} entfernen',
} as const satisfies Record<keyof typeof english, string>;
