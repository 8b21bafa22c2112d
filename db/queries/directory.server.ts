import { type SQL, and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { personId, unitId } from '#app/domain/access/ids.ts';
import { type RoleHeld, theStore } from '#app/domain/access/roles.ts';
import { type Directory, type Person, directoryOf } from '#app/domain/approvals/directory.ts';
import { type DocumentKind, type Rule, documentKinds } from '#app/domain/approvals/rules.ts';
import { type Stored, restoreRule } from '#app/domain/approvals/stored-policy.ts';
import { money } from '#app/domain/money/money.ts';
import type { DbOrTx } from '#db/client.server.ts';
import {
  approvalRules,
  companies,
  costCentres,
  delegations,
  memberRoles,
  members,
  units,
} from '#db/schema/companies.ts';
import { persons, staff } from '#db/schema/identity.ts';
import { unitTreeOf } from './memberships.server';

/** Who is who in a company at this moment, and who works for the store, in six statements for any number of people.
 *  Without a company: the store alone, for documents of its own. */
export async function loadDirectory(
  db: DbOrTx,
  p: {
    companyId: string | null;
    at: Date;
    /** Only whom one document can concern: who holds a role it asks in its unit or above, whoever it names, their managers, the
     *  owners of cost centres and delegates. The same answers about that document, without all the others. */
    about?: DocumentConcerned;
  },
): Promise<Directory> {
  const ours = readStaff(db);
  if (p.companyId === null) {
    const found = await ours;
    return directoryOf({ units: new Map(), people: found.people, roles: found.roles });
  }
  const { companyId, about } = p;
  const [store, tree, people, roles, owners, delegated] = await Promise.all([
    ours,
    db.select({ id: units.id, parentId: units.parentId }).from(units).where(eq(units.companyId, companyId)),
    db
      .select({
        id: members.personId,
        status: members.status,
        manager: members.managerId,
        limit: members.spendingLimitMinor,
        currency: companies.currency,
        deletedAt: persons.deletedAt,
      })
      .from(members)
      .innerJoin(companies, eq(companies.id, members.companyId))
      .innerJoin(persons, eq(persons.id, members.personId))
      .where(and(eq(members.companyId, companyId), about && concerned(companyId, about))),
    db
      .select({ person: members.personId, unit: memberRoles.unitId, role: memberRoles.role })
      .from(memberRoles)
      .innerJoin(members, eq(members.id, memberRoles.memberId))
      .where(
        and(
          eq(members.companyId, companyId),
          eq(members.status, 'active'),
          about &&
            sql`${memberRoles.role} = any(${textArray(about.roles)}) and ${memberRoles.unitId} in ${unitAndAbove(about.unitId)}`,
        ),
      )
      .orderBy(asc(members.createdAt), asc(members.id)),
    db
      .select({ code: costCentres.code, owner: costCentres.ownerId })
      .from(costCentres)
      .where(eq(costCentres.companyId, companyId)),
    db
      .select({
        from: delegations.fromPersonId,
        to: delegations.toPersonId,
        kinds: delegations.kinds,
        startsAt: delegations.startsAt,
        endsAt: delegations.endsAt,
        ceiling: delegations.ceilingMinor,
        currency: companies.currency,
      })
      .from(delegations)
      .innerJoin(companies, eq(companies.id, delegations.companyId))
      .where(and(eq(delegations.companyId, companyId), isNull(delegations.endedAt), gt(delegations.endsAt, p.at)))
      .orderBy(asc(delegations.startsAt), asc(delegations.id)),
  ]);
  const known = new Set(people.map(({ id }) => id));
  return directoryOf({
    units: unitTreeOf(tree),
    people: [
      ...people.map((row): Person => ({
        id: personId(row.id),
        isActive: row.status === 'active' && row.deletedAt === null,
        manager: row.manager === null ? null : personId(row.manager),
        spendingLimit: row.limit === null ? null : money(row.limit, row.currency),
      })),
      ...store.people.filter(({ id }) => !known.has(id)),
    ],
    roles: [
      ...roles.map((row): RoleHeld => ({ person: personId(row.person), unit: unitId(row.unit), role: row.role })),
      ...store.roles,
    ],
    costCentreOwners: new Map(owners.flatMap(({ code, owner }) => (owner ? [[code, personId(owner)]] : []))),
    delegations: delegated.map((row) => ({
      from: personId(row.from),
      to: personId(row.to),
      kinds: row.kinds as DocumentKind[],
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      ceiling: row.ceiling === null ? null : money(row.ceiling, row.currency),
    })),
  });
}

export type DocumentConcerned = { unitId: string; people: readonly string[]; roles: readonly string[] };

const textArray = (texts: readonly string[]) => sql`${sql.param(`{${texts.join(',')}}`)}::text[]`;

const unitAndAbove = (id: string): SQL => sql`(
  with recursive way as (
    select u.id, u.parent_id from ${units} u where u.id = ${id}::uuid
    union
    select above.id, above.parent_id from ${units} above join way on above.id = way.parent_id
  ) select id from way)`;

/** Not the spectators of a document: by id, from small sets that indexes find. */
const concerned = (companyId: string, { unitId: unit, people, roles }: DocumentConcerned): SQL => {
  const named = sql`${sql.param(`{${people.join(',')}}`)}::uuid[]`;
  return sql`${members.personId} in (
    select unnest(${named})
    union select m.manager_id from ${members} m where m.company_id = ${companyId}::uuid and m.person_id = any(${named})
    union select m.person_id from ${memberRoles} r join ${members} m on m.id = r.member_id
      where m.company_id = ${companyId}::uuid and r.unit_id in ${unitAndAbove(unit)} and r.role = any(${textArray(roles)})
    union select c.owner_id from ${costCentres} c where c.company_id = ${companyId}::uuid
    union select unnest(array[d.from_person_id, d.to_person_id]) from ${delegations} d
      where d.company_id = ${companyId}::uuid and d.ended_at is null)`;
};

async function readStaff(db: DbOrTx): Promise<{ people: Person[]; roles: RoleHeld[] }> {
  const rows = await db
    .select({ id: staff.personId, role: staff.role, isActive: staff.isActive, deletedAt: persons.deletedAt })
    .from(staff)
    .innerJoin(persons, eq(persons.id, staff.personId))
    .orderBy(asc(staff.createdAt), asc(staff.personId));
  return {
    people: rows.map(({ id, isActive, deletedAt }) => ({
      id: personId(id),
      isActive: isActive && deletedAt === null,
      manager: null,
      spendingLimit: null,
    })),
    roles: rows
      .filter(({ isActive }) => isActive)
      .map(({ id, role }) => ({ person: personId(id), unit: theStore, role })),
  };
}

/** The rules in force today: the company's own and the store's, in the order they were given. */
export async function loadRules(db: DbOrTx, p: { companyId: string | null }): Promise<readonly Rule[]> {
  const rows = await db
    .select({
      id: approvalRules.id,
      companyId: approvalRules.companyId,
      unitId: approvalRules.unitId,
      name: approvalRules.name,
      body: approvalRules.body,
    })
    .from(approvalRules)
    .where(
      and(
        eq(approvalRules.isActive, true),
        p.companyId === null
          ? isNull(approvalRules.companyId)
          : or(eq(approvalRules.companyId, p.companyId), isNull(approvalRules.companyId)),
      ),
    )
    .orderBy(asc(approvalRules.position), asc(approvalRules.id));
  return rows.map((row) => ({
    ...ruleOf(row.body as Stored),
    id: row.id,
    name: row.name,
    unit: row.unitId === null ? theStore : unitId(row.unitId),
  }));
}

/** Conditions and levels as stored; kinds left out means every kind. */
function ruleOf(body: Stored): Rule {
  const rule = restoreRule(body);
  return { ...rule, kinds: (rule as Partial<Rule>).kinds ?? documentKinds };
}

export type NamedPerson = { id: string; name: string; email: string | null; locale: string };

/** Names for ids; who was deleted has none. */
export async function namePersons(db: DbOrTx, p: { ids: readonly string[] }): Promise<Map<string, NamedPerson>> {
  const ids = [...new Set(p.ids)];
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: persons.id, name: persons.name, email: persons.email, locale: persons.locale })
    .from(persons)
    .where(inArray(persons.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}
