import type { Deps } from '#app/deps.server.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { type PasswordFault, passwordFault } from '#app/domain/identity/password-rules.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { hashPassword } from '#app/integrations/auth/passwords.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type Order, giveOrderTo } from '#db/queries/orders.server.ts';
import { keepPaymentCustomer } from '#db/queries/payment-customers.server.ts';
import { readPayments } from '#db/queries/payments.server.ts';
import { addPerson } from '#db/queries/persons.server.ts';
import { queueEmail } from '../mail/queue-email.server';

/** One field after the purchase makes the account: its password. The order becomes theirs, and the card they chose to
 *  keep on the payment page. The address is not proved by this: nothing else of that address becomes theirs. */
export async function createAccountFromOrder(
  { db, now, settings }: Deps,
  p: { order: Order; password: string; userAgent: string },
): Promise<Outcome<{ token: string }, PasswordFault | 'email_taken' | 'wrong_state'>> {
  const { order } = p;
  const email = normalEmail(order.email);
  const fault = passwordFault(p.password, email);
  if (fault) return refused(fault);
  if (order.personId !== null || order.companyId !== null) return refused('wrong_state');
  const passwordHash = await hashPassword(p.password);
  const at = now();
  return db.transaction(async (tx) => {
    const personId = newId();
    const { name } = order.shipTo;
    const isNew = await addPerson(tx, {
      id: personId,
      email,
      name,
      locale: order.locale,
      passwordHash,
      emailVerifiedAt: null,
      createdAt: at,
    });
    if (!isNew) return refused('email_taken');
    if (!(await giveOrderTo(tx, { orderId: order.id, personId }))) throw new Error('an order is given once');
    const paid = (await readPayments(tx, { orderId: order.id })).find(({ status }) => status === 'paid');
    if (paid?.customerId && paid.methodId)
      await keepPaymentCustomer(tx, { providerId: paid.customerId, methodId: paid.methodId, personId, at });
    await recordEvent(tx, { type: 'person.registered', subjectId: personId, personId, via: 'page', at });
    await queueEmail(tx, {
      key: `person:${personId}:welcome`,
      template: 'welcome',
      to: email,
      locale: order.locale,
      props: { name, shopUrl: settings.origin },
      at,
    });
    const token = await sessionStore(tx, settings).create({ personId, assurance: 1, userAgent: p.userAgent });
    return ok({ token });
  });
}
