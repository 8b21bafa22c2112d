import type { orders as english } from '../en/orders';

export const orders = {
  title: 'Bestellung {number}',
  lines: 'Bestellte Artikel',
  amounts: 'Beträge',
  deliveredTo: 'Lieferung an',
  trail: 'Verlauf',
} as const satisfies Record<keyof typeof english, string>;
