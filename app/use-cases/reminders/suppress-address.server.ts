import type { Deps } from '#app/deps.server.ts';
import type { Suppression } from '#app/domain/cart/abandonment.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { lockContact } from '#db/locks.server.ts';
import { addContact, suppressContact } from '#db/queries/contacts.server.ts';

export type SuppressAddress = {
  address: string;
  as: Suppression;
  source: 'one_click' | 'page' | 'mail_server' | 'provider';
};

/** From the moment this commits no reminder leaves for the address. Doing it twice changes nothing. */
export async function suppressAddress({ db, now }: Deps, p: SuppressAddress): Promise<void> {
  const address = normalEmail(p.address);
  await db.transaction(async (tx) => {
    const at = now();
    await addContact(tx, { address, at });
    const contact = await lockContact(tx, { address });
    if (contact) await suppressContact(tx, { contactId: contact.id, as: p.as, source: p.source, at });
  });
}
