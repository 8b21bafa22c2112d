import type { Deps } from '#app/deps.server.ts';
import type { StaffRole } from '#app/domain/access/roles.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { hashPassword } from '#app/integrations/auth/passwords.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { changePerson, personOfEmail, saveStaff, verifyPersonEmail } from '#db/queries/persons.server.ts';

/** An operator opens an account: the e-mail counts as theirs. Someone who is there already keeps what is not named. */
export async function createUser(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  input: { email: string; name: string | null; password: string | null; staffRole: StaffRole | null; via: string },
): Promise<{ personId: string }> {
  const at = now();
  const passwordHash = input.password === null ? null : await hashPassword(input.password);
  return db.transaction(async (tx) => {
    const email = normalEmail(input.email);
    const person = await personOfEmail(tx, {
      email,
      newId: newId(at.getTime()),
      name: input.name ?? '',
      locale: 'en',
      at,
    });
    await changePerson(tx, {
      id: person.id,
      changes: {
        ...(input.name === null ? {} : { name: input.name }),
        ...(passwordHash === null ? {} : { passwordHash }),
      },
    });
    await verifyPersonEmail(tx, { id: person.id, at });
    if (input.staffRole) await saveStaff(tx, { personId: person.id, role: input.staffRole, at });
    await recordEvent(tx, {
      type: 'person.account_opened',
      subjectId: person.id,
      personId: null,
      via: input.via,
      data: { staffRole: input.staffRole },
      at,
    });
    return { personId: person.id };
  });
}
