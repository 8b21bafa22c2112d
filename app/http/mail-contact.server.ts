import type { AppLoadContext } from '@remix-run/node';
import { readUnsubscribeToken } from '#app/integrations/reminder-link.server.ts';
import { type Contact, findContact } from '#db/queries/contacts.server.ts';
import { notFound } from './require-actor.server';

/** Whose mail the link came from; a forged one leads nowhere. */
export async function mailContact({ deps }: AppLoadContext, token: string | undefined): Promise<Contact> {
  const id = readUnsubscribeToken(deps.settings, token ?? '');
  const contact = id && (await findContact(deps.db, { id }));
  if (!contact) throw notFound();
  return contact;
}

/** Enough to know it by, and no more for whoever else holds the link: "a•••@example.org". */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}
