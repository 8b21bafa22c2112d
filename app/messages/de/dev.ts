import type { dev as english } from '../en/dev';

export const dev = {
  title: 'Rundgang',
} as const satisfies Record<keyof typeof english, string>;
