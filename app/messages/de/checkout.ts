import type { checkout as english } from '../en/checkout';

export const checkout = {
  title: 'Kasse',
} as const satisfies Record<keyof typeof english, string>;
