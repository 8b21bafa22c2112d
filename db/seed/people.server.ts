import type { Deps } from '#app/deps.server.ts';
import { hashPassword } from '#app/integrations/auth/passwords.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { openStaffAccount } from '#app/use-cases/identity/open-staff-account.server.ts';
import {
  changePerson,
  listPersonsWithoutPassword,
  personOfEmail,
  verifyPersonEmail,
} from '#db/queries/persons.server.ts';
import { consumers, staff } from './demo/people';

/** The password of everyone in the demo, shown on its tour. */
export const demoPassword = 'demo-espresso';

const roles = { sales_rep: 'rep', sales_manager: 'manager', store_admin: 'admin' } as const;

/** Who works in the shop, and who buys for themselves. */
export async function seedPeople(deps: Deps): Promise<void> {
  for (const { email, name, role } of staff) {
    await openStaffAccount(deps, { email, name, role: roles[role], by: null, via: 'seed' });
  }
  for (const { email, name, language: locale } of consumers) {
    await deps.db.transaction(async (tx) => {
      const at = deps.now();
      const { id } = await personOfEmail(tx, { email, newId: newId(at.getTime()), name, locale, at });
      await changePerson(tx, { id, changes: { locale } });
      await verifyPersonEmail(tx, { id, at });
    });
  }
}

/** Last of all, so that everyone the demo speaks of can sign in. */
export async function seedPasswords(deps: Deps): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await deps.db.transaction(async (tx) => {
    for (const id of await listPersonsWithoutPassword(tx)) {
      await changePerson(tx, { id, changes: { passwordHash } });
      await verifyPersonEmail(tx, { id, at: deps.now() });
    }
  });
}
