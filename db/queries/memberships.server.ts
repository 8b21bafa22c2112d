import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Member, UnitRole } from '#app/domain/access/company-scope.ts';
import { companyId, personId, unitId } from '#app/domain/access/ids.ts';
import type { UnitTree } from '#app/domain/access/unit-tree.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { companies, memberRoles, members, units } from '#db/schema/companies.ts';

export type Membership = {
  memberId: string;
  company: { id: string; slug: string; name: string; currency: CurrencyCode; timeZone: string; repId: string | null };
};

const membershipColumns = {
  memberId: members.id,
  company: {
    id: companies.id,
    slug: companies.slug,
    name: companies.name,
    currency: companies.currency,
    timeZone: companies.timeZone,
    repId: companies.repId,
  },
};

/** Where someone is an active member of an active company, by the company's name. */
export async function listMemberships(db: DbOrTx, p: { personId: string }): Promise<Membership[]> {
  return db
    .select(membershipColumns)
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .where(and(eq(members.personId, p.personId), eq(members.status, 'active'), eq(companies.status, 'active')))
    .orderBy(asc(companies.name), asc(companies.id));
}

/** Null when the member is not active, nor their company. */
export async function findMembership(
  db: DbOrTx,
  p: { memberId: string },
): Promise<(Membership & { personId: string }) | null> {
  const [row] = await db
    .select({ ...membershipColumns, personId: members.personId })
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .where(and(eq(members.id, p.memberId), eq(members.status, 'active'), eq(companies.status, 'active')));
  return row ?? null;
}

export type UnitRow = { id: string; slug: string; name: string; parentId: string | null };

/** The units of a company as they hang today. */
export async function listUnits(db: DbOrTx, p: { companyId: string }): Promise<UnitRow[]> {
  return db
    .select({ id: units.id, slug: units.slug, name: units.name, parentId: units.parentId })
    .from(units)
    .where(eq(units.companyId, p.companyId))
    .orderBy(asc(units.name), asc(units.id));
}

export const unitTreeOf = (rows: readonly { id: string; parentId: string | null }[]): UnitTree =>
  new Map(rows.map(({ id, parentId }) => [unitId(id), parentId === null ? null : unitId(parentId)]));

async function listRoles(db: DbOrTx, p: { memberId: string }): Promise<UnitRole[]> {
  const rows = await db
    .select({ unit: memberRoles.unitId, role: memberRoles.role })
    .from(memberRoles)
    .where(eq(memberRoles.memberId, p.memberId));
  return rows.map(({ unit, role }) => ({ unit: unitId(unit), role }));
}

export type MemberWithUnits = { memberId: string; member: Member; units: UnitRow[] };

/** A member as the rules see one, with the units of their company. Null when not active. */
export async function findMember(
  db: DbOrTx,
  p: { companyId: string; personId: string },
): Promise<MemberWithUnits | null> {
  const [row] = await db
    .select({ id: members.id })
    .from(members)
    .where(
      and(eq(members.companyId, p.companyId), eq(members.personId, p.personId), inArray(members.status, ['active'])),
    );
  if (!row) return null;
  const [rows, roles] = [await listUnits(db, p), await listRoles(db, { memberId: row.id })];
  const member = { person: personId(p.personId), company: companyId(p.companyId), units: unitTreeOf(rows), roles };
  return { memberId: row.id, member, units: rows };
}
