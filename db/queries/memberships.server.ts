import { and, asc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import type { Member, UnitRole } from '#app/domain/access/company-scope.ts';
import { companyId, personId, unitId } from '#app/domain/access/ids.ts';
import { type UnitTree, unitAndBelow } from '#app/domain/access/unit-tree.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { companies, memberRoles, members, units } from '#db/schema/companies.ts';
import { persons } from '#db/schema/identity.ts';

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

/** Where someone is an active member of an active company, by the company's name. Nowhere while their e-mail is not
 *  proven: whoever typed it first may not be whom the company named. */
export async function listMemberships(db: DbOrTx, p: { personId: string }): Promise<Membership[]> {
  return db
    .select(membershipColumns)
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(
      and(
        eq(members.personId, p.personId),
        eq(members.status, 'active'),
        eq(companies.status, 'active'),
        isNotNull(persons.emailVerifiedAt),
      ),
    )
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

/** Where a visit begins: the unit bought for last, while a role is still held there or above; else the first role's. */
export async function findFirstUnit(db: DbOrTx, p: { personId: string }): Promise<string | null> {
  const [person] = await db.select({ lastUnitId: persons.lastUnitId }).from(persons).where(eq(persons.id, p.personId));
  const [row] = await db
    .select({ unitId: memberRoles.unitId, companyId: members.companyId })
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .innerJoin(memberRoles, eq(memberRoles.memberId, members.id))
    .where(and(eq(members.personId, p.personId), eq(members.status, 'active'), eq(companies.status, 'active')))
    .orderBy(asc(companies.name), asc(memberRoles.unitId))
    .limit(1);
  return person?.lastUnitId ?? row?.unitId ?? null;
}

/** Which company a unit belongs to. Null when there is none. */
export async function findUnit(db: DbOrTx, p: { id: string }): Promise<(UnitRow & { companyId: string }) | null> {
  const { id, slug, name, parentId } = units;
  const [row] = await db
    .select({ id, slug, name, parentId, companyId: units.companyId })
    .from(units)
    .where(eq(units.id, p.id));
  return row ?? null;
}

export type UnitInReach = { id: string; name: string; companyName: string; currency: CurrencyCode };

/** Every unit someone may buy for: where they hold a role, and below. */
export async function listUnitsInReach(db: DbOrTx, p: { personId: string }): Promise<UnitInReach[]> {
  const memberships = await listMemberships(db, p);
  const reached = await Promise.all(
    memberships.map(async ({ company }) => {
      const found = await findMember(db, { companyId: company.id, personId: p.personId });
      const ids = new Set(found?.member.roles.flatMap(({ unit }) => unitAndBelow(found.member.units, unit)));
      return (found?.units ?? [])
        .filter(({ id }) => ids.has(unitId(id)))
        .map(({ id, name }) => ({ id, name, companyName: company.name, currency: company.currency }));
    }),
  );
  return reached.flat();
}

/** Null when there is no such company or unit. */
export async function findUnitOfCompany(db: DbOrTx, p: { company: string; unit: string }): Promise<string | null> {
  const [row] = await db
    .select({ id: units.id })
    .from(units)
    .innerJoin(companies, eq(companies.id, units.companyId))
    .where(and(eq(companies.slug, p.company), eq(units.slug, p.unit)));
  return row?.id ?? null;
}

export type InvitedMember = {
  memberId: string;
  personId: string;
  email: string;
  hasPassword: boolean;
  companyId: string;
  companyName: string;
};

/** Null unless they are invited still, to a company that is active. */
export async function findInvitedMember(db: DbOrTx, p: { memberId: string }): Promise<InvitedMember | null> {
  const [row] = await db
    .select({
      memberId: members.id,
      personId: persons.id,
      email: persons.email,
      hasPassword: sql<boolean>`${persons.passwordHash} is not null`,
      companyId: companies.id,
      companyName: companies.name,
    })
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(members.id, p.memberId), eq(members.status, 'invited'), eq(companies.status, 'active')));
  return row?.email ? { ...row, email: row.email } : null;
}

export async function findFirstUnitOfMember(db: DbOrTx, p: { memberId: string }): Promise<string | null> {
  const [row] = await db
    .select({ unitId: memberRoles.unitId })
    .from(memberRoles)
    .where(eq(memberRoles.memberId, p.memberId))
    .orderBy(asc(memberRoles.unitId))
    .limit(1);
  return row?.unitId ?? null;
}

/** Memberships nobody has ended yet, whatever the company's own state. */
export async function listOpenMemberships(
  db: DbOrTx,
  p: { personId: string },
): Promise<{ memberId: string; companyId: string }[]> {
  return db
    .select({ memberId: members.id, companyId: members.companyId })
    .from(members)
    .where(and(eq(members.personId, p.personId), ne(members.status, 'deactivated')));
}
