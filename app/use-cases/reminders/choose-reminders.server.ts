import type { Deps } from '#app/deps.server.ts';
import { lockContact } from '#db/locks.server.ts';
import { suppressContact, unsuppressContact } from '#db/queries/contacts.server.ts';

export type ChooseReminders = {
  contactId: string;
  wanted: boolean;
  /** Through what it was said: the button of the mail program, or our own page. */
  source: 'one_click' | 'page';
};

/** Whoever holds the link of a mail says whether reminders may come. Twice is as once. */
export async function chooseReminders(
  { db, now }: Deps,
  { contactId, wanted, source }: ChooseReminders,
): Promise<void> {
  await db.transaction(async (tx) => {
    const at = now();
    if (!(await lockContact(tx, { id: contactId }))) return;
    if (wanted) await unsuppressContact(tx, { contactId, at });
    else await suppressContact(tx, { contactId, as: 'unsubscribed', source, at });
  });
}
