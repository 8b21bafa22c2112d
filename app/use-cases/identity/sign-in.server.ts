import type { Deps } from '#app/deps.server.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { verifyPassword } from '#app/integrations/auth/passwords.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { type RateLimit, countAttempt, forgiveAttempt } from '#app/integrations/rate-limits.server.ts';
import { findFirstUnit } from '#db/queries/memberships.server.ts';
import { findCredentialsByEmail } from '#db/queries/persons.server.ts';

/** Wrong attempts: from one address at one account, at one account from anywhere, from one address at any account. */
export const signInLimits = {
  both: { name: 'sign-in-both', points: 8, seconds: 15 * 60 },
  account: { name: 'sign-in-account', points: 40, seconds: 60 * 60 },
  address: { name: 'sign-in-address', points: 200, seconds: 15 * 60 },
} as const satisfies Record<string, RateLimit>;

export type SignIn = { email: string; password: string; clientIp: string; userAgent: string };
export type SignedIn = { token: string; personId: string; needsSecondFactor: boolean };

/** The same answer and the same work whether the account is missing, has no password or the password is wrong. */
export async function signIn(
  { db, settings }: Pick<Deps, 'db' | 'settings'>,
  input: SignIn,
): Promise<Outcome<SignedIn, 'invalid_credentials' | 'rate_limited'>> {
  const email = normalEmail(input.email);
  const counted: [RateLimit, string][] = [
    [signInLimits.both, `${input.clientIp} ${email}`],
    [signInLimits.account, email],
    [signInLimits.address, input.clientIp],
  ];
  for (const [limit, subject] of counted) {
    const verdict = await countAttempt(db, limit, subject);
    if (!verdict.allowed) return refused('rate_limited');
  }
  const person = await findCredentialsByEmail(db, { email });
  const isRight = await verifyPassword(person?.passwordHash ?? null, input.password);
  if (!person || !isRight) return refused('invalid_credentials');

  for (const [limit, subject] of counted) await forgiveAttempt(db, limit, subject);
  const token = await sessionStore(db, settings).create({
    personId: person.id,
    assurance: 1,
    userAgent: input.userAgent,
    buyingAsUnitId: await findFirstUnit(db, { personId: person.id }),
  });
  return ok({ token, personId: person.id, needsSecondFactor: person.totpSecret !== null });
}
