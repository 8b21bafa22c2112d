import type { Deps } from '#app/deps.server.ts';
import { isLastAdmin } from '#app/domain/access/permissions.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { verifyPassword } from '#app/integrations/auth/passwords.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { countAttempt, forgiveAttempt } from '#app/integrations/rate-limits.server.ts';
import { judgeWaitingDocuments } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import { endMemberships } from '#app/use-cases/companies/end-memberships.server.ts';
import { lockCompanies, lockPerson } from '#db/locks.server.ts';
import { listAdminIds } from '#db/queries/company-record.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { listOpenMemberships } from '#db/queries/memberships.server.ts';
import { findCredentials, findStaffRole } from '#db/queries/persons.server.ts';
import { erasePerson } from '#db/queries/privacy.server.ts';
import { signInLimits } from './sign-in.server';

/** Erases a person on their own word. Orders, invoices and trails stay, as the law asks, and name a deleted person. */
export async function deletePerson(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: { personId: string; password: string },
): Promise<Outcome<null, 'wrong_password' | 'rate_limited' | 'last_admin' | 'staff_first'>> {
  const { personId } = input;
  const verdict = await countAttempt(db, signInLimits.account, personId);
  if (!verdict.allowed) return refused('rate_limited');
  const before = await findCredentials(db, { id: personId });
  if (!before || !(await verifyPassword(before.passwordHash, input.password))) return refused('wrong_password');
  await forgiveAttempt(db, signInLimits.account, personId);
  const at = now();
  return db.transaction(async (tx) => {
    // companies before people: the order everybody locks in
    const memberships = await listOpenMemberships(tx, { personId });
    await lockCompanies(tx, { ids: memberships.map(({ companyId }) => companyId) });
    const person = await lockPerson(tx, { id: personId });
    if (!person) return refused('wrong_password');
    if (await findStaffRole(tx, { personId })) return refused('staff_first');
    for (const { companyId } of memberships) {
      if (isLastAdmin(await listAdminIds(tx, { companyId }), personId)) return refused('last_admin');
    }
    for (const { companyId, memberId } of memberships) {
      await endMemberships(tx, settings, { companyId, memberIds: [memberId], by: personId, via: 'page', at });
      await enqueue(tx, judgeWaitingDocuments, { companyId });
    }
    await sessionStore(tx, settings).revokeAll(personId);
    await erasePerson(tx, { personId, email: person.email, at });
    await recordEvent(tx, { type: 'person.deleted', subjectId: personId, personId: null, via: 'page', at });
    return ok(null);
  });
}
