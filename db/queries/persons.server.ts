import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { persons, staff } from '#db/schema/identity.ts';
import type { StaffRole } from '#app/domain/access/roles.ts';

/** What signing in looks at. */
export type Credentials = {
  id: string;
  email: string;
  name: string;
  locale: string;
  passwordHash: string | null;
  totpSecret: string | null;
  pendingTotpSecret: string | null;
  totpLastStep: number | null;
};

export const credentials = {
  id: persons.id,
  email: persons.email,
  name: persons.name,
  locale: persons.locale,
  passwordHash: persons.passwordHash,
  totpSecret: persons.totpSecret,
  pendingTotpSecret: persons.pendingTotpSecret,
  totpLastStep: persons.totpLastStep,
};

export const withEmail = <T extends { email: string | null }>(row: T | undefined) =>
  row ? { ...row, email: row.email ?? '' } : null;

/** By the normal form of the address. Null when nobody has it. */
export async function findCredentialsByEmail(db: DbOrTx, p: { email: string }): Promise<Credentials | null> {
  const [row] = await db.select(credentials).from(persons).where(eq(persons.email, p.email));
  return withEmail(row);
}

/** Null when unknown or deleted. */
export async function findCredentials(db: DbOrTx, p: { id: string }): Promise<Credentials | null> {
  const [row] = await db
    .select(credentials)
    .from(persons)
    .where(and(eq(persons.id, p.id), isNull(persons.deletedAt)));
  return withEmail(row);
}

export type NewPerson = {
  id: string;
  email: string;
  name: string;
  locale: string;
  passwordHash: string | null;
  emailVerifiedAt: Date | null;
  createdAt: Date;
};

/** False when somebody has the address already: nothing is written then. */
export async function addPerson(tx: Tx, p: NewPerson): Promise<boolean> {
  const added = await tx
    .insert(persons)
    .values(p)
    .onConflictDoNothing({ target: persons.email })
    .returning({ id: persons.id });
  return added.length > 0;
}

/** The person of this address, made when there is none. A name is only given to who has none. */
export async function personOfEmail(
  tx: Tx,
  p: { email: string; newId: string; name: string; locale: string; at: Date },
): Promise<{ id: string; name: string; wasAdded: boolean }> {
  const wasAdded = await addPerson(tx, {
    id: p.newId,
    email: p.email,
    name: p.name,
    locale: p.locale,
    passwordHash: null,
    emailVerifiedAt: null,
    createdAt: p.at,
  });
  if (wasAdded) return { id: p.newId, name: p.name, wasAdded };
  const [row] = await tx.select({ id: persons.id, name: persons.name }).from(persons).where(eq(persons.email, p.email));
  if (!row) throw new Error('a person of this address was there a moment ago');
  if (row.name === '' && p.name !== '') {
    await tx.update(persons).set({ name: p.name }).where(eq(persons.id, row.id));
    return { ...row, name: p.name, wasAdded };
  }
  return { ...row, wasAdded };
}

export type PersonChanges = Partial<{
  name: string;
  locale: string;
  passwordHash: string;
  emailVerifiedAt: Date;
  totpSecret: string | null;
  pendingTotpSecret: string | null;
}>;

export async function changePerson(tx: DbOrTx, p: { id: string; changes: PersonChanges }): Promise<void> {
  await tx.update(persons).set(p.changes).where(eq(persons.id, p.id));
}

/** Says that the address is proven, once. */
export async function verifyPersonEmail(tx: Tx, p: { id: string; at: Date }): Promise<void> {
  await tx
    .update(persons)
    .set({ emailVerifiedAt: p.at })
    .where(and(eq(persons.id, p.id), isNull(persons.emailVerifiedAt)));
}

export type PersonAtDoor = {
  id: string;
  email: string;
  name: string;
  hasSecondFactor: boolean;
  lastUnitId: string | null;
  staffRole: StaffRole | null;
};

/** What every page needs to know of whoever is signed in. Null when deleted. */
export async function findPersonAtDoor(db: DbOrTx, p: { id: string }): Promise<PersonAtDoor | null> {
  const [row] = await db
    .select({
      id: persons.id,
      email: persons.email,
      name: persons.name,
      hasSecondFactor: sql<boolean>`${persons.totpSecret} is not null`,
      lastUnitId: persons.lastUnitId,
      staffRole: staff.role,
    })
    .from(persons)
    .leftJoin(staff, and(eq(staff.personId, persons.id), eq(staff.isActive, true)))
    .where(and(eq(persons.id, p.id), isNull(persons.deletedAt)));
  return withEmail(row);
}

export async function rememberLastUnit(db: DbOrTx, p: { id: string; unitId: string | null }): Promise<void> {
  await db.update(persons).set({ lastUnitId: p.unitId }).where(eq(persons.id, p.id));
}

/** Null unless they work for the store today. */
export async function findStaffRole(db: DbOrTx, p: { personId: string }): Promise<StaffRole | null> {
  const [row] = await db
    .select({ role: staff.role })
    .from(staff)
    .where(and(eq(staff.personId, p.personId), eq(staff.isActive, true)));
  return row?.role ?? null;
}

/** A code of this step or an earlier one is not taken again. */
export async function rememberTotpStep(tx: Tx, p: { id: string; step: number }): Promise<void> {
  await tx.update(persons).set({ totpLastStep: p.step }).where(eq(persons.id, p.id));
}

/** Who works for the store under this address today. Null otherwise. */
export async function findStaffByEmail(
  db: DbOrTx,
  p: { email: string },
): Promise<{ id: string; name: string; role: StaffRole } | null> {
  const [row] = await db
    .select({ id: persons.id, name: persons.name, role: staff.role })
    .from(persons)
    .innerJoin(staff, eq(staff.personId, persons.id))
    .where(and(eq(persons.email, p.email), eq(staff.isActive, true)));
  return row ?? null;
}

/** The addresses of these people; those deleted have none. */
export async function listEmails(db: DbOrTx, p: { personIds: string[] }): Promise<Map<string, string>> {
  if (p.personIds.length === 0) return new Map();
  const rows = await db
    .select({ id: persons.id, email: persons.email })
    .from(persons)
    .where(inArray(persons.id, p.personIds));
  return new Map(rows.flatMap(({ id, email }) => (email === null ? [] : [[id, email] as const])));
}

export async function saveStaff(tx: Tx, p: { personId: string; role: StaffRole; at: Date }): Promise<void> {
  await tx
    .insert(staff)
    .values({ personId: p.personId, role: p.role, createdAt: p.at })
    .onConflictDoUpdate({ target: staff.personId, set: { role: p.role, isActive: true } });
}

/** Everyone with an address who cannot sign in yet. */
export async function listPersonsWithoutPassword(db: DbOrTx): Promise<string[]> {
  const rows = await db
    .select({ id: persons.id })
    .from(persons)
    .where(and(isNull(persons.passwordHash), isNull(persons.deletedAt), isNotNull(persons.email)));
  return rows.map(({ id }) => id);
}
