import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { lockPerson } from '#db/locks.server.ts';
import { addAddress, changeAddress, listAddresses, removeAddress } from '#db/queries/addresses.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';

const most = 50;

/** Adds an address (id null) or changes one's own. The first one kept is the default. */
export async function keepAddress(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  input: { personId: string; id: string | null; address: PostalAddress; isDefault: boolean },
): Promise<Outcome<{ id: string }, 'not_found' | 'too_many'>> {
  const { personId, address } = input;
  return db.transaction(async (tx) => {
    if (!(await lockPerson(tx, { id: personId }))) return refused('not_found');
    const kept = await listAddresses(tx, { personId });
    const isDefault = input.isDefault || kept.length === 0;
    if (input.id !== null) {
      const wasChanged = await changeAddress(tx, { id: input.id, personId, address, isDefault });
      return wasChanged ? ok({ id: input.id }) : refused('not_found');
    }
    if (kept.length >= most) return refused('too_many');
    const id = newId(now().getTime());
    await addAddress(tx, { id, personId, address, isDefault, createdAt: now() });
    return ok({ id });
  });
}

export async function dropAddress(
  { db }: Pick<Deps, 'db'>,
  input: { personId: string; id: string },
): Promise<Outcome<null, 'not_found'>> {
  return (await removeAddress(db, input)) ? ok(null) : refused('not_found');
}
