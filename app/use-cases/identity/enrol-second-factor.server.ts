import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { newTotpSecret, totpAddress, totpStep } from '#app/integrations/auth/totp.server.ts';
import { countAttempt } from '#app/integrations/rate-limits.server.ts';
import { lockPerson } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { changePerson, rememberTotpStep } from '#db/queries/persons.server.ts';
import { secondFactorLimit } from './pass-second-factor.server';

/** The secret to put into an authenticator app; the same one until a first code was right. */
export async function beginSecondFactor(
  { db }: Pick<Deps, 'db'>,
  input: { personId: string },
): Promise<Outcome<{ secret: string; address: string }, 'already_enrolled' | 'not_found'>> {
  return db.transaction(async (tx) => {
    const person = await lockPerson(tx, { id: input.personId });
    if (!person) return refused('not_found');
    if (person.totpSecret) return refused('already_enrolled');
    const secret = person.pendingTotpSecret ?? newTotpSecret();
    if (!person.pendingTotpSecret) {
      await changePerson(tx, { id: person.id, changes: { pendingTotpSecret: secret } });
    }
    return ok({ secret, address: totpAddress(secret, person.email) });
  });
}

/** A first right code puts it in force; this session goes on as one with a second factor, all others end. */
export async function confirmSecondFactor(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: { personId: string; sessionToken: string; code: string },
): Promise<Outcome<{ token: string }, 'wrong_code' | 'rate_limited' | 'signed_out'>> {
  const verdict = await countAttempt(db, secondFactorLimit, input.personId);
  if (!verdict.allowed) return refused('rate_limited');
  return db.transaction(async (tx) => {
    const person = await lockPerson(tx, { id: input.personId });
    if (!person?.pendingTotpSecret || person.totpSecret) return refused('wrong_code');
    const step = totpStep({ secret: person.pendingTotpSecret, code: input.code, lastStep: null });
    if (step === null) return refused('wrong_code');
    await changePerson(tx, {
      id: person.id,
      changes: { totpSecret: person.pendingTotpSecret, pendingTotpSecret: null },
    });
    await rememberTotpStep(tx, { id: person.id, step });
    const sessions = sessionStore(tx, settings);
    const token = await sessions.rotate(input.sessionToken, { assurance: 2 });
    if (!token) return refused('signed_out');
    await sessions.revokeAll(person.id, { token });
    await recordEvent(tx, {
      type: 'person.second_factor_enrolled',
      subjectId: person.id,
      personId: person.id,
      via: 'page',
      at: now(),
    });
    return ok({ token });
  });
}

/** Asks for a code once more, so that a borrowed session cannot take it off. */
export async function removeSecondFactor(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  input: { personId: string; code: string },
): Promise<Outcome<null, 'wrong_code' | 'rate_limited'>> {
  const verdict = await countAttempt(db, secondFactorLimit, input.personId);
  if (!verdict.allowed) return refused('rate_limited');
  return db.transaction(async (tx) => {
    const person = await lockPerson(tx, { id: input.personId });
    if (!person?.totpSecret) return refused('wrong_code');
    const step = totpStep({ secret: person.totpSecret, code: input.code, lastStep: person.totpLastStep });
    if (step === null) return refused('wrong_code');
    await changePerson(tx, { id: person.id, changes: { totpSecret: null, pendingTotpSecret: null } });
    await rememberTotpStep(tx, { id: person.id, step });
    await recordEvent(tx, {
      type: 'person.second_factor_removed',
      subjectId: person.id,
      personId: person.id,
      via: 'page',
      at: now(),
    });
    return ok(null);
  });
}
