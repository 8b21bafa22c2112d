import type { company as english } from '../en/company';

export const company = {
  title: 'Firma',
} as const satisfies Record<keyof typeof english, string>;
