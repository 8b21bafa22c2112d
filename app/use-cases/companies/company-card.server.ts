import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { PaymentFault, type SavedCard } from '#app/integrations/stripe/payments.ts';
import { findCompanyCustomer, keepCompanyCustomer } from '#db/queries/payment-customers.server.ts';
import { administer } from './administer.server';

type CardRefusal = 'not_found' | 'forbidden' | 'payment_unavailable';
type Asked = { actor: MemberActor };

/** The provider's page where a card is typed that the company's purchase orders are paid by. Nothing is charged there. */
export async function openCompanyCard(
  deps: Deps,
  p: Asked & { email: string; origin: string; locale: string; path: string },
): Promise<Outcome<{ url: string }, CardRefusal>> {
  const { payments } = deps;
  const company = await administer(deps, p.actor, ({ company: found, mayEverywhere }) =>
    Promise.resolve(mayEverywhere('pay_invoices') ? ok(found) : refused('forbidden' as const)),
  );
  if (!company.ok) return company;
  const { id, name } = company.value;
  const known = await findCompanyCustomer(deps.db, { companyId: id });
  try {
    const providerId =
      known?.providerId ??
      (await payments.createCustomer({
        email: p.email,
        name,
        reference: id,
        idempotencyKey: `company-customer:${id}`,
      }));
    if (!known) await keepCompanyCustomer(deps.db, { providerId, companyId: id, methodId: null, at: deps.now() });
    const { url } = await payments.openCardSetup({
      customerId: providerId,
      successUrl: `${p.origin}${p.path}?saved=1`,
      cancelUrl: `${p.origin}${p.path}`,
      locale: p.locale,
      idempotencyKey: `company-card:${newId()}`,
    });
    return ok({ url });
  } catch (fault) {
    if (fault instanceof PaymentFault) return refused('payment_unavailable');
    throw fault;
  }
}

/** The card the company pays by, to be shown. Null when there is none, or the provider does not answer. */
export async function readCompanyCard(
  { db, payments }: Pick<Deps, 'db' | 'payments'>,
  p: { companyId: string },
): Promise<SavedCard | null> {
  const customer = await findCompanyCustomer(db, p);
  if (!customer?.methodId) return null;
  try {
    const cards = await payments.listSavedCards(customer.providerId);
    return cards.find(({ paymentMethodId }) => paymentMethodId === customer.methodId) ?? null;
  } catch (fault) {
    if (fault instanceof PaymentFault) return null;
    throw fault;
  }
}

/** Back from the provider's page: the newest card is the one from now on. Coming back twice changes nothing. */
export async function rememberCompanyCard(deps: Deps, p: Asked): Promise<Outcome<boolean, CardRefusal>> {
  const customer = await findCompanyCustomer(deps.db, { companyId: p.actor.member.company });
  if (!customer) return ok(false);
  const [newest] = await deps.payments.listSavedCards(customer.providerId);
  if (!newest || newest.paymentMethodId === customer.methodId) return ok(newest !== undefined);
  return administer(deps, p.actor, async ({ tx, company, at, mayEverywhere, record }) => {
    if (!mayEverywhere('pay_invoices')) return refused('forbidden');
    const { providerId } = customer;
    await keepCompanyCustomer(tx, { providerId, companyId: company.id, methodId: newest.paymentMethodId, at });
    await record('company.card_saved', company.id, { brand: newest.brand, last4: newest.last4 });
    return ok(true);
  });
}

/** From now on nothing is paid by it; what was paid stays paid. */
export async function removeCompanyCard(deps: Deps, p: Asked): Promise<Outcome<null, CardRefusal>> {
  const customer = await findCompanyCustomer(deps.db, { companyId: p.actor.member.company });
  const done = await administer(deps, p.actor, async ({ tx, company, at, mayEverywhere, record }) => {
    if (!mayEverywhere('pay_invoices')) return refused('forbidden');
    if (!customer?.methodId) return ok(null);
    await keepCompanyCustomer(tx, { providerId: customer.providerId, companyId: company.id, methodId: null, at });
    await record('company.card_removed', company.id);
    return ok(null);
  });
  if (done.ok && customer?.methodId)
    await deps.payments.detachCard(customer.methodId).catch((fault: unknown) => {
      // It is charged no more all the same: we forgot it.
      if (!(fault instanceof PaymentFault)) throw fault;
    });
  return done;
}
