import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { totpStep } from '#app/integrations/auth/totp.server.ts';
import { type RateLimit, countAttempt, forgiveAttempt } from '#app/integrations/rate-limits.server.ts';
import { lockPerson } from '#db/locks.server.ts';
import { rememberTotpStep } from '#db/queries/persons.server.ts';

export const secondFactorLimit: RateLimit = { name: 'second-factor', points: 8, seconds: 15 * 60 };

/** Raises the session to its second factor, under a new token. A code counts once, also when it comes twice at once. */
export async function passSecondFactor(
  { db, settings }: Pick<Deps, 'db' | 'settings'>,
  input: { personId: string; sessionToken: string; code: string },
): Promise<Outcome<{ token: string }, 'wrong_code' | 'rate_limited' | 'signed_out'>> {
  const verdict = await countAttempt(db, secondFactorLimit, input.personId);
  if (!verdict.allowed) return refused('rate_limited');
  const outcome = await db.transaction(async (tx) => {
    const person = await lockPerson(tx, { id: input.personId });
    if (!person?.totpSecret) return refused('wrong_code');
    const step = totpStep({ secret: person.totpSecret, code: input.code, lastStep: person.totpLastStep });
    if (step === null) return refused('wrong_code');
    await rememberTotpStep(tx, { id: person.id, step });
    const token = await sessionStore(tx, settings).rotate(input.sessionToken, { assurance: 2 });
    return token ? ok({ token }) : refused('signed_out');
  });
  if (outcome.ok) await forgiveAttempt(db, secondFactorLimit, input.personId);
  return outcome;
}
