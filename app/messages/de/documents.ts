import type { documents as english } from '../en/documents';

export const documents = {
  page: 'Seite {page} von {pages}',
} satisfies Record<keyof typeof english, string>;
