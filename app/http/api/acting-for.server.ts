import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type CompanyScope, companyKeyScope, storeScope } from '#app/domain/access/company-scope.ts';
import { companyId, personId } from '#app/domain/access/ids.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { findMember, listUnits, unitTreeOf } from '#db/queries/memberships.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { findStaffRole } from '#db/queries/persons.server.ts';
import type { ApiClient } from './endpoint';

/** What a key may see: its company, or all of them. */
export async function scopeOf({ db }: Pick<Deps, 'db'>, client: ApiClient): Promise<CompanyScope> {
  if (!client.companyId) return storeScope();
  const units = await listUnits(db, { companyId: client.companyId });
  return companyKeyScope(companyId(client.companyId), unitTreeOf(units));
}

/** The member or staff person a key acts for in a company; every act records the key as `via`. Outside a demo the key
 *  needs the scope `act_as`. Who is no longer a member comes back with no role at all, and the rules refuse them. */
export async function actingAs(
  { db, settings }: Pick<Deps, 'db' | 'settings'>,
  client: ApiClient,
  p: { email: string; companyId: string },
): Promise<Outcome<Actor, 'forbidden' | 'unknown_person'>> {
  if (settings.mode === 'production' && !client.scopes.includes('act_as')) return refused('forbidden');
  const person = await findPersonByEmail(db, { email: p.email });
  if (!person) return refused('unknown_person');
  const [found, role] = await Promise.all([
    findMember(db, { companyId: p.companyId, personId: person.id }),
    client.companyId ? null : findStaffRole(db, { personId: person.id }),
  ]);
  const id = personId(person.id);
  return ok({
    person: id,
    via: client.via,
    member: found?.member ?? null,
    standsInFor: null,
    staff: role ? { person: id, roles: [role] } : null,
  });
}
