import type { admin as english } from '../en/admin';

export const admin = {
  title: 'Verwaltung',
} as const satisfies Record<keyof typeof english, string>;
