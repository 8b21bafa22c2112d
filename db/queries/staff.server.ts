import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { StaffRole } from '#app/domain/access/roles.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { companies } from '#db/schema/companies.ts';
import { apiKeys, persons, staff } from '#db/schema/identity.ts';

export type ListedStaff = {
  personId: string;
  name: string;
  email: string;
  role: StaffRole;
  isActive: boolean;
  hasSecondFactor: boolean;
  hasPassword: boolean;
  companies: number;
};

/** Who works for the store or did, those who do first, then by address; `after` is the last of the page before. */
export async function listStaff(
  db: DbOrTx,
  p: { after: { isActive: boolean; email: string } | null; limit: number },
): Promise<ListedStaff[]> {
  const email = sql<string>`coalesce(${persons.email}, '')`;
  return db
    .select({
      personId: staff.personId,
      name: persons.name,
      email,
      role: staff.role,
      isActive: staff.isActive,
      hasSecondFactor: sql<boolean>`${persons.totpSecret} is not null`,
      hasPassword: sql<boolean>`${persons.passwordHash} is not null`,
      companies: sql<number>`(select count(*)::int from ${companies} c where c.rep_id = ${staff.personId})`,
    })
    .from(staff)
    .innerJoin(persons, eq(persons.id, staff.personId))
    .where(
      p.after ? sql`(not ${staff.isActive}, ${email}) > (${!p.after.isActive}::boolean, ${p.after.email})` : undefined,
    )
    .orderBy(desc(staff.isActive), asc(email))
    .limit(p.limit);
}

export async function setStaffRole(tx: Tx, p: { personId: string; role: StaffRole }): Promise<void> {
  await tx.update(staff).set({ role: p.role }).where(eq(staff.personId, p.personId));
}

export async function switchStaffOff(tx: Tx, p: { personId: string }): Promise<void> {
  await tx.update(staff).set({ isActive: false }).where(eq(staff.personId, p.personId));
}

/** The store's own keys that this person made hear no more. */
export async function revokeStoreKeysOf(tx: Tx, p: { personId: string; at: Date }): Promise<number> {
  const gone = await tx
    .update(apiKeys)
    .set({ revokedAt: p.at })
    .where(and(isNull(apiKeys.companyId), eq(apiKeys.createdBy, p.personId), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  return gone.length;
}

/** In the order companies are locked in. */
export async function listCompaniesOfRep(db: DbOrTx, p: { personId: string }): Promise<string[]> {
  const rows = await db
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.repId, p.personId))
    .orderBy(asc(companies.id));
  return rows.map(({ id }) => id);
}

/** Companies without an owner are in every rep's portfolio. */
export async function releaseCompaniesOf(tx: Tx, p: { personId: string }): Promise<void> {
  await tx.update(companies).set({ repId: null }).where(eq(companies.repId, p.personId));
}
