import type { CartBuyer } from '#app/use-cases/cart/cart-buyer.ts';
import type { Viewer } from './viewer.server';

/** For whom a cart is kept: a visitor by the signed cookie, a person by themselves, a member by the unit they buy for. */
export function cartBuyerOf(viewer: Viewer): CartBuyer {
  const { person, buyingAs, market, currency, locale, cartId } = viewer;
  const shared = { market: market.code, currency, locale };
  if (buyingAs.kind !== 'consumer')
    return {
      ...shared,
      owner: { cartId: null, personId: buyingAs.member.person, unitId: buyingAs.unit.id },
      companyId: buyingAs.company.id,
      email: person?.email ?? null,
    };
  return {
    ...shared,
    owner: person ? { cartId: null, personId: person.id, unitId: null } : { cartId, personId: null, unitId: null },
    companyId: null,
    email: person?.email ?? null,
  };
}
