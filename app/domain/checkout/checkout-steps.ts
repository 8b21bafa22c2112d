/** The clicks from a product page to an order, each a button a person presses. A card kept at the provider takes one
 *  of them away; nothing else does. */
export const guestClicks = ['buy_now', 'continue_to_payment', 'pay'] as const;
export const returningClicks = ['buy_now', 'pay'] as const;
export type CheckoutClick = (typeof guestClicks)[number];

/** At most this many fields stand before the payment page. */
export const fieldsBeforePayment = 8;

export type KnownBuyer = { readonly hasSavedCard: boolean; readonly hasAddress: boolean };

/** A buyer whose card and address are known reviews and pays; everyone else says where it goes first. */
export const isOneClickBuyer = (buyer: KnownBuyer): boolean => buyer.hasSavedCard && buyer.hasAddress;

export const clicksFor = (buyer: KnownBuyer): readonly CheckoutClick[] =>
  isOneClickBuyer(buyer) ? returningClicks : guestClicks;
