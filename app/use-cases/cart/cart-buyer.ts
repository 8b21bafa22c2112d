import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { CartOwner } from '#db/queries/carts.server.ts';

/** Who shops, and what a new cart of theirs is made with. */
export type CartBuyer = {
  owner: CartOwner;
  companyId: string | null;
  market: string;
  currency: CurrencyCode;
  locale: string;
  /** Known for whoever is signed in. */
  email: string | null;
};
