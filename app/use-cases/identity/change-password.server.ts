import type { Deps } from '#app/deps.server.ts';
import { type PasswordFault, passwordFault } from '#app/domain/identity/password-rules.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { hashPassword, verifyPassword } from '#app/integrations/auth/passwords.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { countAttempt, forgiveAttempt } from '#app/integrations/rate-limits.server.ts';
import { lockPerson } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { changePerson, findCredentials } from '#db/queries/persons.server.ts';
import { signInLimits } from './sign-in.server';

/** This session goes on under a new token; every other one ends. */
export async function changePassword(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: { personId: string; sessionToken: string; current: string; next: string },
): Promise<Outcome<{ token: string }, 'wrong_password' | 'rate_limited' | 'signed_out' | PasswordFault>> {
  const verdict = await countAttempt(db, signInLimits.account, input.personId);
  if (!verdict.allowed) return refused('rate_limited');
  const before = await findCredentials(db, { id: input.personId });
  if (!before || !(await verifyPassword(before.passwordHash, input.current))) return refused('wrong_password');
  await forgiveAttempt(db, signInLimits.account, input.personId);
  const fault = passwordFault(input.next, before.email);
  if (fault) return refused(fault);
  const passwordHash = await hashPassword(input.next);
  return db.transaction(async (tx) => {
    const person = await lockPerson(tx, { id: input.personId });
    if (!person || person.passwordHash !== before.passwordHash) return refused('wrong_password');
    await changePerson(tx, { id: person.id, changes: { passwordHash } });
    const sessions = sessionStore(tx, settings);
    const token = await sessions.rotate(input.sessionToken);
    if (!token) return refused('signed_out');
    await sessions.revokeAll(person.id, { token });
    await recordEvent(tx, {
      type: 'person.password_changed',
      subjectId: person.id,
      personId: person.id,
      via: 'page',
      at: now(),
    });
    return ok({ token });
  });
}
