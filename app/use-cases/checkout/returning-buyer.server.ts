import type { Deps } from '#app/deps.server.ts';
import { type ShippingAddress, addressProblems } from '#app/domain/checkout/address-fields.ts';
import { isOneClickBuyer } from '#app/domain/checkout/checkout-steps.ts';
import type { SavedCard } from '#app/integrations/stripe/payments.ts';
import type { CartOwner } from '#db/queries/carts.server.ts';
import { findLastAddress } from '#db/queries/known-addresses.server.ts';
import { findPaymentCustomer } from '#db/queries/payment-customers.server.ts';

export type ReturningBuyer = { shipTo: ShippingAddress; customerId: string; methodId: string };

/** Who needs only to review and pay: a consumer with a card kept at the provider and an address a parcel reached. Null
 *  for everybody else. */
export async function readReturningBuyer(
  { db }: Deps,
  { owner }: { owner: CartOwner },
): Promise<ReturningBuyer | null> {
  const { personId, unitId } = owner;
  if (personId === null || unitId !== null) return null;
  const [customer, shipTo] = await Promise.all([
    findPaymentCustomer(db, { personId }),
    findLastAddress(db, { personId }),
  ]);
  const methodId = customer?.methodId ?? null;
  const hasAddress = shipTo !== null && Object.keys(addressProblems(shipTo)).length === 0;
  if (!isOneClickBuyer({ hasSavedCard: methodId !== null, hasAddress })) return null;
  return customer && methodId && shipTo ? { shipTo, customerId: customer.providerId, methodId } : null;
}

/** The card itself, to be shown; null when it is not there any more. */
export async function readSavedCard({ payments }: Deps, buyer: ReturningBuyer): Promise<SavedCard | null> {
  const cards = await payments.listSavedCards(buyer.customerId);
  return cards.find(({ paymentMethodId }) => paymentMethodId === buyer.methodId) ?? cards[0] ?? null;
}
