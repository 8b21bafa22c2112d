import type { checkout as english } from '../en/checkout';

export const checkout = {
  title: 'Kasse',
  shipping: 'Versand',
  tax: 'Umsatzsteuer',
  includedTax: 'Enthaltene Umsatzsteuer',
  paid: 'Bezahlt',
} as const satisfies Record<keyof typeof english, string>;
