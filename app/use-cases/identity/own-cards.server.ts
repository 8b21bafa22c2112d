import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { PaymentFault, type SavedCard } from '#app/integrations/stripe/payments.ts';
import { lockPerson } from '#db/locks.server.ts';
import { findPaymentCustomer, keepPaymentCustomer } from '#db/queries/payment-customers.server.ts';

export type OwnCard = SavedCard & { readonly isChosen: boolean };

/** A person's own cards as the provider keeps them, the newest first; one click pays by the chosen one. Null when the
 *  provider does not answer. */
export async function readOwnCards(
  { db, payments }: Pick<Deps, 'db' | 'payments'>,
  p: { personId: string },
): Promise<OwnCard[] | null> {
  const customer = await findPaymentCustomer(db, p);
  if (!customer) return [];
  const cards = await unlessAway(() => payments.listSavedCards(customer.providerId));
  return cards && cards.map((card) => ({ ...card, isChosen: card.paymentMethodId === customer.methodId }));
}

/** The provider's page where a card is typed. Nothing is charged there. */
export async function openOwnCard(
  { db, payments, now }: Pick<Deps, 'db' | 'payments' | 'now'>,
  p: { person: { id: string; email: string; name: string }; origin: string; locale: string; path: string },
): Promise<Outcome<{ url: string }, 'payment_unavailable'>> {
  const { id, email, name } = p.person;
  const opened = await unlessAway(async () => {
    const known = await findPaymentCustomer(db, { personId: id });
    const idempotencyKey = `person-customer:${id}`;
    const customerId =
      known?.providerId ?? (await payments.createCustomer({ email, name, reference: id, idempotencyKey }));
    if (!known)
      await db.transaction((tx) =>
        keepPaymentCustomer(tx, { providerId: customerId, personId: id, methodId: null, at: now() }),
      );
    return payments.openCardSetup({
      customerId,
      successUrl: `${p.origin}${p.path}?saved=1`,
      cancelUrl: `${p.origin}${p.path}`,
      locale: p.locale,
      idempotencyKey: `person-card:${newId()}`,
    });
  });
  return opened ? ok({ url: opened.url }) : refused('payment_unavailable');
}

/** Back from the provider's page: the newest card is the chosen one. False where there is none. Twice changes nothing. */
export async function rememberOwnCard(deps: Deps, p: { personId: string }): Promise<boolean> {
  const [newest] = (await readOwnCards(deps, p)) ?? [];
  if (!newest) return false;
  return (await chooseOwnCard(deps, { ...p, methodId: newest.paymentMethodId })).ok;
}

/** From now on one click pays by this card. */
export async function chooseOwnCard(
  deps: Deps,
  p: { personId: string; methodId: string },
): Promise<Outcome<null, 'not_found' | 'payment_unavailable'>> {
  const cards = await readOwnCards(deps, p);
  if (!cards) return refused('payment_unavailable');
  if (!cards.some(({ paymentMethodId }) => paymentMethodId === p.methodId)) return refused('not_found');
  await keepChosen(deps, { ...p, from: null });
  return ok(null);
}

/** Nothing is paid by it any more: the newest of the others is chosen where this one was. What was paid stays paid. */
export async function removeOwnCard(
  deps: Deps,
  p: { personId: string; methodId: string },
): Promise<Outcome<null, 'not_found' | 'payment_unavailable'>> {
  const cards = await readOwnCards(deps, p);
  if (!cards) return refused('payment_unavailable');
  if (!cards.some(({ paymentMethodId }) => paymentMethodId === p.methodId)) return refused('not_found');
  const next = cards.find(({ paymentMethodId }) => paymentMethodId !== p.methodId);
  // Forgotten here first: should the provider fall silent now, nothing is charged by it all the same.
  await keepChosen(deps, { personId: p.personId, methodId: next?.paymentMethodId ?? null, from: p.methodId });
  const done = await unlessAway(async () => (await deps.payments.detachCard(p.methodId), true));
  return done ? ok(null) : refused('payment_unavailable');
}

/** `from`: only while that one is chosen; null = whichever is. */
const keepChosen = (
  { db, now }: Deps,
  p: { personId: string; methodId: string | null; from: string | null },
): Promise<void> =>
  db.transaction(async (tx) => {
    if (!(await lockPerson(tx, { id: p.personId }))) return;
    const customer = await findPaymentCustomer(tx, p);
    if (!customer || (p.from !== null && customer.methodId !== p.from)) return;
    await keepPaymentCustomer(tx, { ...p, providerId: customer.providerId, at: now() });
  });

async function unlessAway<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (fault) {
    if (fault instanceof PaymentFault) return null;
    throw fault;
  }
}
