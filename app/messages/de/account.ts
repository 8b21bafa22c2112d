import type { account as english } from '../en/account';

export const account = {
  title: 'Ihr Konto',
} as const satisfies Record<keyof typeof english, string>;
