import type { emails as english } from '../en/emails';

export const emails = {
  greeting: 'Guten Tag {name},',
} as const satisfies Record<keyof typeof english, string>;
