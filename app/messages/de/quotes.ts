import type { quotes as english } from '../en/quotes';

export const quotes = {
  title: 'Angebote',
} as const satisfies Record<keyof typeof english, string>;
