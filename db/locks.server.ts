import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from './client.server';
import { type Credentials, credentials, withEmail } from './queries/persons.server';
import { companies } from './schema/companies';
import { persons } from './schema/identity';

/** The only place that locks rows. A parent is locked before its children, rows of one table in the order of their id. */

/** Null when unknown or deleted. */
export async function lockPerson(tx: Tx, p: { id: string }): Promise<Credentials | null> {
  const [row] = await tx
    .select(credentials)
    .from(persons)
    .where(and(eq(persons.id, p.id), isNull(persons.deletedAt)))
    .for('update');
  return withEmail(row);
}

/** Who administers a company takes turns here: members, units, roles, budgets, rules. False when there is none. */
export async function lockCompanies(tx: Tx, p: { ids: readonly string[] }): Promise<boolean> {
  const locked = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(inArray(companies.id, [...p.ids]))
    .orderBy(asc(companies.id))
    .for('no key update');
  return locked.length === new Set(p.ids).size;
}
