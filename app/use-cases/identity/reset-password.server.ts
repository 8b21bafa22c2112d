import type { Deps } from '#app/deps.server.ts';
import { type PasswordFault, passwordFault } from '#app/domain/identity/password-rules.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { hashPassword } from '#app/integrations/auth/passwords.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { hashToken } from '#app/integrations/auth/tokens.server.ts';
import { lockPerson } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { findOneTimeToken, takeOneTimeToken, voidOneTimeTokens } from '#db/queries/one-time-tokens.server.ts';
import { changePerson, findCredentials, verifyPersonEmail } from '#db/queries/persons.server.ts';

/** Whose link it is. Null when it was used, is over or never was. */
export async function findPasswordReset(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  input: { token: string },
): Promise<{ personId: string; email: string } | null> {
  const tokenHash = hashToken(input.token);
  const found = await findOneTimeToken(db, { tokenHash, purpose: 'reset_password', at: now() });
  const person = found?.personId ? await findCredentials(db, { id: found.personId }) : null;
  return person && { personId: person.id, email: person.email };
}

/** Sets the password, ends every session, and uses up every link of this kind. A second factor stays. */
export async function resetPassword(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: { token: string; password: string },
): Promise<Outcome<{ personId: string }, 'link_over' | PasswordFault>> {
  const found = await findPasswordReset({ db, now }, input);
  if (!found) return refused('link_over');
  const fault = passwordFault(input.password, found.email);
  if (fault) return refused(fault);
  const passwordHash = await hashPassword(input.password);
  const at = now();
  return db.transaction(async (tx) => {
    const person = await lockPerson(tx, { id: found.personId });
    const tokenHash = hashToken(input.token);
    if (!person || !(await takeOneTimeToken(tx, { tokenHash, purpose: 'reset_password', at })))
      return refused('link_over');
    await voidOneTimeTokens(tx, { personId: person.id, purpose: 'reset_password', at });
    await changePerson(tx, { id: person.id, changes: { passwordHash } });
    await verifyPersonEmail(tx, { id: person.id, at });
    await sessionStore(tx, settings).revokeAll(person.id);
    await recordEvent(tx, {
      type: 'person.password_reset',
      subjectId: person.id,
      personId: person.id,
      via: 'mail',
      at,
    });
    return ok({ personId: person.id });
  });
}
