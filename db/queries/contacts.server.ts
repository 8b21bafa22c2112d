import { and, eq, isNull, ne, or } from 'drizzle-orm';
import type { ReminderConsent, Suppression } from '#app/domain/cart/abandonment.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { contactChoices, contacts } from '#db/schema/reminders.ts';

export type Contact = {
  id: string;
  address: string;
  consent: ReminderConsent | null;
  suppression: Suppression | null;
};

export const contactColumns = {
  id: contacts.id,
  address: contacts.address,
  consent: contacts.consent,
  suppression: contacts.suppression,
};

/** Null while nobody with this address was ever seen. */
export async function findContact(db: DbOrTx, p: { id: string } | { address: string }): Promise<Contact | null> {
  const [row] = await db
    .select(contactColumns)
    .from(contacts)
    .where('id' in p ? eq(contacts.id, p.id) : eq(contacts.address, normalEmail(p.address)));
  return row ?? null;
}

/** Makes sure of the row, so that it can be locked. */
export async function addContact(tx: Tx, p: { address: string; at: Date }): Promise<void> {
  await tx
    .insert(contacts)
    .values({ id: newId(), address: normalEmail(p.address), createdAt: p.at })
    .onConflictDoNothing({ target: contacts.address });
}

/** How an address came to be known and what was said to its owner. The same answer again adds no row. */
export async function recordConsent(
  tx: Tx,
  p: { address: string; consent: ReminderConsent; market: string; source: 'checkout' | 'sign_in'; at: Date },
): Promise<void> {
  await addContact(tx, p);
  const [changed] = await tx
    .update(contacts)
    .set({ consent: p.consent })
    .where(
      and(eq(contacts.address, normalEmail(p.address)), or(isNull(contacts.consent), ne(contacts.consent, p.consent))),
    )
    .returning({ id: contacts.id });
  if (changed)
    await tx.insert(contactChoices).values({
      id: newId(),
      contactId: changed.id,
      choice: p.consent,
      market: p.market,
      source: p.source,
      at: p.at,
    });
}

/** Nothing but what they order and ask for is sent to them from now on. False when it was so before. */
export async function suppressContact(
  tx: Tx,
  p: { contactId: string; as: Suppression; source: string; at: Date },
): Promise<boolean> {
  const [changed] = await tx
    .update(contacts)
    .set({ suppression: p.as, suppressedAt: p.at })
    .where(and(eq(contacts.id, p.contactId), isNull(contacts.suppression)))
    .returning({ id: contacts.id });
  if (!changed) return false;
  await tx
    .insert(contactChoices)
    .values({ id: newId(), contactId: p.contactId, choice: p.as, source: p.source, at: p.at });
  return true;
}

/** They asked for reminders again. Only an unsubscribing is taken back: an address that bounces stays silent. */
export async function unsuppressContact(tx: Tx, p: { contactId: string; at: Date }): Promise<boolean> {
  const [changed] = await tx
    .update(contacts)
    .set({ suppression: null, suppressedAt: null, consent: 'opt_in' })
    .where(and(eq(contacts.id, p.contactId), eq(contacts.suppression, 'unsubscribed')))
    .returning({ id: contacts.id });
  if (!changed) return false;
  await tx
    .insert(contactChoices)
    .values({ id: newId(), contactId: p.contactId, choice: 'subscribed', source: 'page', at: p.at });
  return true;
}
