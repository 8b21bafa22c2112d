import type { Deps } from '#app/deps.server.ts';
import type { StaffRole } from '#app/domain/access/roles.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { type Outcome, ok } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { personOfEmail, saveStaff } from '#db/queries/persons.server.ts';

/** Lets someone work for the shop, or gives them another role. They choose a password by mail, as everybody does. */
export async function openStaffAccount(
  { db, now }: { db: DbOrTx; now: Deps['now'] },
  input: { email: string; name: string; role: StaffRole; by: string | null; via: string },
): Promise<Outcome<{ personId: string }, never>> {
  const at = now();
  return db.transaction(async (tx) => {
    const email = normalEmail(input.email);
    const person = await personOfEmail(tx, { email, newId: newId(at.getTime()), name: input.name, locale: 'en', at });
    await saveStaff(tx, { personId: person.id, role: input.role, at });
    const { by, via } = input;
    await recordEvent(tx, {
      type: 'staff.role_given',
      subjectId: person.id,
      personId: by,
      via,
      data: { role: input.role },
      at,
    });
    return ok({ personId: person.id });
  });
}
