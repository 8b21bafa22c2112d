import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { findUnitOfCompany } from '#db/queries/memberships.server.ts';
import { findCredentialsByEmail } from '#db/queries/persons.server.ts';

/** Signs in as a person of the demo without a password. Refused outside of a demo, whoever asks. */
export async function enterDemo(
  { db, settings }: Pick<Deps, 'db' | 'settings'>,
  input: { email: string; buysFor: { company: string; unit: string } | null; userAgent: string },
): Promise<Outcome<{ token: string }, 'not_found'>> {
  if (settings.mode !== 'demo') return refused('not_found');
  const person = await findCredentialsByEmail(db, { email: input.email });
  if (!person) return refused('not_found');
  const unitId = input.buysFor && (await findUnitOfCompany(db, input.buysFor));
  const token = await sessionStore(db, settings).create({
    personId: person.id,
    assurance: person.totpSecret ? 2 : 1,
    userAgent: input.userAgent,
    buyingAsUnitId: unitId,
  });
  return ok({ token });
}
