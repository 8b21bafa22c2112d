import type { Deps } from '#app/deps.server.ts';
import type { MemberActor, StaffActor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import type { StaffRole } from '#app/domain/access/roles.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findOrderingCompany, findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { findStaffRole } from '#db/queries/persons.server.ts';

type ReadDeps = Pick<Deps, 'db'>;

/** A member of a demo company, who acts as they would on its pages. */
export async function memberActor({ db }: ReadDeps, slug: string, email: string): Promise<MemberActor> {
  const company = await findOrderingCompany(db, { slug, unitSlug: null });
  const person = await findPersonByEmail(db, { email });
  const found = company && person && (await findMember(db, { companyId: company.id, personId: person.id }));
  if (!found || !person) throw new Error(`${email} is no member of ${slug}`);
  return { person: personId(person.id), via: 'seed', member: found.member, standsInFor: null, staff: null };
}

/** One of the shop's own people. */
export async function staffActor({ db }: ReadDeps, email: string): Promise<StaffActor> {
  const person = await findPersonByEmail(db, { email });
  const role = person && (await findStaffRole(db, { personId: person.id }));
  if (!person || !role) throw new Error(`${email} does not work for the shop`);
  const staff = { person: personId(person.id), roles: [role satisfies StaffRole] };
  return { person: staff.person, via: 'seed', member: null, standsInFor: null, staff };
}

/** What the demo does is never refused; if it is, the seed is wrong. */
export function done<T>(outcome: Outcome<T, string>): T {
  if (!outcome.ok) throw new Error(`the demo was refused: ${outcome.code}`);
  return outcome.value;
}
