import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok } from '#app/domain/outcome.ts';
import { changePerson } from '#db/queries/persons.server.ts';

/** Name, and the language mails are written in. */
export async function changeProfile(
  { db }: Pick<Deps, 'db'>,
  input: { personId: string; name: string; locale: string },
): Promise<Outcome<null, never>> {
  await changePerson(db, { id: input.personId, changes: { name: input.name, locale: input.locale } });
  return ok(null);
}
