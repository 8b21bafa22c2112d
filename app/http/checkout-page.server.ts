import type { AppLoadContext } from '@remix-run/node';
import { addressFormOf } from '#app/domain/checkout/address-fields.ts';
import { type Viewer } from './viewer.server';
import { cartBuyerOf } from './cart-buyer.server';
import { cartLineView, cartSums, countryOptions, discountView, shippingChoices } from './cart-view.server';
import { translator } from '#app/messages/translate.server.ts';
import { viewCart } from '#app/use-cases/cart/view-cart.server.ts';
import { findAddressOfCart, findLastAddress } from '#db/queries/known-addresses.server.ts';
import { attributesOf } from './storefront/categories.server';

export type CheckoutChoice = { country?: string; postalCode?: string; shippingMethod?: string };

/** Everything the checkout shows; null when there is nothing to check out, or a line that cannot be had as it stands:
 *  the cart says so beside it, before an address is typed for nothing. */
export async function readCheckoutPage(context: AppLoadContext, viewer: Viewer, choice: CheckoutChoice) {
  const { deps } = context;
  const { owner, email } = cartBuyerOf(viewer);
  const served = viewer.market.countries as readonly string[];
  const country = choice.country && served.includes(choice.country) ? choice.country : undefined;
  const cart = await viewCart(deps, {
    owner,
    rules: viewer.rules,
    ...(country && { country }),
    ...(choice.postalCode !== undefined && { postalCode: choice.postalCode }),
    ...(choice.shippingMethod !== undefined && { shippingMethod: choice.shippingMethod }),
  });
  if (!cart || cart.lines.length === 0 || cart.lines.some(({ problem }) => problem !== null)) return null;
  const [typed, known, attributes] = await Promise.all([
    findAddressOfCart(deps.db, { cartId: cart.cart.id }),
    owner.personId ? findLastAddress(deps.db, { personId: owner.personId }) : null,
    attributesOf(context),
  ]);
  const address = typed?.shipTo ?? (known && served.includes(known.country) ? known : null);
  const { locale } = viewer;
  const t = translator(locale, 'checkout');
  const chosen = country ?? address?.country ?? cart.toTotal.country;
  return {
    cartId: cart.cart.id,
    lines: cart.lines.map((line) => cartLineView(cart, line, { locale, attributes })),
    sums: cartSums(cart, deps.now(), locale),
    discount: discountView(cart, locale),
    offers: shippingChoices(cart, deps.now(), locale),
    shippingMethod: cart.shipping?.method.code ?? '',
    seenTotal: cart.totals.total.minor.toString(),
    countries: countryOptions(cart, locale),
    country: addressFormOf(chosen) ? chosen : cart.toTotal.country,
    legalBasis: viewer.market.legalBasis,
    labels: { email: t('email'), name: t('name'), address: t('address'), postalCode: t('postalCode'), city: t('city') },
    stored: {
      email: typed?.email ?? cart.cart.email ?? email ?? '',
      name: address?.name ?? viewer.person?.name ?? '',
      address: address?.address ?? '',
      city: address?.city ?? '',
      postalCode: address?.postalCode ?? cart.toTotal.postalCode,
      region: address?.region ?? '',
    },
  };
}
