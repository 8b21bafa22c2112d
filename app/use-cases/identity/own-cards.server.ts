import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { PaymentFault, type SavedCard } from '#app/integrations/stripe/payments.ts';
import { lockPerson } from '#db/locks.server.ts';
import { findPaymentCustomer, keepPaymentCustomer } from '#db/queries/payment-customers.server.ts';

type OneCard = { personId: string; methodId: string };
type CardRefusal = 'not_found' | 'payment_unavailable';
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

/** The provider's page where a card is typed. Nothing is charged there. It leads back to `path` with what that asks for,
 *  and with `saved=1` where a card was typed. */
export async function openOwnCard(
  { db, payments, now }: Pick<Deps, 'db' | 'payments' | 'now'>,
  p: { person: { id: string; email: string; name: string }; origin: string; locale: string; path: string },
): Promise<Outcome<{ url: string }, 'payment_unavailable'>> {
  const { id, email, name } = p.person;
  const cancelUrl = new URL(p.path, p.origin);
  const successUrl = new URL(cancelUrl);
  successUrl.searchParams.set('saved', '1');
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
      successUrl: successUrl.href,
      cancelUrl: cancelUrl.href,
      locale: p.locale,
      idempotencyKey: `person-card:${newId()}`,
    });
  });
  return opened ? ok({ url: opened.url }) : refused('payment_unavailable');
}

/** Back from the provider's page: the newest card is the chosen one. False where there is none. Twice changes nothing. */
export async function rememberOwnCard(
  deps: Deps,
  p: { personId: string },
): Promise<Outcome<boolean, 'payment_unavailable'>> {
  const cards = await readOwnCards(deps, p);
  if (!cards) return refused('payment_unavailable');
  const [newest] = cards;
  if (newest) await keepChosen(deps, { ...p, methodId: newest.paymentMethodId, from: null });
  return ok(newest !== undefined);
}

/** From now on one click pays by this card. */
export async function chooseOwnCard(deps: Deps, p: OneCard): Promise<Outcome<null, CardRefusal>> {
  const others = await othersThan(deps, p);
  if (!others.ok) return others;
  await keepChosen(deps, { ...p, from: null });
  return ok(null);
}

/** Nothing is paid by it any more: the newest of the others is chosen where this one was. What was paid stays paid. */
export async function removeOwnCard(deps: Deps, p: OneCard): Promise<Outcome<null, CardRefusal>> {
  const others = await othersThan(deps, p);
  if (!others.ok) return others;
  const [next] = others.value;
  // Forgotten here first: should the provider fall silent now, nothing is charged by it all the same.
  await keepChosen(deps, { personId: p.personId, methodId: next?.paymentMethodId ?? null, from: p.methodId });
  const done = await unlessAway(async () => (await deps.payments.detachCard(p.methodId), true));
  return done ? ok(null) : refused('payment_unavailable');
}

/** This person's cards but the one they name, which has to be theirs. */
async function othersThan(deps: Deps, p: OneCard): Promise<Outcome<OwnCard[], CardRefusal>> {
  const cards = await readOwnCards(deps, p);
  if (!cards) return refused('payment_unavailable');
  const others = cards.filter(({ paymentMethodId }) => paymentMethodId !== p.methodId);
  return others.length < cards.length ? ok(others) : refused('not_found');
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
