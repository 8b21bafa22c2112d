import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { PaymentFault } from '#app/integrations/stripe/payments.ts';
import { findPaymentCustomer, keepPaymentCustomer } from '#db/queries/payment-customers.server.ts';

/** The provider's page where a consumer types the card that is charged from now on. Nothing is charged there. */
export async function openCard(
  { db, now, payments }: Deps,
  p: {
    person: { id: string; email: string; name: string };
    origin: string;
    path: string;
    query: string;
    locale: string;
  },
): Promise<Outcome<{ url: string }, 'payment_unavailable'>> {
  const { person } = p;
  const known = await findPaymentCustomer(db, { personId: person.id });
  try {
    const providerId =
      known?.providerId ??
      (await payments.createCustomer({
        email: person.email,
        name: person.name,
        reference: person.id,
        idempotencyKey: `customer:${person.id}`,
      }));
    if (!known)
      await db.transaction((tx) =>
        keepPaymentCustomer(tx, { providerId, personId: person.id, methodId: null, at: now() }),
      );
    const { url } = await payments.openCardSetup({
      customerId: providerId,
      successUrl: `${p.origin}${p.path}?saved=1&${p.query}`,
      cancelUrl: `${p.origin}${p.path}?${p.query}`,
      locale: p.locale,
      idempotencyKey: `card:${newId()}`,
    });
    return ok({ url });
  } catch (fault) {
    if (fault instanceof PaymentFault) return refused('payment_unavailable');
    throw fault;
  }
}

/** Back from there: the newest card is the one. False when none was saved. Coming back twice changes nothing. */
export async function rememberCard(
  { db, now, payments }: Deps,
  p: { personId: string },
): Promise<Outcome<boolean, 'payment_unavailable'>> {
  const customer = await findPaymentCustomer(db, p);
  if (!customer) return ok(false);
  try {
    const [newest] = await payments.listSavedCards(customer.providerId);
    if (!newest) return ok(false);
    const card = { providerId: customer.providerId, personId: p.personId, methodId: newest.paymentMethodId, at: now() };
    await db.transaction((tx) => keepPaymentCustomer(tx, card));
    return ok(true);
  } catch (fault) {
    if (fault instanceof PaymentFault) return refused('payment_unavailable');
    throw fault;
  }
}
