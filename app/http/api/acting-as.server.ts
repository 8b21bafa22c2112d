import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type CompanyScope, salesScope } from '#app/domain/access/company-scope.ts';
import { personId } from '#app/domain/access/ids.ts';
import { type StaffPermission, staffMay } from '#app/domain/access/permissions.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { findStaffByEmail } from '#db/queries/persons.server.ts';
import type { ApiClient } from './endpoint';

/** The staff person a store key acts for, who must be allowed to; what they decide is recorded with the key. */
export async function actingAsStaff(
  { db }: Pick<Deps, 'db'>,
  client: ApiClient,
  as: string,
  permission: StaffPermission,
): Promise<Outcome<{ actor: StaffActor; scope: CompanyScope }, 'forbidden' | 'not_an_approver'>> {
  if (client.companyId !== null || !client.scopes.includes('act_as')) return refused('forbidden');
  const found = await findStaffByEmail(db, { email: as });
  if (!found) return refused('not_an_approver');
  const staff = { person: personId(found.id), roles: [found.role] };
  if (!staffMay(staff, permission)) return refused('forbidden');
  const actor = { person: staff.person, via: client.via, member: null, standsInFor: null, staff };
  return ok({ actor, scope: salesScope(staff) });
}
