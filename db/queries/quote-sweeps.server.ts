import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { persons, staff } from '#db/schema/identity.ts';
import { quotes } from '#db/schema/quotes.ts';

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

/** Requests nobody answered in time. */
export async function listUnanswered(db: DbOrTx, p: { at: Date; limit: number }): Promise<string[]> {
  return ids(
    await db
      .select({ id: quotes.id })
      .from(quotes)
      .where(and(eq(quotes.status, 'requested'), isNotNull(quotes.answerDueAt), lte(quotes.answerDueAt, p.at)))
      .orderBy(asc(quotes.answerDueAt), asc(quotes.id))
      .limit(p.limit),
  );
}

/** Offers whose validity is over. */
export async function listRunOut(db: DbOrTx, p: { at: Date; limit: number }): Promise<string[]> {
  return ids(
    await db
      .select({ id: quotes.id })
      .from(quotes)
      .where(and(eq(quotes.status, 'offered'), lte(quotes.validUntil, p.at)))
      .orderBy(asc(quotes.validUntil), asc(quotes.id))
      .limit(p.limit),
  );
}

/** Offers both sides are to be reminded of. */
export async function listToRemind(db: DbOrTx, p: { at: Date; limit: number }): Promise<string[]> {
  return ids(
    await db
      .select({ id: quotes.id })
      .from(quotes)
      .where(and(eq(quotes.status, 'offered'), lte(quotes.remindAt, p.at)))
      .orderBy(asc(quotes.remindAt), asc(quotes.id))
      .limit(p.limit),
  );
}

/** Everyone who works for the store and may be handed a quote, who has been here longest first. */
export async function listSellers(
  db: DbOrTx,
): Promise<{ id: string; role: 'rep' | 'manager' | 'admin'; name: string; email: string | null; locale: string }[]> {
  return db
    .select({
      id: staff.personId,
      role: staff.role,
      name: persons.name,
      email: persons.email,
      locale: persons.locale,
    })
    .from(staff)
    .innerJoin(persons, eq(persons.id, staff.personId))
    .where(and(eq(staff.isActive, true), inArray(staff.role, ['rep', 'manager', 'admin'])))
    .orderBy(asc(staff.createdAt), asc(staff.personId));
}
