import * as z from 'zod';
import type { Deps } from '#app/deps.server.ts';
import { type PasswordFault, passwordFault } from '#app/domain/identity/password-rules.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { hashPassword } from '#app/integrations/auth/passwords.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { hashToken } from '#app/integrations/auth/tokens.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { findOneTimeToken, takeOneTimeToken } from '#db/queries/one-time-tokens.server.ts';
import { changePerson, findCredentials, personOfEmail, verifyPersonEmail } from '#db/queries/persons.server.ts';

const registration = z.object({ email: z.string(), name: z.string(), locale: z.string(), next: z.string() });
export type Registration = z.infer<typeof registration>;

/** Whose link it is. Null when it was used, is over or never was. */
export async function findRegistration(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  input: { token: string },
): Promise<Registration | null> {
  const found = await findOneTimeToken(db, { tokenHash: hashToken(input.token), purpose: 'register', at: now() });
  return found ? registration.parse(found.payload) : null;
}

/** Opens the account with a password chosen by whoever reads the mail, and signs in. */
export async function confirmRegistration(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: { token: string; password: string; userAgent: string },
): Promise<Outcome<{ token: string; personId: string; next: string }, 'link_over' | PasswordFault>> {
  const asked = await findRegistration({ db, now }, input);
  if (!asked) return refused('link_over');
  const fault = passwordFault(input.password, asked.email);
  if (fault) return refused(fault);
  const passwordHash = await hashPassword(input.password);
  const at = now();
  return db.transaction(async (tx) => {
    const taken = await takeOneTimeToken(tx, { tokenHash: hashToken(input.token), purpose: 'register', at });
    if (!taken) return refused('link_over');
    const person = await personOfEmail(tx, { ...asked, newId: newId(), at });
    // two links of one address: the first to be opened made the account
    if ((await findCredentials(tx, { id: person.id }))?.passwordHash) return refused('link_over');
    await changePerson(tx, { id: person.id, changes: { passwordHash, locale: asked.locale } });
    await verifyPersonEmail(tx, { id: person.id, at });
    await recordEvent(tx, { type: 'person.registered', subjectId: person.id, personId: person.id, via: 'page', at });
    const token = await sessionStore(tx, settings).create({
      personId: person.id,
      assurance: 1,
      userAgent: input.userAgent,
    });
    return ok({ token, personId: person.id, next: asked.next });
  });
}
