import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import { companyBody } from '#app/http/api/schemas/companies.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { upsertCompany } from '#app/use-cases/companies/upsert-company.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findCredentialsByEmail } from '#db/queries/persons.server.ts';

type Role = 'admin' | 'buyer' | 'approver' | 'finance' | 'viewer';

export type CompanyWorld = {
  id: string;
  slug: string;
  unit: (slug: string) => string;
  email: (name: string) => string;
  personOf: (name: string) => string;
  memberOf: (name: string) => Promise<string>;
  actor: (name: string) => Promise<MemberActor>;
};

/** A company of its own for one test: hq > north > pier, hq > south; people as `name: [unit, ...roles]`. */
export async function aCompany(
  deps: Deps,
  people: Record<string, [unit: string, ...roles: Role[]]>,
): Promise<CompanyWorld> {
  const tag = newId().slice(-12);
  const slug = `company-${tag}`;
  const email = (name: string) => `${name}@${tag}.example`;
  const outcome = await upsertCompany(deps, {
    slug,
    by: null,
    via: 'test',
    body: companyBody.parse({
      currency: 'EUR',
      units: [
        { slug: 'hq', parent: null },
        { slug: 'north', parent: 'hq' },
        { slug: 'pier', parent: 'north' },
        { slug: 'south', parent: 'hq' },
      ],
      members: Object.entries(people).map(([name, [unit, ...roles]]) => ({ email: email(name), name, unit, roles })),
    }),
  });
  if (!outcome.ok) throw new Error(outcome.code);
  const { id } = outcome.value;
  const ids = new Map<string, string>();
  for (const name of Object.keys(people)) {
    ids.set(name, (await findCredentialsByEmail(deps.db, { email: email(name) }))?.id ?? '');
  }
  const personOf = (name: string) => ids.get(name) ?? '';
  const found = async (name: string) => {
    const member = await findMember(deps.db, { companyId: id, personId: personOf(name) });
    if (!member) throw new Error(`${name} is no active member`);
    return member;
  };
  const first = await found(Object.keys(people)[0] ?? '');
  return {
    id,
    slug,
    email,
    personOf,
    unit: (unitSlug) => first.units.find((unit) => unit.slug === unitSlug)?.id ?? '',
    memberOf: async (name) => (await found(name)).memberId,
    actor: async (name) => ({
      person: personId(personOf(name)),
      via: 'page',
      member: (await found(name)).member,
      standsInFor: null,
      staff: null,
    }),
  };
}
